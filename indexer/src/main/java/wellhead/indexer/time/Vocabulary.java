package wellhead.indexer.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words that one language prints ages and dates with, read from a reviewed file beside this
 * class.
 *
 * <p>A line of the file is {@code topic value: phrase, phrase}, with the value left out where a
 * topic needs none; {@code #} begins a comment. {@link Topic} lists the topics and their values.
 * Case, and the different dashes, spaces and apostrophes, do not matter.
 */
final class Vocabulary {
  /** Tried in this order; the first language that reads a text wins. */
  static final List<Vocabulary> ALL =
      List.of("en", "de", "fr", "es", "pt", "it", "nl", "nordic", "ru", "pl", "tr", "zh").stream()
          .map(Vocabulary::load)
          .toList();

  /** What a phrase is good for. */
  enum Topic {
    /** A unit of time; the value is a constant of ChronoUnit, or a number of them and it. */
    UNIT,
    /** A number word; the value is the number. */
    NUMBER,
    /** A whole amount; the value is number and unit. */
    AMOUNT,
    /** A unit that stands for one of it, but only beside a word such as "ago"; value as AMOUNT. */
    SINGLE,
    /** Behind a number word: "and a half". */
    HALF,
    /** A number that nobody knows exactly: "a few", "several". */
    SEVERAL,
    /** Stands before an amount and makes it an age. */
    BEFORE,
    /** Stands behind an amount and makes it an age. */
    AFTER,
    /** The value is a constant of {@link Label.Hedge}. */
    HEDGE,
    /** Joins two amounts. */
    AND,
    /** "just now". */
    NOW,
    /** The value is the number of days back. */
    DAY,
    /** The calendar unit before this one; the value is a constant of ChronoUnit. */
    LAST,
    /** The value is 1 to 12. */
    MONTH,
    /** The value is 1 (Monday) to 7. */
    WEEKDAY,
    /** Beside a weekday: the one before today, never today. */
    PAST_WEEKDAY,
    /** Stands behind the number of a day: "16th", "16.". */
    ORDINAL,
    /** Stands between the parts of a date: "16 de octubre de 2023". */
    OF,
    /** Stands behind a year: "2023 г.". */
    YEAR,
    /** Stands before a clock time. */
    AT,
    /** Stands behind a clock time: "14:05 Uhr". */
    CLOCK,
    /** Between the hour and the minutes, and behind the hour: "17时05分". */
    HOUR_MARK,
    /** Behind the minutes: "17时05分". */
    MINUTE_MARK,
    /** A word that is a time of the day; the value is the hour, 24 for midnight. */
    HOUR,
    /** The value is the hours to add: 0 or 12. */
    MERIDIEM,
    /** As MERIDIEM, but before the clock time. */
    MERIDIEM_BEFORE,
    /** Says that the time is that of publication. */
    PUBLISHED,
    /** Says that the time is that of the last change. */
    MODIFIED,
    /** Before a date, in a sentence as well: "on". */
    ON,
    /** Behind "5m" these are counted in millions: "barrels". */
    COUNTED,
    /** Behind a bare amount: it is no age ("24 hours a day", "4 min read"). */
    NOT_BEFORE,
    /** Before an amount at the end of a line: it is no age ("than 5 years ago"). */
    NOT_AFTER
  }

  /** A phrase found: its value and the index of the token behind it. */
  record Found(String value, int next) {}

  private record Phrase(List<String> words, String value) {}

  private final Map<Topic, Map<String, List<Phrase>>> phrases = new EnumMap<>(Topic.class);
  private final Map<String, Set<Topic>> topics = new HashMap<>();

  private Vocabulary() {
    for (Topic topic : Topic.values()) {
      phrases.put(topic, new HashMap<>());
    }
  }

  /** The topics of the phrases that begin with a word. */
  Set<Topic> topics(String word) {
    return topics.getOrDefault(word, Set.of());
  }

  /** The longest phrase of a topic that begins at a token. */
  Optional<Found> find(Topic topic, List<Token> tokens, int at) {
    if (at >= tokens.size()) {
      return Optional.empty();
    }
    for (Phrase phrase : of(topic).getOrDefault(tokens.get(at).text(), List.of())) {
      if (matches(phrase.words, tokens, at)) {
        return Optional.of(new Found(phrase.value, at + phrase.words.size()));
      }
    }
    return Optional.empty();
  }

  /** The words that phrases begin with. */
  Set<String> openings() {
    var openings = new HashSet<String>();
    phrases.values().forEach(byFirst -> openings.addAll(byFirst.keySet()));
    return openings;
  }

  /** The words of the phrases of some topics, of each its longest. */
  Set<String> longestWords(Topic... topics) {
    var words = new HashSet<String>();
    for (Topic topic : topics) {
      for (List<Phrase> same : of(topic).values()) {
        same.forEach(phrase -> words.add(longest(phrase.words)));
      }
    }
    return words;
  }

  private static String longest(List<String> words) {
    return words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
  }

  private Map<String, List<Phrase>> of(Topic topic) {
    return phrases.getOrDefault(topic, Map.of());
  }

  private static boolean matches(List<String> words, List<Token> tokens, int at) {
    if (at + words.size() > tokens.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!tokens.get(at + i).is(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  static Vocabulary load(String language) {
    String file = "labels." + language + ".txt";
    var vocabulary = new Vocabulary();
    try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no vocabulary " + file + " beside " + Vocabulary.class);
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int number = 0;
      for (String line; (line = reader.readLine()) != null; ) {
        vocabulary.read(line, file + ":" + ++number);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the vocabulary " + file, e);
    }
    return vocabulary;
  }

  private void read(String line, String place) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw new IllegalStateException(place + ": want `topic value: phrase, phrase`: " + line);
    }
    String[] head = line.substring(0, colon).strip().split(" ", 2);
    Topic topic = Topic.valueOf(head[0].toUpperCase(Locale.ROOT).replace('-', '_'));
    String value = head.length > 1 ? head[1].strip() : "";
    for (String phrase : line.substring(colon + 1).split(",")) {
      List<String> words = PrintedText.tokens(phrase.strip()).stream().map(Token::text).toList();
      if (words.isEmpty()) {
        throw new IllegalStateException(place + ": an empty phrase: " + line);
      }
      var same = of(topic).computeIfAbsent(words.getFirst(), w -> new ArrayList<>());
      same.add(new Phrase(words, value));
      topics.computeIfAbsent(words.getFirst(), w -> EnumSet.noneOf(Topic.class)).add(topic);
      same.sort(Comparator.comparingInt((Phrase p) -> p.words.size()).reversed());
    }
  }
}
