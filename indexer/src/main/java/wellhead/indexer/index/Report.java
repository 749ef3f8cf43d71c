package wellhead.indexer.index;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import wellhead.indexer.capture.Rejection;

/**
 * What a run did.
 *
 * @param files how many files were looked at
 * @param captures how many captures were read in this run
 * @param known how many files were left alone because they were read before, the same way
 * @param knownCaptures how many captures in other files were left alone for the same reason
 * @param superseded how many captures were read anew with other options, in place of their earlier
 *     reading
 * @param headlines rows of news on the captures of this run
 * @param articles articles on the captures of this run
 * @param lines lines that looked like news and were not taken
 * @param warnings what the user should know, each naming its file and the remedy
 * @param rejections inputs that were not read: the first ten thousand
 * @param rejected how many inputs were not read, by cause
 * @param skipped how many records are meant to hold no news, by reason
 * @param notTaken how many lines were not taken, by reason
 * @param byFile counts of the files that were read: of the first ten thousand
 * @param missing files that an earlier index was read from and a rebuild did not find
 * @param index as it is now
 */
public record Report(
    int files,
    int captures,
    int known,
    int knownCaptures,
    int superseded,
    int headlines,
    int articles,
    int lines,
    List<String> warnings,
    List<Rejection> rejections,
    Map<String, Integer> rejected,
    Map<String, Integer> skipped,
    Map<String, Integer> notTaken,
    List<FileCount> byFile,
    List<String> missing,
    Index index) {

  public Report {
    warnings = List.copyOf(warnings);
    rejections = List.copyOf(rejections);
    rejected = ordered(rejected);
    skipped = ordered(skipped);
    notTaken = ordered(notTaken);
    byFile = List.copyOf(byFile);
    missing = List.copyOf(missing);
  }

  /**
   * The index after a run.
   *
   * @param stories how many it holds now
   * @param added stories more than before the run; negative when merging left fewer
   * @param generation of the index now
   * @param committed whether anything changed
   */
  public record Index(int stories, int added, long generation, boolean committed) {}

  /**
   * What one file gave.
   *
   * @param known captures that were read before, in this file or in another
   * @param rejected how many of its records or lines were not read, by cause
   * @param skipped how many of its records are meant to hold no news, by reason
   */
  public record FileCount(
      String file,
      int captures,
      int known,
      int headlines,
      int articles,
      Map<String, Integer> rejected,
      Map<String, Integer> skipped) {
    public FileCount {
      rejected = ordered(rejected);
      skipped = ordered(skipped);
    }
  }

  /** How many stories the index holds now. */
  public int stories() {
    return index.stories();
  }

  /** The number of the index's state. */
  public long generation() {
    return index.generation();
  }

  /** Whether anything changed. */
  public boolean committed() {
    return index.committed();
  }

  /** How many inputs were not read. */
  public int rejectedInputs() {
    return rejected.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> ordered(Map<String, Integer> counts) {
    return Collections.unmodifiableMap(new TreeMap<>(counts));
  }
}
