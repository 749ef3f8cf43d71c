package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelParser;
import wellhead.indexer.time.LabelledLine;

/** Ages and dates in a line, also where it is a row of small print ("Business | 3 hours ago"). */
final class Stamps {

  /** A label stands at the head or at the end; the middle of a long line is not looked at. */
  private static final int LONGEST_LINE = 400;

  private static final int HEAD_OF_LONG_LINE = 120;

  /** What parts small print from small print. */
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[|•·/–—-]\\s+|\\s*[|•·]\\s*|\\s+by\\b\\s*");

  /** Not between a day and its year. */
  private static final Pattern COMMA =
      Pattern.compile("\\s*,\\s+(?!(?:19|20)\\d{2}\\b)|\\s+by\\b\\s*");

  private static final Pattern IN_SECTION = Pattern.compile("\\s+(?:in|on)\\b\\s*(.*)$");

  /** The same behind a title and its age: "... again 3 hours ago on Rig Blog". */
  private static final Pattern AT_END =
      Pattern.compile("\\s+(?:in|on)\\s+\\p{Lu}\\S*(?: \\S+){0,3}$");

  /** What says that a date follows. */
  private static final Pattern PUBLISHED =
      Pattern.compile(
          "(?iuU)^" + Sayings.PUBLISHED.any() + "\\b\\s*:?\\s*(?:on|at|am|le|el|em|il)?\\b\\s*");

  /** A time of modification behind the time of publication. */
  private static final Pattern MODIFIED =
      Pattern.compile(
          "(?iuU)\\s*[,;]?\\s+[|•·(–—-]?\\s*(?:last\\s+)?" + Sayings.CHANGED.any() + "\\b");

  private static final Pattern SET_OFF = Pattern.compile("^[\\s,;|•·(–—-]+");

  /** What stands between the word for a modification and its time. */
  private static final Pattern BEFORE_TIME =
      Pattern.compile(
          "(?iuU)^[\\s:.|•·–—-]*(?:(?:on|at|am|um|le|à|el|a las|em|às|il|alle)\\b)?[\\s)\\]]*");

  private static final Pattern ANNOUNCED =
      Pattern.compile("(?iuU)\\s" + Sayings.PUBLISHED.any() + "\\b:?\\s+(?:on\\s+)?(.+)$");

  private static final Pattern BYLINE_ON =
      Pattern.compile("(?iuU)((?:\\w+\\s+)?by\\s+.{2,50}?)\\s+(?:on|at)\\s+(.{4,40})");

  private static final Pattern COUNT =
      Pattern.compile(
          "(?iuU)\\s?[|•·(–—-]?\\s?\\d[\\d,.]{0,11}+\\s?"
              + Sayings.COUNTED.any()
              + "(?:\\s?\\d{1,12})?\\)?$");

  private static final Pattern GLUED_NAME =
      Pattern.compile("\\p{Lu}[\\p{L}&.]{1,20}(?: [\\p{L}&.]{1,20}){0,2}(?=\\d)");

  private static final Pattern READING_TIME =
      Pattern.compile(
          "(?iuU)(?<![\\p{L}\\p{N}])\\d{1,4}\\s?[-–]?\\s?min(?:ute)?[sn]?\\.?\\s?"
              + Sayings.READ.any()
              + "\\b.{0,20}$");

  private static final Pattern SET_OFF_END = Pattern.compile("[\\s,;|•·(–—-]{1,8}$");

  /** How long it takes to watch. */
  private static final Pattern DURATION = Pattern.compile("(?:\\d{1,2}:)?\\d{1,2}:\\d{2}");

  private static final Pattern OF_MINUTES =
      Pattern.compile("(?iu)\\W*(?:min(?:ute[ns]?|utos|uti)?|sec(?:onds?)?|sek(?:unden)?)\\b.*");

  private static final Pattern PART = Pattern.compile("\\s+[|•·/]\\s+");
  private static final Pattern BAR = Pattern.compile("[|•·]");
  private static final int MOST_PARTS = 8;

  /** A part of small print is a name, a section or a count, not a sentence. */
  private static final int MOST_WORDS_OF_PART = 5;

  private static final int MOST_WORDS_OF_PLACE = 3;

