package wellhead.indexer.time;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wellhead.indexer.time.Reading.Footing;
import wellhead.indexer.time.Vocabulary.Topic;

/**
 * Cuts the label off a line of a list. A title may begin or end with words that look like an age
 * ("12 Hours of Sebring", "Lower Than 5 Years Ago"), so how firmly a label must be set off from the
 * rest depends on what was read: see {@link Footing}.
 */
final class LineCutter {
  private static final Set<String> STRONG =
      Set.of("|", "·", "•", "►", "▶", "»", "›", ">", "▪", "●");
  private static final Set<String> NO_TITLE_STARTS_WITH =
      Set.of("?", "!", ";", ")", "]", "%", "+", "/", ".", "=", "°");
  private static final Set<String> NO_AGE_BEHIND =
      Set.of("$", "€", "£", "¥", "#", "+", "-", ".", ",", "/", "&", "_", "~", "@", "=", "'", "\"");
  private static final int LONGEST_LABEL = 16;

  /** How a label is set off from the rest of its line. */
  private enum Setting {
    GLUED,
    SPACE,
    COMMA,
    COLON,
    DASH,
    /** A bar, a bullet, or a gap of columns. */
    STRONG,
    BRACKETS
  }

  private final String line;
  private final List<Token> tokens;
  private final Frame frame;

  private LineCutter(String line) {
    this.line = line;
    this.tokens = PrintedText.tokens(line);
    this.frame = Frame.of(tokens);
  }

  static Optional<LabelledLine> cut(String line) {
    var cutter = new LineCutter(line);
    return cutter.atHead().or(cutter::atTail);
  }

  private Optional<LabelledLine> atHead() {
    if (frame.signed() || frame.start() >= tokens.size()) {
      return Optional.empty();
    }
    List<Token> near = tokens.subList(0, Math.min(tokens.size(), frame.start() + 40));
    return LabelGrammar.longest(near, frame.start()).flatMap(this::behindLabel);
  }

  private Optional<LabelledLine> behindLabel(Reading reading) {
    int title = reading.next();
    Setting setting = Setting.SPACE;
    if (isInBrackets(frame.start(), reading.next())) {
      setting = Setting.BRACKETS;
      title++;
    }
    while (title < tokens.size() && isSeparator(title)) {
      setting = stronger(setting, settingOf(tokens.get(title)));
      title++;
    }
    if (title >= tokens.size()) {
      return Optional.empty();
    }
    Token first = tokens.get(title);
    if (first.gap() == Token.Gap.WIDE) {
      setting = stronger(setting, Setting.STRONG);
    } else if (first.isGlued() && title == reading.next()) {
      setting = Setting.GLUED;
    }
    return hasWord(title, tokens.size()) && isHead(reading, setting, title)
        ? Optional.of(line(reading, frame.start(), title, tokens.size(), false))
        : Optional.empty();
  }

  private boolean isHead(Reading reading, Setting setting, int title) {
    Token first = tokens.get(title);
    if (isMonth(reading)) {
      return false;
    }
    boolean ellipsis = first.is(".") && title + 1 < tokens.size() && tokens.get(title + 1).is(".");
    if ((NO_TITLE_STARTS_WITH.contains(first.text()) && !ellipsis) || isCounted(reading, title)) {
      return false;
    }
    boolean bare = isBareAge(reading);
    return switch (setting) {
      case BRACKETS, STRONG -> true;
      case DASH -> !(bare && reading.footing() == Footing.SET_OFF);
      // "20 years ago: War Begins" looks back
      case COLON -> !bare && !isYears(reading) && reading.footing() != Footing.SET_OFF;
      case COMMA ->
          !reading.label().isRelative() && reading.footing() != Footing.SET_OFF && isTitle(title);
      case GLUED -> reading.footing() != Footing.SET_OFF && first.isWord() && !first.startsSmall();
      case SPACE -> reading.footing() != Footing.SET_OFF && isTitle(title);
    };
  }

  /** A small letter goes on with a sentence, unless a bullet says that a row begins here. */
  private boolean isTitle(int at) {
    Token first = tokens.get(at);
    boolean bullet = frame.start() > 0;
    return !first.startsSmall()
        || isName(at)
        || (bullet && Vocabulary.ALL.getFirst().find(Topic.NOT_BEFORE, tokens, at).isEmpty());
  }

  /** "iPhone", "eFuels": a small letter, then a capital. */
  private boolean isName(int at) {
    return tokens.get(at).text().length() == 1
        && at + 1 < tokens.size()
        && tokens.get(at + 1).isGlued()
        && tokens.get(at + 1).startsCapital();
  }

  private boolean isCounted(Reading reading, int title) {
    Token unit = tokens.get(reading.next() - 1);
    return unit.is("m") && Vocabulary.ALL.getFirst().find(Topic.COUNTED, tokens, title).isPresent();
  }

  private Optional<LabelledLine> atTail() {
    // the last bracket may belong to the label: "9:00 (UTC)"
    return atTail(frame.end()).or(() -> atTail(tokens.size()));
  }

  private Optional<LabelledLine> atTail(int end) {
    List<Token> upToEnd = tokens.subList(0, end);
    for (int at = Math.max(frame.start() + 1, end - LONGEST_LABEL); at < end; at++) {
      var reading = LabelGrammar.longest(upToEnd, at).filter(r -> r.next() == end);
      if (reading.isPresent()) {
        // only the longest: a part of a label is no label
        return beforeLabel(reading.get(), at);
      }
    }
    return Optional.empty();
  }

