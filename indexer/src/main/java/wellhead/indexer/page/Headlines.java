package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.ParsedPage.Headline;
import wellhead.indexer.page.ParsedPage.Rejected;
import wellhead.indexer.page.Row.Kind;
import wellhead.indexer.time.LabelledLine;

/** What the blocks of a page offer as headlines, and what was refused. */
final class Headlines {

  /** A count of comments glued to a title: "... Tweet2,453 comments -". */
  private static final Pattern COUNT =
      Pattern.compile(
          "(?iu)\\s*[(\\[]?\\d[\\d,.]*\\s*(?:comments?|kommentare|commentaires|comentarios|views|shares)[)\\]]?\\s*[-–—|•·:]*\\s*$");

  /** A news agency glued to the end of a title, where its own element stood. */
  private static final Pattern AGENCY =
      Pattern.compile(
          "(?<=[\\p{Ll}\\d’'”\"])(?:Reuters|Bloomberg|AP News|AP|AFP|CNBC|CNN|BBC|Rigzone|Yahoo Finance|MarketWatch|Barron's)$");

  private static final Pattern TRAILING_MARK =
      Pattern.compile("\\s*(?:[>»›→|•·]|[-–—]\\s*$)+\\s*$");

  private final List<Row> rows;
  private final Map<Integer, Headline> found = new TreeMap<>();
  private final Map<Integer, Rejected> refused = new TreeMap<>();

  Headlines(List<Row> rows) {
    this.rows = rows;
  }

  void take(int title, @Nullable LabelledLine stamp) {
    Row row = rows.get(title);
    boolean cut = stamp != null && row.is(Kind.DATED_TITLE) && stamp.equals(row.stamp());
    put(title, cut && stamp != null ? stamp.headline() : row.text(), stamp);
  }

  /** A headline in words of the row that are not all of it. */
  void put(int at, String words, @Nullable LabelledLine stamp) {
    Row row = rows.get(at);
    String title = clean(words);
    if (title.isEmpty() || found.containsKey(at)) {
      return;
    }
    refused.remove(at);
    found.put(
        at,
        new Headline(
            title,
            stamp == null ? null : Stamps.part(stamp, true),
            stamp == null ? null : Stamps.part(stamp, false),
            false,
            row.line().url(),
            row.line().number()));
  }

  boolean has(int row) {
    return found.containsKey(row);
  }

  boolean isRefused(int row) {
    return refused.containsKey(row);
  }

  void refuse(int at, String reason) {
    if (!found.containsKey(at)) {
      Row row = rows.get(at);
      refused.putIfAbsent(at, new Rejected(row.line().number(), row.text(), reason));
    }
  }

  static String clean(String words) {
    String title = COUNT.matcher(words.strip()).replaceFirst("");
    title = AGENCY.matcher(title).replaceFirst("");
    return TRAILING_MARK.matcher(title).replaceFirst("").strip();
  }

  /**
   * The headlines in page order. A story that stands in two lists is one headline, with its age if
   * either list prints one; the other is refused as a repetition.
   */
  List<Headline> headlines() {
    Map<String, Integer> seen = new HashMap<>();
    Map<Integer, Headline> once = new TreeMap<>();
    found.forEach((at, headline) -> {
      Integer earlier = seen.get(Titles.fold(headline.title()));
      Headline before = earlier == null ? null : once.get(earlier);
      if (before != null && earlier != null && !isOtherStory(before, headline)) {
        boolean better = !dated(before) && dated(headline);
        once.remove(better ? earlier : at);
        repeats(better ? earlier : at, better ? headline.line() : before.line());
        if (!better) {
          return;
        }
      }
      seen.put(Titles.fold(headline.title()), at);
      once.put(at, headline);
    });
    return new ArrayList<>(once.values());
  }

  private void repeats(int at, int line) {
    Row row = rows.get(at);
    refused.put(
        at, new Rejected(row.line().number(), row.text(), "repeats the headline of line " + line));
  }

  /** The same words with two dates are two stories: "Oil Prices Dip", today and last week. */
  private static boolean isOtherStory(Headline a, Headline b) {
    return a.date() != null && b.date() != null && !a.date().equals(b.date());
  }

  private static boolean dated(Headline headline) {
    return headline.age() != null || headline.date() != null;
  }

  List<Rejected> refused() {
    return new ArrayList<>(refused.values());
  }
}