  private static final Pattern FIELD = Pattern.compile("\\s+[|•·/–—-]\\s+");
  private static final int FEWEST_OF_PATH = 3;

  /** A discussion's numbering before its age: "#2.1 — 8 hours ago". */
  private static final Pattern THREAD_NUMBER =
      Pattern.compile("^#\\d+(?:\\.\\d+){0,9}\\s*[-–—:|]?\\s*");

  private Stamps() {}

  static Optional<Stamp> find(String text) {
    String line = withoutReadingTime(text);
    return (line.length() > LONGEST_LINE || LabelParser.holdsLabel(line))
        ? found(line).filter(stamp -> !isDuration(line, stamp)).map(Stamps::bare)
        : Optional.empty();
  }

  /** Whether it says how long it takes to read, and nothing else. */
  static boolean isReadingTime(String text) {
    return !text.isEmpty()
        && Character.isDigit(text.codePointAt(0))
        && READING_TIME.matcher(text).lookingAt();
  }

  /** "4 min", in any capitals. */
  private static boolean mayHoldMinutes(String text) {
    for (int i = text.indexOf('m') < 0 ? text.indexOf('M') : 0; i >= 0 && i < text.length(); i++) {
      if (text.regionMatches(true, i, "min", 0, 3)) {
        return true;
      }
    }
    return false;
  }

  /** "Oct 6 4 mins read": how long it takes to read is no part of the date. */
  private static String withoutReadingTime(String text) {
    if (!mayHoldMinutes(text)) {
      return text;
    }
    Matcher reading = READING_TIME.matcher(text);
    return reading.find() && reading.start() > 0
        ? SET_OFF_END.matcher(text.substring(0, reading.start())).replaceFirst("")
        : text;
  }

  /** Whether a line begins with an age or a date. */
  static boolean opens(String text) {
    return find(text).filter(s -> text.startsWith(s.printed())).isPresent();
  }

  /** The row of a list that is known to print an age before each title, small letters or not. */
  static Optional<Stamp> findInList(String text) {
    return find(text)
        .filter(stamp -> !stamp.smallPrint())
        .or(() -> LabelParser.parseLine("• " + text).filter(l -> !l.atEnd()).map(Stamp::of));
  }

  /** The label without the word that announces it, and without a name glued to it. */
  private static Stamp bare(Stamp line) {
    String printed = withoutName(PUBLISHED.matcher(line.printed()).replaceFirst(""), line.label());
    String headline =
        line.atEnd() ? withoutCount(withoutOpenBracket(line.headline())) : line.headline();
    if (!headline.isEmpty() && !line.label().isRelative()) {
      Optional<Label> age = LabelParser.parse(headline).filter(Label::isRelative);
      if (age.isPresent()) {
        return Stamp.alone(age.get(), headline); // "36 min ago9:46 a.m. March 2, 2019"
      }
    }
    return line.printedAs(printed, headline);
  }

  /** "Title34,659 comments - 3 days ago": a count between a title and its age. */
  private static String withoutCount(String headline) {
    Matcher count = COUNT.matcher(headline);
    return count.find() && count.start() > 0 ? headline.substring(0, count.start()) : headline;
  }

  /** "01:43 min", "Title Watch 02:11": how long a video is. */
  private static boolean isDuration(String text, Stamp stamp) {
    if (!DURATION.matcher(stamp.printed()).matches()) {
      return false;
    }
    int start = text.indexOf(stamp.printed());
    String behind = text.substring(start + stamp.printed().length());
    String before = text.substring(0, start).strip();
    String word = before.substring(before.lastIndexOf(' ') + 1);
    return OF_MINUTES.matcher(behind).matches()
        || Phrases.of(null).match(word).filter(m -> m.cue() == Cue.NOISE).isPresent();
  }

  /** "Title (The Wire, May 23, 2015)": who printed it stands in the bracket of the date. */
  static String withoutOpenBracket(String headline) {
    int open = headline.lastIndexOf('(');
    boolean closed = open < 0 || headline.indexOf(')', open) > 0;
    return closed || Wording.words(headline.substring(open)) > MOST_WORDS_OF_PART
        ? headline
        : headline.substring(0, open).strip();
  }

