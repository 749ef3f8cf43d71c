package wellhead.indexer.time;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wellhead.indexer.time.Label.Role;
import wellhead.indexer.time.Reading.Footing;

/**
 * Reads what a page prints for the time of a story: ages ("4 days", "32M AGO", "vor 2 Stunden"),
 * dates ("Oct 16, 2023, 5:00 PM CDT", "16.10.2023", an ISO time) and the words between them
 * ("yesterday 14:05", "just now").
 *
 * <p>No text throws. What is not wholly understood is no label: a false age files a headline under
 * a wrong time and eats the words of its title. The default locale and zone play no part.
 */
public final class LabelParser {
  /** No label is longer; keeps the reading of long texts linear. */
  static final int MOST_TOKENS = 40;

  private static final Set<String> JOINTS = Set.of("/", "|", "-", "·", "•", ",", "(", ";");
  private static final int MOST_SOURCE_WORDS = 3;

  private LabelParser() {}

  /**
   * Reads a text that is a label from end to end: a label that stands alone, a byline's date, the
   * text of a {@code time} element. Bullets and brackets around it do not matter.
   *
   * @return empty when the text is anything else, or more than a label
   */
  public static Optional<Label> parse(String text) {
    return Trace.isIn(text) ? read(text) : Optional.empty();
  }

  static Optional<Label> read(String text) {
    List<Token> tokens = PrintedText.tokens(text);
    Frame frame = Frame.of(tokens);
    int length = tokens.size() - frame.start();
    if (length < 1 || length > MOST_TOKENS || frame.signed()) {
      return Optional.empty();
    }
    int called = frame.end();
    while (called > frame.start() + 1 && tokens.get(called - 1).is("!")) {
      called--;
    }
    int end = called;
    // the last bracket may belong to the label: "9:00 (UTC)"
    return whole(tokens.subList(0, end), frame.start())
        .filter(r -> end == frame.end() || r.footing() == Footing.ANYWHERE) // "4 hours ago!"
        .or(() -> whole(tokens, frame.start()))
        .map(Reading::label);
  }

  /**
   * Reads the label of a text that tells when something was last changed: the only one, or the
   * second of two ("Nov 19, 2019 / Updated 14 hours ago").
   *
   * @return empty when it has none
   */
  public static Optional<Label> parseModified(String text) {
    return parse(text)
        .filter(label -> label.role() == Role.MODIFIED)
        .or(() -> parse(text).flatMap(published -> modifiedBeside(text)));
  }

  /** A text that is two labels: the one that {@link #parse} leaves out. */
  private static Optional<Label> modifiedBeside(String text) {
    List<Token> tokens = PrintedText.tokens(text);
    Frame frame = Frame.of(tokens);
    List<Token> framed = tokens.subList(0, frame.end());
    var first = LabelGrammar.longest(framed, frame.start());
    int second = first.map(Reading::next).orElse(framed.size());
    while (second < framed.size() && isJoint(framed.get(second))) {
      second++;
    }
    return second >= framed.size()
        ? Optional.empty()
        : Stream.concat(first.stream(), LabelGrammar.longest(framed, second).stream())
            .map(Reading::label)
            .filter(label -> label.role() == Role.MODIFIED)
            .findFirst();
  }

  /**
   * Reads a label with what pages print beside one: the name of a section or a source, a byline,
   * how long a story takes to read ("Energy · 12 hours ago", "By Ann Hall - Jul 07, 2025, 3:00 AM
   * CDT").
   *
   * @return empty when there is no label in the text, or more beside it than that
   */
  public static Optional<Label> parseBeside(String text) {
    return parse(text).or(() -> Trace.isIn(text) ? Furniture.labelIn(text) : Optional.empty());
  }

  /**
   * A clock time below the heading of a day, as a label that says both.
   *
   * @param day a text that is a day and no clock time: "Monday, July 6", "Yesterday"
   * @param clock a text that is a clock time and no day: "07:45", "12:23 AM"
   * @return empty when they are not that
   */
  public static Optional<String> clockOn(String day, String clock) {
    boolean isClock = parse(clock).filter(LabelParser::isClock).isPresent();
    boolean isDay = parse(day).filter(LabelParser::isDay).isPresent();
    int number = 0;
    while (number < clock.length() && !Character.isDigit(clock.charAt(number))) {
      number++; // "Updated 07:45"
    }
    String both =
        clock.substring(0, number)
            + day.strip().replaceFirst("(?<![\\s,:;.|·-])[\\s,:;.|·-]++$", "")
            + ", "
            + clock.substring(number).strip();
    return isClock && isDay && parse(both).isPresent() ? Optional.of(both) : Optional.empty();
  }