  private Optional<LabelledLine> beforeLabel(Reading reading, int label) {
    int end = label;
    Setting setting = tokens.get(label).gap() == Token.Gap.WIDE ? Setting.STRONG : Setting.SPACE;
    if (isInBrackets(label, reading.next())) {
      setting = Setting.BRACKETS;
      end--;
    }
    while (end > frame.start() && isSeparator(end - 1)) {
      end--;
      setting = stronger(setting, settingOf(tokens.get(end)));
    }
    if (end == label && tokens.get(label).isGlued()) {
      setting = Setting.GLUED;
    }
    return end > frame.start() && hasWord(frame.start(), end) && isTail(reading, setting, label)
        ? Optional.of(line(reading, label, titleStart(), end, true))
        : Optional.empty();
  }

  /** Behind the bullets; an opening bracket belongs to the title. */
  private int titleStart() {
    int start = 0;
    while (Frame.isBullet(tokens.get(start))) {
      start++;
    }
    return start;
  }

  private boolean isTail(Reading reading, Setting setting, int label) {
    if (isMonth(reading)) {
      return false;
    }
    Token before = tokens.get(label - 1);
    boolean bare = isBareAge(reading);
    return switch (setting) {
      // "(24 min)" is how long it takes to watch
      case BRACKETS -> !bare;
      case STRONG -> !(bare && isLength(reading));
      case DASH -> !(bare && (reading.footing() == Footing.SET_OFF || isLength(reading)));
      case COLON, COMMA -> false;
      case GLUED -> reading.footing() == Footing.ANYWHERE && !NO_AGE_BEHIND.contains(before.text());
      case SPACE ->
          reading.footing() == Footing.ANYWHERE
              && (isNumber(label) || saysIt(reading, label))
              && !isYears(reading)
              && Vocabulary.ALL.getFirst().find(Topic.NOT_AFTER, tokens, label - 1).isEmpty()
              && !isSign(label);
    };
  }

  /** "9 hours ago", "~9 hours ago". */
  private boolean isNumber(int label) {
    boolean about = tokens.get(label).is("~") && label + 1 < tokens.size();
    return tokens.get(about ? label + 1 : label).isNumber();
  }

  /** "hace 2 horas", "Yesterday at 5:03 PM", and every date. */
  private boolean saysIt(Reading reading, int label) {
    return switch (reading.label()) {
      case Label.Age age ->
          age.role() == Label.Role.PUBLISHED
              && Ages.unit(age).compareTo(ChronoUnit.DAYS) <= 0
              && Vocabulary.ALL.stream()
                  .anyMatch(words -> words.find(Topic.BEFORE, tokens, label).isPresent());
      case Label.CalendarDay day -> day.clock() != null;
      default -> !reading.label().isRelative();
    };
  }

  /** "$ 5", "- 5"; in "OPEC+ 5 hours ago" the mark belongs to the word. */
  private boolean isSign(int label) {
    Token before = tokens.get(label - 1);
    boolean ofWord = before.isGlued() && !tokens.get(label).isGlued() && label > 1;
    return !ofWord && NO_AGE_BEHIND.contains(before.text());
  }

  /** "45 min" behind a title is how long it takes; ages say "mins", "45m" or "ago". */
  private boolean isLength(Reading reading) {
    Token unit = tokens.get(reading.next() - 1);
    return unit.is("min") || unit.is("minutes") || unit.is("sec");
  }

  /** "Review of the Month - November 2024" is a title. */
  private static boolean isMonth(Reading reading) {
    return reading.label() instanceof Label.Date date && date.precision() == ChronoUnit.MONTHS;
  }

  private static boolean isYears(Reading reading) {
    return reading.label() instanceof Label.Age age
        && age.parts().getFirst().unit() == ChronoUnit.YEARS;
  }

  /** Whether it is an amount without a word such as "ago". */
  private static boolean isBareAge(Reading reading) {
    return reading.label() instanceof Label.Age && !reading.marked();
  }

  private boolean isInBrackets(int from, int to) {
    return from > 0
        && to < tokens.size()
        && Frame.opens(tokens.get(from - 1))
        && (tokens.get(to).is(")") || tokens.get(to).is("]") || tokens.get(to).is("】"));
  }

  private boolean isSeparator(int at) {
    Token token = tokens.get(at);
    if (token.is("-")) {
      boolean longDash = !token.printed().equals("-");
      boolean apart = at + 1 >= tokens.size() || !tokens.get(at + 1).isGlued();
      return longDash || apart || (!token.isGlued() && tokens.get(at + 1).isWord());
    }
    // "24/7" and "km/h" are one word
    boolean slash =
        token.is("/")
            && !token.isGlued()
            && at + 1 < tokens.size()
            && !tokens.get(at + 1).isGlued();
    return slash || token.is(",") || token.is(":") || STRONG.contains(token.text());
  }

  private static Setting settingOf(Token separator) {
    return switch (separator.text()) {
      case "," -> Setting.COMMA;
      case ":" -> Setting.COLON;
      case "-", "/" -> Setting.DASH;
      default -> Setting.STRONG;
    };
  }

  private static Setting stronger(Setting one, Setting other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private boolean hasWord(int from, int to) {
    return tokens.subList(from, to).stream().anyMatch(Token::isWord);
  }

  private LabelledLine line(Reading reading, int label, int from, int to, boolean atEnd) {
    return new LabelledLine(
        reading.label(), printed(label, reading.next()), printed(from, to), atEnd);
  }

  private String printed(int from, int to) {
    return line.substring(tokens.get(from).start(), tokens.get(to - 1).end());
  }
}
