package wellhead.indexer.index;

import java.util.List;
import wellhead.indexer.capture.Rejection;

/**
 * What a run did.
 *
 * @param files how many files were looked at
 * @param captures how many captures were read in this run
 * @param known how many files were left alone because they were read before, the same way
 * @param superseded how many captures were read anew with other options, in place of their earlier
 *     reading
 * @param headlines rows of news on the captures of this run
 * @param articles articles on the captures of this run
 * @param stories how many stories the index holds now
 * @param added stories more than before the run; negative when merging left fewer
 * @param lines lines that looked like news and were not taken
 * @param warnings what the user should know, each naming its file and the remedy
 * @param rejections inputs that were not read
 * @param missing files that an earlier index was read from and a rebuild did not find
 * @param generation of the index now
 * @param committed whether anything changed
 */
public record Report(
    int files,
    int captures,
    int known,
    int superseded,
    int headlines,
    int articles,
    int stories,
    int added,
    int lines,
    List<String> warnings,
    List<Rejection> rejections,
    List<String> missing,
    long generation,
    boolean committed) {

  public Report {
    warnings = List.copyOf(warnings);
    rejections = List.copyOf(rejections);
    missing = List.copyOf(missing);
  }
}