  /** "Wire2 hours ago": a source or a section, and the age right behind it. */
  static String withoutName(String printed, Label label) {
    Matcher name = GLUED_NAME.matcher(printed);
    return name.lookingAt()
            && LabelParser.parse(printed.substring(name.end())).filter(label::equals).isPresent()
        ? printed.substring(name.end())
        : printed;
  }

  private static Optional<Stamp> found(String text) {
    if (!LabelParser.mayHoldLabel(text)
        || text.codePoints().limit(LONGEST_LINE).noneMatch(Character::isLetterOrDigit)) {
      return Optional.empty();
    }
    if (text.length() > LONGEST_LINE) {
      return atHead(text);
    }
    Matcher thread = THREAD_NUMBER.matcher(text);
    if (thread.find() && thread.end() < text.length()) {
      return found(text.substring(thread.end()));
    }
    Optional<Label> whole = LabelParser.parse(text);
    int modified = modification(text);
    if (whole.filter(label -> label.role() == Label.Role.MODIFIED).isPresent()) {
      return whole.map(label -> Stamp.alone(label, text));
    }
    boolean behindDate = modified > 0;
    boolean runsOn = behindDate && text.substring(0, modified).strip().matches("(?U).*[\\w.]");
    if (whole.isPresent() && !runsOn) {
      return Optional.of(Stamp.alone(whole.get(), text));
    }
    if (behindDate) {
      Optional<Stamp> before = found(text.substring(0, modified));
      if (before.isPresent()) {
        return before.map(stamp -> stamp.changed(change(text.substring(modified))));
      }
    }
    return Cells.read(text)
        .or(() -> LabelParser.parseLine(text).map(Stamps::cut))
        .or(() -> beforeTail(text))
        .or(() -> announced(text))
        .or(() -> behindByline(text))
        .or(() -> beforeIn(text))
        .or(() -> behindPlace(text))
        .or(() -> behindName(text))
        .or(() -> beforeCount(text))
        .or(() -> beforeWord(text))
        .or(() -> smallPrint(text));
  }

  private static Stamp cut(LabelledLine line) {
    return isPath(line.headline())
        ? Stamp.amongSmallPrint(line.label(), line.printed(), line.headline(), line.atEnd())
        : Stamp.of(line);
  }

  /** "The Wire - Grid Friends - Power": names, and no title among them. */
  private static boolean isPath(String text) {
    String[] names = FIELD.split(text, MOST_PARTS);
    return names.length >= FEWEST_OF_PATH
        && Arrays.stream(names).allMatch(name -> Wording.words(name) <= MOST_WORDS_OF_PLACE);
  }

  /**
   * Where a time of modification begins: the word for it, then a time or nothing. "22 hours
   * UPDATED: Tanker Rates Climb" and "Agency publishes updated tables" only have the word.
   *
   * @return -1 when there is none
   */
  private static int modification(String text) {
    Matcher modified = MODIFIED.matcher(text);
    while (modified.find()) {
      String behind = BEFORE_TIME.matcher(text.substring(modified.end())).replaceFirst("");
      if (behind.isEmpty()
          || LabelParser.parse(behind).isPresent()
          || LabelParser.parseLine(behind).filter(l -> !l.atEnd()).isPresent()) {
        return modified.start();
      }
    }
    return -1;
  }

  /** The time of modification without what sets it off; {@code null} when it is only announced. */
  private static @Nullable String change(String text) {
    String bare = SET_OFF.matcher(text).replaceFirst("").strip();
    return LabelParser.parse(bare).isPresent() ? bare : null;
  }

  private static Optional<Stamp> atHead(String text) {
    int cut = text.lastIndexOf(' ', HEAD_OF_LONG_LINE);
    return cut < 0
        ? Optional.empty()
        : LabelParser.parseLine(text.substring(0, cut))
            .filter(l -> !l.atEnd())
            .map(l ->
                Stamp.beside(l.label(), l.printed(), l.headline() + text.substring(cut), false));
  }