  /** Whether a label is a clock time of whatever day. */
  public static boolean isClock(Label label) {
    return label instanceof Label.PartialDate at && at.month() == null && at.day() == null;
  }

  /** Whether a label is a day and no clock time. */
  public static boolean isDay(Label label) {
    return switch (label) {
      case Label.Date date -> date.precision() == ChronoUnit.DAYS;
      case Label.PartialDate date -> date.day() != null && date.clock() == null;
      case Label.CalendarDay back -> back.clock() == null;
      case Label.Weekday weekday -> weekday.clock() == null;
      case Label.OneOf one -> one.readings().stream().allMatch(LabelParser::isDay);
      case Label.Age ignored -> false;
      case Label.JustNow ignored -> false;
      case Label.CalendarUnit ignored -> false;
    };
  }

  /**
   * Takes a line of a list apart: a label at its head (behind bullets) or at its tail, the headline
   * what is left.
   *
   * @return empty when the line has no label, or nothing but a label
   */
  public static Optional<LabelledLine> parseLine(String line) {
    return Trace.isIn(line) ? LineCutter.cut(line) : Optional.empty();
  }

  /**
   * Whether a text, or a part of it between its words, may be a label: soon told, and {@code false}
   * for most lines of a page.
   */
  public static boolean mayHoldLabel(String text) {
    return Trace.isIn(text);
  }

  /**
   * Whether a label begins at any word of a text: a text of which this is not true holds none, in
   * whatever way it is taken apart between its words.
   */
  public static boolean holdsLabel(String text) {
    if (!Trace.isIn(text)) {
      return false;
    }
    List<Token> tokens = PrintedText.tokens(text);
    for (int at = 0; at < tokens.size(); at++) {
      if (LabelGrammar.longest(tokens, at).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Reading> whole(List<Token> tokens, int start) {
    var first = LabelGrammar.longest(tokens, start);
    if (first.isEmpty()) {
      return behindSource(tokens, start);
    }
    int next = first.get().next();
    if (next == tokens.size()) {
      return first;
    }
    int second = next;
    while (second < tokens.size() && isJoint(tokens.get(second))) {
      second++;
    }
    var role = LabelGrammar.role(tokens.subList(second, tokens.size()));
    if (role.isPresent()) {
      return first.filter(r -> r.marked()).map(r -> r.as(role.get()).upTo(tokens.size()));
    }
    return second == next && !LabelGrammar.saysItsRole(tokens, next)
        ? Optional.empty()
        : LabelGrammar.longest(tokens, second)
            .filter(r -> r.next() == tokens.size() && !isSpan(first.get(), r))
            .map(r -> publishedOf(first.get(), r));
  }

  private static boolean isJoint(Token token) {
    return JOINTS.contains(token.text());
  }

  /** "9:00 - 17:00", "Monday - Friday": from one to the other. */
  private static boolean isSpan(Reading first, Reading second) {
    return first.label().getClass() == second.label().getClass()
        && first.label().role() == second.label().role()
        && !first.label().equals(second.label());
  }

  /** "Nov 19, 2019 / Updated 14 hours ago": of two labels the one that tells of publication. */
  private static Reading publishedOf(Reading first, Reading second) {
    boolean firstTells = first.label().role() == Role.PUBLISHED;
    return firstTells || second.label().role() == Role.MODIFIED ? first : second;
  }

  /** "Reuters13 mins ago": the markup between a source and its age is lost. */
  private static Optional<Reading> behindSource(List<Token> tokens, int start) {
    int number = start;
    while (number < tokens.size() && tokens.get(number).isWord()) {
      number++;
    }
    boolean glued =
        number > start
            && number - start <= MOST_SOURCE_WORDS
            && number < tokens.size()
            && tokens.get(number).isGlued()
            && !tokens.get(start).startsSmall();
    return glued
        ? LabelGrammar.longest(tokens, number)
            .filter(r -> r.next() == tokens.size() && r.footing() == Footing.ANYWHERE)
        : Optional.empty();
  }
}
