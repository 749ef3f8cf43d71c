package wellhead.indexer.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;

/**
 * Under which heading each row stands: news, a forum, advertisements, comments, the site itself.
 *
 * <p>A heading holds until the next heading; all but comments also end at a short line that stands
 * alone, as a heading does that no table knows.
 */
final class Flavours {

  private Flavours() {}

  /** The cue in force at each row; {@code null} where there is none. */
  static @Nullable Cue[] of(List<Row> rows) {
    @Nullable Cue[] flavours = new @Nullable Cue[rows.size()];
    Cue now = null;
    for (int i = 0; i < rows.size(); i++) {
      Cue heading = isButton(rows, i) ? null : heading(rows.get(i));
      boolean tab = heading != null && i > 0 && isTab(rows.get(i - 1), rows.get(i));
      if (heading != null && !tab) {
        now = heading;
      } else if (heading == null && endsQuietly(rows.get(i), now)) {
        now = null;
      }
      flavours[i] = now;
    }
    return flavours;
  }

  /** "Comments" among "Share", "Tweet" and "Save" is a button and heads nothing. */
  static boolean isButton(List<Row> rows, int i) {
    Row row = rows.get(i);
    boolean above = i > 0 && !row.line().blankBefore() && rows.get(i - 1).says(Cue.NOISE);
    boolean below =
        i + 1 < rows.size() && !row.line().blankAfter() && rows.get(i + 1).says(Cue.NOISE);
    return row.says(Cue.COMMENTS) && (above || below);
  }

  /** "Latest / Popular / Comments" over one list: the first tab is the one that is open. */
  private static boolean isTab(Row before, Row row) {
    return heading(before) != null
        && before.line().bulleted()
        && row.line().bulleted()
        && !before.line().blankAfter();
  }

  private static @Nullable Cue heading(Row row) {
    Phrases.Match match = row.cue();
    if (!row.is(Kind.CUE) || match == null) {
      return null;
    }
    Cue cue = match.cue();
    return switch (cue) {
      case TAIL, NEWS, POPULAR, FORUM, COMMENTS, LEGAL -> cue;
      case SPONSORED ->
          match.rest().isEmpty() || !match.colon() ? cue : null; // "Ad: Name" is one row's
      case RELATED -> match.rest().isEmpty() ? cue : null;
      case NOISE,
          TAKEAWAYS,
          BYLINE,
          CREDIT,
          READING_TIME,
          FIELD_TITLE,
          FIELD_AUTHOR,
          FIELD_DATE,
          FIELD_URL,
          FIELD_SUMMARY,
          FIELD_BODY ->
          null;
    };
  }

  private static boolean endsQuietly(Row row, @Nullable Cue now) {
    return now != Cue.COMMENTS
        && row.is(Kind.OTHER)
        && row.line().isolated()
        && !row.line().bulleted();
  }
}