  /** "Houston, Texas 3 March 2020": a place or a name, then nothing but the date. */
  private static Optional<Stamp> behindPlace(String text) {
    int digit = 0;
    while (digit < text.length() && !Character.isDigit(text.charAt(digit))) {
      digit++;
    }
    String place = text.substring(0, digit).strip();
    String behind = text.substring(digit).strip();
    return place.isEmpty() || behind.isEmpty() || Wording.words(place) > MOST_WORDS_OF_PLACE
        ? Optional.empty()
        : LabelParser.parse(behind)
            .filter(l -> !l.isRelative())
            .map(l -> Stamp.amongSmallPrint(l, behind, place, true));
  }

  /** "Petra Lindau vor 3 Stunden": a name, then nothing but the age or the date. */
  private static Optional<Stamp> behindName(String text) {
    int most = MOST_WORDS_OF_PART;
    for (int at = text.lastIndexOf(' '); at > 0 && most > 0; at = text.lastIndexOf(' ', at - 1)) {
      most--;
      String name = text.substring(0, at).strip();
      if (!Bylines.isNames(name)) {
        continue;
      }
      String label = text.substring(at + 1);
      if (label.chars().noneMatch(Character::isDigit)) {
        continue; // "Gas Rises Again Today" is no name
      }
      Optional<Label> read = LabelParser.parse(label);
      if (read.isPresent()) {
        return Optional.of(Stamp.amongSmallPrint(read.get(), label, name, true));
      }
    }
    return Optional.empty();
  }

  /** "2h ago120 comments": a count behind the age, with or without a space. */
  private static Optional<Stamp> beforeCount(String text) {
    Matcher count = COUNT.matcher(text);
    return count.find() && count.start() > 0
        ? LabelParser.parse(text.substring(0, count.start()))
            .map(l -> Stamp.alone(l, text.substring(0, count.start()).strip()))
        : Optional.empty();
  }

  /**
   * The part of small print that is an age ({@code relative}) or a date: "Oct 9, 2023 · 2 hours
   * ago" has both.
   *
   * @return {@code null} when it has none; the whole label when it is nothing else
   */
  static @Nullable String part(Stamp stamp, boolean relative) {
    boolean wholeIs = stamp.label().isRelative();
    String[] parts = PART.split(stamp.printed());
    if (parts.length > 1 && parts.length <= MOST_PARTS) {
      List<String> fitting =
          Arrays.stream(parts)
              .filter(p -> LabelParser.parse(p).filter(l -> isWanted(l, relative)).isPresent())
              .toList();
      boolean both = fitting.size() < parts.length;
      if (both && !fitting.isEmpty()) {
        int from = stamp.printed().indexOf(fitting.getFirst());
        String last = fitting.getLast();
        return stamp.printed().substring(from, stamp.printed().lastIndexOf(last) + last.length());
      }
    }
    return wholeIs == relative ? stamp.printed() : null;
  }

  /** A modification tells nothing of publication where both are printed. */
  private static boolean isWanted(Label label, boolean relative) {
    return label.isRelative() == relative && label.role() == Label.Role.PUBLISHED;
  }

  /** "By Jane Doe Published April 22, 2021": a word says that the rest is the date. */
  private static Optional<Stamp> announced(String text) {
    Matcher word = ANNOUNCED.matcher(text);
    if (!word.find() || Wording.words(text.substring(0, word.start())) > MOST_WORDS_OF_PART) {
      return Optional.empty();
    }
    return LabelParser.parse(word.group(1))
        .map(l -> Stamp.amongSmallPrint(l, word.group(1), text.substring(0, word.start()), true));
  }

  /** "Written by Jane Doe on April 22, 2021". */
  private static Optional<Stamp> behindByline(String text) {
    Matcher byline = BYLINE_ON.matcher(text);
    return byline.matches()
        ? LabelParser.parse(byline.group(2))
            .map(l -> Stamp.amongSmallPrint(l, byline.group(2), byline.group(1), true))
        : Optional.empty();
  }

  /**
   * "Title 3 hours ago 12 comments", "Title 3 hours ago on Rig Blog": small print ends the line.
   */
  private static Optional<Stamp> beforeTail(String text) {
    Matcher count = COUNT.matcher(text);
    Matcher section = AT_END.matcher(text);
    int end = count.find() ? count.start() : section.find() ? section.start() : 0;
    return end == 0
        ? Optional.empty()
        : LabelParser.parseLine(text.substring(0, end))
            .filter(line -> line.atEnd() && line.label().isRelative())
            .map(Stamp::of);
  }

