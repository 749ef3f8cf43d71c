package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Phrases.Match;
import wellhead.indexer.page.Row.Kind;

/** Lines to rows: what each line looks like by itself. */
final class Rows {

  /** A heading of a block is short; the same words in a longer line are part of a sentence. */
  private static final int MOST_HEADING_WORDS = 7;

  /** "About Kestrel Pipe Services"; a headline that begins with "About" is longer. */
  private static final int MOST_ABOUT_WORDS = 6;

  /** "More Top Reads From ...", "You must be logged in to ...": a little longer than headings. */
  private static final int MOST_TAIL_WORDS = 14;

  /** A dated line longer than this is a teaser that begins with its date, or prose. */
  private static final int LONGEST_DATED_TITLE = 240;

  /** A teaser's date stands at its head. */
  private static final int HEAD_OF_PROSE = 30;

  /** A bracket, bar or dash before the date that ends a line. */
  private static final Pattern SET_OFF =
      Pattern.compile("[(\\[|•·–—]\\s*[^()\\[|•·–—]{0,40}[)\\]]?$|\\s-\\s+[^-]{0,40}$");

  private static final Pattern DURATION = Pattern.compile("(?:\\d{1,2}:)?\\d{1,2}:\\d{2}");

  private static final int FEWEST_DURATIONS = 4;

  private static final Pattern COUNT = Pattern.compile("\\d[\\d,.]*\\s+");

  /** "Jane Doe, @jane_doe". */
  private static final Pattern HANDLE = Pattern.compile("^.{3,60}[\\s,(]@\\w{2,30}\\)?$");

  /**
   * A place in capitals, then its country and the day, then the agency or at least a dash: how
   * agencies and companies open the text of a report.
   */
  private static final Pattern DATELINE =
      Pattern.compile(
          "(?U)\\p{Lu}{3,}+[\\p{Lu} .’'/-]{0,40}(?:,\\s[\\p{L}.]+(?:\\s[\\p{L}.]+){0,2})?"
              + "(?:,?\\s(?:\\p{L}{3,9}\\.?\\s\\d{1,2}|\\d{1,2}\\.?\\s\\p{L}{3,9})(?:,?\\s\\d{4})?(?:,?\\s?(?:\\([^()]{2,40}\\)|/[^/]{2,40}/))?|,?\\s\\([^()]{2,40}\\))"
              + "\\s?(?:--|[-–—])\\s");

  private static final int LONGEST_DATELINE = 60;

  /** A row of a list is a title, not a paragraph. */
  private static final int LONGEST_ROW = 220;

  /** With its age; fewer may be a section and a name: "3 hours ago in Politics". */
  private static final int FEWEST_WORDS_OF_LONG_ROW = 8;

  private Rows() {}

  static List<Row> of(List<Line> lines, Phrases phrases) {
    List<Row> rows = new ArrayList<>(lines.stream().map(line -> of(line, phrases)).toList());
    DatedRows.mark(rows);
    ShoutedTitles.mark(rows);
    boolean durations = hasDurations(rows);
    for (int i = 0; i < rows.size(); i++) {
      Row inList = rowOfList(rows, i);
      if (inList != null) {
        rows.set(i, inList);
      } else if (isShortTitle(rows, i)) {
        rows.set(i, rows.get(i).as(Kind.DATED_TITLE));
      } else if ((durations && isBareClock(rows.get(i))) || isDuration(rows, i)) {
        rows.set(i, rows.get(i).as(Kind.NUMBER));
      } else if (hasDateInTitle(rows, i)) {
        rows.set(i, new Row(rows.get(i).line(), Kind.TITLE, null, null));
      }
    }
    Refrains.mark(rows);
    DayHeadings.mark(rows);
    return rows;
  }

