package wellhead.indexer.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words and short phrases that pages print around a story, from {@code sayings/LANGUAGE.txt}: one a
 * line under a {@code [topic]}. The patterns that say where they stand are in the code.
 *
 * <p>Of all languages at once, for the reason that {@link WordLists} tells.
 */
enum Sayings {
  /** What is counted beside a story: comments, views. */
  COUNTED,
  /** Before the time of publication. */
  PUBLISHED,
  /** Before the time of a change. */
  CHANGED,
  /** Before who printed it first. */
  SOURCE,
  /** Behind the minutes that it takes to read. */
  READ,
  /** The link to the rest of a story. */
  REST,
  /** Between a name and a colon, above a comment. */
  SAYS,
  /** Behind a name and a date, above a comment. */
  SAID,
  /** Under a comment. */
  ANSWER,
  /** Before an author. */
  AUTHOR,
  /** What somebody is in a newsroom, or a firm. */
  ROLE,
  /** Where a byline goes on behind its name. */
  BEHIND_NAME,
  /** Publishers, as they stand behind a title. */
  AGENCY,
  /** Agencies that sell pictures, too. */
  WIRE,
  /** Before or behind the credit of a picture. */
  PICTURE,
  /** Archives of pictures. */
  ARCHIVE;

  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "pt", "it", "nl", "sv", "no", "da", "pl", "ru", "tr", "ja", "zh");

  private static final Map<Sayings, Set<String>> ALL =
      WordLists.byTopic(Sayings.class, "sayings", LANGUAGES, Stream::of);

  private static final Map<Sayings, Set<String>> SMALL =
      WordLists.byTopic(
          Sayings.class, "sayings", LANGUAGES, line -> Stream.of(line.toLowerCase(Locale.ROOT)));

  /** As they are in the files. */
  Set<String> all() {
    return Objects.requireNonNull(ALL.get(this));
  }

  /** The part of a pattern that is any of them, the longest that fits, spaces of any kind. */
  String any() {
    return all().stream()
        .sorted(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .map(saying -> Pattern.quote(saying).replace(" ", "\\E\\s\\Q"))
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** The same of two topics. */
  String or(Sayings other) {
    return "(?:" + any() + "|" + other.any() + ")";
  }

  /** The words that they end with, in small letters: without one of them none can end a line. */
  static Set<String> lastWords(Sayings... topics) {
    return Arrays.stream(topics)
        .flatMap(topic -> topic.all().stream())
        .map(saying -> lastWord(saying, saying.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The words that they begin with, in small letters. */
  Set<String> firstWords() {
    return all().stream()
        .map(saying -> saying.split("[^\\p{L}]", 2)[0].toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether one of them stands anywhere in a text, in whatever case. */
  boolean isIn(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    for (String saying : Objects.requireNonNull(SMALL.get(this))) {
      if (small.contains(saying)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of some words, letters and nothing else, stands in the end of a text. */
  static boolean mayHold(String text, int from, Set<String> words) {
    int begin = -1;
    for (int i = from; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && begin < 0) {
        begin = i;
      } else if (!letter && begin >= 0) {
        if (words.contains(text.substring(begin, i).toLowerCase(Locale.ROOT))) {
          return true;
        }
        begin = -1;
      }
    }
    return false;
  }

  /** Whether a text, but for some marks behind it, ends with one of some words. */
  static boolean end(String text, String marks, Set<String> words) {
    int end = text.length();
    while (end > 0 && marks.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return words.contains(lastWord(text, end));
  }

  /** The letters right before a place in a text, in small ones; may be empty. */
  static String lastWord(String text, int end) {
    int from = end;
    while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, end).toLowerCase(Locale.ROOT);
  }
}