  /** "3 hours ago in Markets": the section it was filed under. */
  private static Optional<Stamp> beforeIn(String text) {
    Matcher section = IN_SECTION.matcher(text);
    if (!section.find() || Wording.words(section.group(1)) > MOST_WORDS_OF_PART) {
      return Optional.empty();
    }
    String date = text.substring(0, section.start());
    return LabelParser.parse(date)
        .filter(l -> !(l instanceof Label.CalendarDay)) // "Today in History" is a name
        .map(l -> Stamp.amongSmallPrint(l, date, section.group(1), false));
  }

  /** "October 22, 2019 report": nothing but the date, then a word or two. */
  private static Optional<Stamp> beforeWord(String text) {
    int end = text.length();
    while (end > 0 && !Character.isDigit(text.charAt(end - 1))) {
      end--;
    }
    String date = text.substring(0, end);
    String behind = text.substring(end).strip();
    return date.isEmpty() || behind.isEmpty() || Wording.words(behind) >= MOST_WORDS_OF_PART
        ? Optional.empty()
        : LabelParser.parse(date)
            .filter(l -> !l.isRelative())
            .map(l -> Stamp.amongSmallPrint(l, date, behind, false));
  }

  /** "12 points by somebody 3 hours ago | 4 comments": the age is one of the parts, or ends one. */
  private static Optional<Stamp> smallPrint(String text) {
    return smallPrint(text, SEPARATOR.split(text, MOST_PARTS))
        .or(() -> besideComma(text))
        .or(() -> smallPrint(text, COMMA.split(text, MOST_PARTS)));
  }

  /** "The Wire, May 23, 2015": a name, and a date that has a comma of its own. */
  private static Optional<Stamp> besideComma(String text) {
    int parts = 0;
    for (int at = text.indexOf(',');
        at >= 0 && parts < MOST_PARTS;
        at = text.indexOf(',', at + 1)) {
      parts++;
      String before = text.substring(0, at).strip();
      String behind = text.substring(at + 1).strip();
      if (Wording.words(before) <= MOST_WORDS_OF_PART) {
        Optional<Label> label = LabelParser.parse(behind);
        if (label.isPresent()) {
          return Optional.of(Stamp.amongSmallPrint(label.get(), behind, before, true));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Stamp> smallPrint(String text, String[] parts) {
    if (parts.length < 2) {
      return Optional.empty();
    }
    if (Arrays.stream(parts).filter(Stamps::isAge).count() > 1) {
      return Optional.empty(); // "30 days | 3 months": windows to choose from
    }
    boolean bars = BAR.matcher(text).find();
    Label label = null;
    String printed = "";
    String change = null;
    List<String> rest = new ArrayList<>();
    for (String printedPart : parts) {
      String part = PUBLISHED.matcher(printedPart).replaceFirst("");
      boolean changed = label != null && label.role() == Label.Role.MODIFIED;
      Stamp found = label == null || changed ? ofPart(part, bars) : null;
      if (found != null) {
        change = changed ? printed : null;
        label = found.label();
        printed = found.printed();
      }
      String left = found == null ? part : found.headline();
      if (Wording.words(left) > MOST_WORDS_OF_PART) {
        return Optional.empty();
      }
      if (!left.isBlank()) {
        rest.add(left);
      }
    }
    return label == null
        ? Optional.empty()
        : Optional.of(
            Stamp.amongSmallPrint(label, printed, String.join(" / ", rest), false).changed(change));
  }

  private static boolean isAge(String part) {
    return LabelParser.parse(part).filter(Label::isRelative).isPresent();
  }

  /** Between bars an age may end a part ("12 points by somebody 3 hours ago"). */
  private static @Nullable Stamp ofPart(String part, boolean bars) {
    Optional<Label> whole = LabelParser.parse(part);
    return whole
        .map(l -> Stamp.alone(l, part.strip()))
        .or(() -> bars ? LabelParser.parseLine(part).map(Stamp::of) : Optional.empty())
        .orElse(null);
  }
}