  /**
   * "18 mins Island Cars Powered by the Sea": words that are furniture or prose elsewhere are a
   * title where an age stands before them and the rows around are titles with ages too.
   */
  private static @Nullable Row rowOfList(List<Row> rows, int i) {
    Row row = rows.get(i);
    boolean otherwise =
        row.is(Kind.PROSE)
            || (row.is(Kind.TITLE) && row.stamp() == null) // "3 days eFuels ..."
            || (row.is(Kind.CUE) && !isOfAnotherList(row.cue()))
            || (row.is(Kind.LABEL) && Wording.words(row.text()) >= FEWEST_WORDS_OF_LONG_ROW);
    if (!otherwise
        || row.text().length() > LONGEST_ROW
        || !besideDatedTitle(rows, i, -1)
        || !(besideDatedTitle(rows, i, 1) || (row.line().bulleted() && goesOn(rows, i)))
        || (i == 0 && rows.size() == 1)) {
      return null;
    }
    return openingAge(row)
        .filter(stamp -> Wording.words(stamp.headline()) > 2)
        .map(stamp -> new Row(row.line(), Kind.DATED_TITLE, null, stamp))
        .orElse(null);
  }

  /** The item below begins with an age, too, whatever it looks like. */
  private static boolean goesOn(List<Row> rows, int i) {
    Row below = rows.get(i + 1);
    return below.line().bulleted()
        && below.text().length() <= LONGEST_ROW
        && openingAge(below).isPresent();
  }

  /** The age that a row of a list begins with. */
  private static Optional<Stamp> openingAge(Row row) {
    return Stamps.findInList(row.text())
        .filter(stamp -> stamp.label().isRelative() && !stamp.atEnd());
  }

  /** What is paid for, or about comments, stays what it is, whatever its age. */
  private static boolean isOfAnotherList(@Nullable Match cue) {
    return cue != null && (cue.cue() == Cue.SPONSORED || cue.cue() == Cue.COMMENTS);
  }

  /** "1 day Oil Slips": too short to be believed alone, but a row among rows with ages. */
  private static boolean isShortTitle(List<Row> rows, int i) {
    Row row = rows.get(i);
    Stamp stamp = row.stamp();
    return row.is(Kind.LABEL)
        && stamp != null
        && row.cue() == null
        && !stamp.smallPrint()
        && Wording.couldBeHeadline(stamp.headline())
        && !META.matcher(stamp.headline()).find()
        && besideDatedTitle(rows, i, -1)
        && (besideDatedTitle(rows, i, 1) || (row.line().bulleted() && goesOn(rows, i)));
  }

  /**
   * "What Changes on 1 January": a date that ends a title without being set off from it belongs to
   * the title, unless the rows around it end in dates too.
   */
  private static boolean hasDateInTitle(List<Row> rows, int i) {
    Row row = rows.get(i);
    Stamp stamp = row.stamp();
    if (!row.is(Kind.DATED_TITLE)
        || stamp == null
        || !stamp.atEnd()
        || stamp.label().isRelative()) {
      return false;
    }
    boolean setOff = SET_OFF.matcher(row.text()).find();
    return !setOff && !endsInDate(rows, i - 1) && !endsInDate(rows, i + 1);
  }

  /**
   * Times below ten that stand alone and rise and fall down the page: how long its videos are.
   * Clock times of stories go through the day, and are printed in order.
   */
  private static boolean hasDurations(List<Row> rows) {
    List<String> clocks =
        rows.stream().filter(Rows::isBareClock).map(Row::text).map(Rows::ofOneLength).toList();
    boolean rises = false;
    boolean falls = false;
    for (int i = 1; i < clocks.size(); i++) {
      rises |= clocks.get(i).compareTo(clocks.get(i - 1)) > 0;
      falls |= clocks.get(i).compareTo(clocks.get(i - 1)) < 0;
    }
    return clocks.size() >= FEWEST_DURATIONS
        && rises
        && falls
        && clocks.stream().allMatch(clock -> clock.startsWith("0"));
  }

  private static boolean isBareClock(Row row) {
    return row.is(Kind.LABEL) && DURATION.matcher(row.text()).matches();
  }

  private static String ofOneLength(String clock) {
    return clock.indexOf(':') == 1 ? "0" + clock : clock;
  }

  /** "0:58" under "Video" is how long it lasts, not when it was. */
  private static boolean isDuration(List<Row> rows, int i) {
    return i > 0
        && DURATION.matcher(rows.get(i).text()).matches()
        && rows.get(i - 1).says(Cue.NOISE);
  }

