package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;

/** Who wrote an article and when, from the small print around its title and its body. */
final class Credits {

  /** A page's date may stand above its title. */
  private static final int ROWS_ABOVE_TITLE = 3;

  /** Buttons and a section may stand between a name and its date. */
  private static final int ROWS_OF_BYLINE = 9;

  /** Signature and date of an article may stand under it. */
  private static final int ROWS_BELOW = 3;

  /** "Jane Doe in Lusaka", "Jane Doe@jane_doe". */
  private static final Pattern BEHIND_NAME =
      Pattern.compile("\\s*@\\w{2,30}|\\s+(?:in|at|for)\\s+\\p{Lu}[\\p{L} .’'-]{1,40}|,.{2,60}");

  private static final Pattern BY =
      Pattern.compile("(?iuU)\\b" + Sayings.AUTHOR.any() + "\\s+(\\p{Lu}.*)$");

  private final List<Row> rows;

  Credits(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * The author, from the head, from under the body, or from above the title.
   *
   * @param title its row; -1 when there is none
   * @param start the first row of the body
   * @param end the last row of the body
   */
  @Nullable String author(int title, int start, int end) {
    for (int i = Math.max(0, title + 1); i < start; i++) {
      String name = byline(i);
      if (name != null) {
        return name;
      }
    }
    for (int i = Math.max(0, title + 1); i < start; i++) {
      String name = nameNearDate(i);
      if (name != null) {
        return name;
      }
    }
    for (int i = end + 1; isBelow(end, i); i++) {
      String name = byline(i);
      if (name != null) {
        return name;
      }
    }
    for (int i = Math.max(0, title - ROWS_ABOVE_TITLE); i < title; i++) {
      String name = byline(i);
      if (name != null) {
        return name;
      }
    }
    return signature(end);
  }

  /** Close under the body, with nothing between that tells of another story. */
  private boolean isBelow(int end, int i) {
    if (i >= rows.size() || i > end + ROWS_BELOW) {
      return false;
    }
    Row row = rows.get(i);
    return !row.titleLike()
        && !row.says(Cue.RELATED)
        && !row.says(Cue.NEWS)
        && !row.says(Cue.POPULAR)
        && !row.says(Cue.SPONSORED)
        && !row.says(Cue.COMMENTS);
  }

  private @Nullable String byline(int i) {
    Row row = rows.get(i);
    if (row.says(Cue.BYLINE) && row.cue() != null) {
      return Bylines.name(row.cue().rest());
    }
    if (row.is(Kind.LABEL) && row.cue() != null && row.cue().cue() == Cue.BYLINE) {
      return Bylines.name(row.cue().rest());
    }
    return row.is(Kind.LABEL) && row.stamp() != null ? besideDate(row) : null;
  }

  /** "Posted on July 8 by Jane Doe", "Jane Doe July 8". */
  private static @Nullable String besideDate(Row row) {
    String rest = row.stamp() == null ? "" : row.stamp().headline();
    Matcher by = BY.matcher(row.text());
    if (by.find()) {
      String name = Bylines.name(by.group(1));
      return name != null && !Wording.hasNoWords(name) ? name : null;
    }
    return Bylines.isNames(rest) && Bylines.isPersonLine(rest) ? rest : null;
  }

  /** A name alone on a line of the article's head. */
  @Nullable String nameNearDate(int i) {
    Row row = rows.get(i);
    if ((!row.is(Kind.OTHER) && !row.is(Kind.TITLE)) || row.line().bulleted()) {
      return null;
    }
    boolean near =
        nearLabel(i - 1)
            || nearLabel(i - 2)
            || nearLabel(i + 1)
            || nearLabel(i + 2)
            || leadsToLabel(i)
            || row.text().contains("@");
    String name = Bylines.name(row.text());
    if (name == null) {
      return null;
    }
    boolean twice = row.text().equals(name + " " + name);
    boolean alone =
        name.equals(row.text())
            || BEHIND_NAME.matcher(row.text().substring(name.length())).matches();
    return twice || (near && row.text().startsWith(name) && alone && Bylines.isPersonLine(name))
        ? name
        : null;
  }

  /** Buttons and a section's name may stand between the name and the date. */
  private boolean leadsToLabel(int i) {
    for (int j = i + 1; j < Math.min(rows.size(), i + ROWS_OF_BYLINE); j++) {
      if (nearLabel(j)) {
        return true;
      }
      if (rows.get(j).is(Kind.PROSE) || rows.get(j).is(Kind.TITLE)) {
        return false;
      }
    }
    return false;
  }

  private boolean nearLabel(int i) {
    return i >= 0
        && i < rows.size()
        && (rows.get(i).is(Kind.LABEL) || rows.get(i).says(Cue.READING_TIME));
  }

  /** An agency or a person signs right under the last paragraph. */
  private @Nullable String signature(int end) {
    if (end + 1 >= rows.size()) {
      return null;
    }
    Row next = rows.get(end + 1);
    if (next.says(Cue.CREDIT) && next.cue() != null) {
      return Bylines.name(next.cue().rest().split(";")[0]);
    }
    boolean signs =
        next.is(Kind.OTHER)
            && !next.line().bulleted()
            && Bylines.isName(next.text())
            && (Bylines.isPersonLine(next.text())
                || (next.line().isolated()
                    && Wording.shouts(next.text())
                    && next.text().length() <= 6));
    return signs ? next.text() : null;
  }

  /** The article's date or age, looked for in the same places, and when it was changed. */
  Times times(int title, int start, int end) {
    var found = new ArrayList<Row>();
    for (int i = Math.max(0, title + 1); i < start; i++) {
      addLabel(i, found);
    }
    for (int i = title - 1; found.isEmpty() && i >= Math.max(0, title - ROWS_ABOVE_TITLE); i--) {
      if (!rows.get(i).line().bulleted()) {
        addLabel(i, found);
      }
    }
    for (int i = end + 1; found.stream().allMatch(Times::isOfChange) && isBelow(end, i); i++) {
      addLabel(i, found);
    }
    List<Row> changes = found.stream().filter(Times::isOfChange).toList();
    List<Row> publications = found.stream().filter(row -> !Times.isOfChange(row)).toList();
    if (publications.isEmpty()) {
      return changes.isEmpty() ? Times.NONE : Times.of(changes.getFirst());
    }
    Times published = Times.of(publications.getFirst());
    return changes.isEmpty() ? published : published.with(changes.getFirst(), false);
  }

  private void addLabel(int i, List<Row> found) {
    if (rows.get(i).is(Kind.LABEL)) {
      found.add(rows.get(i));
    }
  }
}
