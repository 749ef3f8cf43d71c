package wellhead.indexer.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelParser;

/**
 * A record printed on one line, its fields between bars, bullets or dashes: "Title | 3h | Oil", "3h
 * • Oil • Title", "Title — by Jane Doe — 3 hours ago".
 *
 * <p>The general habit: of such fields one is the age or date, one the title, and the others are
 * names: a section, a source, an author. A line in which any of this is not so is left to others.
 */
final class Cells {
  private static final Pattern BARS = Pattern.compile("\\s+[|•·]\\s+");
  private static final Pattern DASHES = Pattern.compile("\\s+[–—-]\\s+");
  private static final Pattern BYLINE = Pattern.compile("(?i)by\\s+(.+)");
  private static final int FEWEST = 3;
  private static final int MOST = 6;
  private static final int MOST_WORDS_OF_NAME = 3;

  private Cells() {}

  static Optional<Stamp> read(String text) {
    return read(BARS.split(text, MOST + 1), false)
        .or(() -> read(DASHES.split(text, MOST + 1), true));
  }

  /**
   * Reads the fields of a line.
   *
   * @param signed whether a field must be a byline: a title has dashes of its own
   */
  private static Optional<Stamp> read(String[] cells, boolean signed) {
    if (cells.length < FEWEST || cells.length > MOST) {
      return Optional.empty();
    }
    int label = -1;
    @Nullable Label read = null;
    int title = -1;
    boolean byline = false;
    for (int i = 0; i < cells.length; i++) {
      Optional<Label> one = LabelParser.parse(cells[i]);
      boolean author = isByline(cells[i]);
      byline |= author;
      if (one.isPresent()) {
        if (read != null) {
          return Optional.empty();
        }
        label = i;
        read = one.get();
      } else if (!author && Wording.isHeadline(cells[i])) {
        if (title >= 0) {
          return Optional.empty();
        }
        title = i;
      } else if (!author && Wording.words(cells[i]) > MOST_WORDS_OF_NAME) {
        return Optional.empty();
      }
    }
    return read == null || title < 0 || (signed && !byline)
        ? Optional.empty()
        : Optional.of(Stamp.beside(read, cells[label].strip(), cells[title], label > title));
  }

  private static boolean isByline(String cell) {
    var byline = BYLINE.matcher(cell.strip());
    return byline.matches() && Bylines.name(byline.group(1)) != null;
  }

  /**
   * The columns of a table as fields between bars, where one of them is an age or a date; else the
   * line as it is.
   */
  static String ofTable(String line) {
    if (line.indexOf('\t') < 0) {
      return line;
    }
    List<String> columns = Arrays.stream(line.split("\t")).filter(c -> !c.isBlank()).toList();
    return columns.size() >= FEWEST
            && columns.size() <= MOST
            && columns.stream().anyMatch(c -> LabelParser.parse(c).isPresent())
        ? String.join(" | ", columns)
        : line;
  }
}