  private static boolean endsInDate(List<Row> rows, int i) {
    if (i < 0 || i >= rows.size()) {
      return false;
    }
    Stamp stamp = rows.get(i).stamp();
    return rows.get(i).is(Kind.DATED_TITLE) && stamp != null && stamp.atEnd();
  }

  /** The next row in a direction has a headline beside its age, in the same layout. */
  private static boolean besideDatedTitle(List<Row> rows, int i, int step) {
    int j = i + step;
    return j < 0
        || j >= rows.size()
        || (rows.get(j).is(Kind.DATED_TITLE)
            && rows.get(j).line().bulleted() == rows.get(i).line().bulleted());
  }

  private static Row of(Line line, Phrases phrases) {
    String text = line.text();
    if (Stamps.isReadingTime(text)) {
      return new Row(line, Kind.CUE, new Match(Cue.READING_TIME, "", false), null);
    }
    Match cue =
        phrases
            .match(text)
            .filter(m -> believable(m, text))
            .or(() -> counted(line, phrases))
            .orElse(null);
    boolean prose =
        (Wording.isProse(text) && !Wording.isCaption(text)) || isTeaser(text) || isReport(text);
    Stamp stamp = stamp(text, prose);
    if (cue == null
        && text.indexOf('@') >= 0
        && HANDLE.matcher(text).find()
        && Bylines.name(text) != null) {
      return new Row(line, Kind.CUE, new Match(Cue.BYLINE, text, false), stamp);
    }
    if (cue != null
        && (cue.cue() == Cue.RELATED || cue.cue() == Cue.TAIL)
        && isSmallPrint(cue.rest())) {
      return new Row(line, Kind.LABEL, null, stamp);
    }
    boolean label = stamp != null && stamp.headline().isEmpty(); // "about 8 hours ago"
    if (cue != null && !label && !(cue.cue() == Cue.BYLINE && stamp != null)) {
      return new Row(line, Kind.CUE, cue, stamp);
    }
    Kind kind = kind(text, prose, stamp);
    return new Row(line, kind == Kind.OTHER && isLinkedTitle(line) ? Kind.TITLE : kind, cue, stamp);
  }

  /**
   * "Read more: The Wire | 28 November", "Source: The Wire, 03/05/2026": who printed the story
   * above, and when.
   */
  private static boolean isSmallPrint(String rest) {
    Stamp stamp = stamp(rest, false);
    return stamp != null && !stamp.headline().isBlank() && kind(rest, false, stamp) == Kind.LABEL;
  }

  /** "12. | Title (site)": the link says which of the words are the title. */
  private static boolean isLinkedTitle(Line line) {
    String linked = line.markup().linked();
    return linked.length() * 2 > line.text().length()
        && !linked.equals(line.text())
        && Wording.isHeadline(linked)
        && !opensSmallPrint(linked);
  }

  /** "2 Comments", "3 thoughts on ...". */
  private static Optional<Match> counted(Line line, Phrases phrases) {
    Matcher count = COUNT.matcher(line.text());
    return line.blankBefore() && count.lookingAt()
        ? phrases.match(line.text().substring(count.end())).filter(m -> m.cue() == Cue.COMMENTS)
        : Optional.empty();
  }

  /** "The ministry said ... Continue reading": the beginning of a text, cut where it was. */
  private static boolean isTeaser(String text) {
    if (!Sayings.mayHold(text, Math.max(0, text.length() - LONGEST_REST), FIRST_OF_REST)) {
      return false;
    }
    Matcher rest = TO_THE_REST.matcher(text);
    rest.useTransparentBounds(true);
    rest.region(Math.max(0, text.length() - LONGEST_REST), text.length());
    return rest.find() && Wording.words(text.substring(0, rest.start())) >= FEWEST_WORDS_OF_TEASER;
  }

  /** "BERGEN, Norway, July 9, 2026 (Wire) -- The station ...": where a text begins. */
  private static boolean isReport(String text) {
    return text.length() > LONGEST_DATELINE && DATELINE.matcher(text).lookingAt();
  }

  private static Kind kind(String text, boolean prose, @Nullable Stamp stamp) {
    if (prose && stamp != null && stamp.headline().isBlank()) {
      return Kind.LABEL; // small print may end in a full stop
    }
    if (stamp != null && !(prose && text.length() > LONGEST_DATED_TITLE)) {
      String rest = stamp.headline();
      if (!prose
          && !stamp.smallPrint()
          && Wording.couldBeHeadline(rest)
          && !isMeta(rest, stamp.atEnd())) {
        return Kind.DATED_TITLE;
      }
      if (!prose) {
        return Kind.LABEL;
      }
    }
    if (prose) {
      return Kind.PROSE;
    }
    if (Wording.hasNoWords(text) || Furniture.isQuote(text)) {
      return Kind.NUMBER;
    }
    return Wording.isHeadline(text)
            && !Wording.shouts(text)
            && !opensSmallPrint(text)
            && !Bylines.isCredit(text)
        ? Kind.TITLE
        : Kind.OTHER;
  }

  private static @Nullable Stamp stamp(String text, boolean prose) {
    if (prose && text.codePoints().limit(HEAD_OF_PROSE).noneMatch(Character::isDigit)) {
      return null;
    }
    Optional<Stamp> found = Stamps.find(text);
    // "(2 hours ago) The mill ..." has an age, "2 hours ago the mill ..." tells one
    return found
        .filter(s -> !prose || (!s.atEnd() && (!s.label().isRelative() || text.startsWith("("))))
        .orElse(null);
  }

  /** What is left beside a date and is no headline: a source, a section, a count of comments. */
  private static boolean isMeta(String rest, boolean beforeLabel) {
    boolean spaced = rest.codePoints().noneMatch(Wording::isSpaceless);
    return (spaced && Wording.words(rest) < 3 && rest.length() < 20)
        || META.matcher(rest).find()
        || Stamps.isReadingTime(rest)
        || (beforeLabel && Bylines.isNames(rest));
  }

  private static final String COUNT_OF = "\\d[\\d,.]*\\s*" + Sayings.COUNTED.any() + "\\b.*";
  private static final String FROM = Sayings.SOURCE.any() + "\\s*[:：].*";
  private static final String WHEN =
      "(?:"
          + Sayings.PUBLISHED.any()
          + "|"
          + Sayings.CHANGED.any()
          + "|"
          + Sayings.AUTHOR.any()
          + "|in)\\b.{0,60}";

  private static final Pattern META =
      Pattern.compile("(?iuU)^(?:" + COUNT_OF + "|" + FROM + "|" + WHEN + "$)");

  /** The same, where no date stands beside it: "12 points by somebody". */
  private static final Pattern SMALL_PRINT =
      Pattern.compile("(?iuU)^(?:" + COUNT_OF + "|" + FROM + ")");

  /** Whether a line begins with a count of comments or the like, or with its source. */
  static boolean opensSmallPrint(String text) {
    return SMALL_PRINT.matcher(text).find();
  }

  /** What a list prints at the end of a teaser: the way to the rest of it. */
  private static final Pattern TO_THE_REST =
      Pattern.compile("(?iuU)[\\[(]?\\b" + Sayings.REST.any() + "\\b.{0,40}$");

  private static final Set<String> FIRST_OF_REST = Sayings.REST.firstWords();

  /** The longest that the pattern matches: a bracket, "читать полностью", forty characters. */
  private static final int LONGEST_REST = 80;

  private static final int FEWEST_WORDS_OF_TEASER = 8;

  private static boolean believable(Match match, String text) {
    int words = Wording.words(text);
    return switch (match.cue()) {
      case NOISE -> true;
      case TAIL -> words <= MOST_TAIL_WORDS || match.colon();
      case LEGAL -> words <= MOST_ABOUT_WORDS;
      case NEWS, POPULAR, FORUM, SPONSORED, COMMENTS, TAKEAWAYS -> words <= MOST_HEADING_WORDS;
      case RELATED -> words <= 40;
      case BYLINE -> Bylines.name(match.rest()) != null;
      case CREDIT, READING_TIME -> true;
      case FIELD_TITLE, FIELD_AUTHOR, FIELD_DATE, FIELD_URL, FIELD_SUMMARY, FIELD_BODY -> false;
    };
  }
}
