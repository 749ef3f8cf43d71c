package wellhead.indexer.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names of people and agencies, cut out of what stands around them. */
final class Bylines {

  private static final int MOST_WORDS = 12;
  private static final int MOST_WORDS_OF_ONE = 5;
  private static final int MOST_WORDS_OF_FUNCTION = 5;
  private static final int LONGEST_WITHOUT_SPACES = 12;

  /** Words inside names that are written small. */
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von",
          "der", "den", "ter", "ten", "zu", "bin", "ibn", "al", "el", "and", "und", "et", "y", "e",
          "i", "en", "och", "og", "with", "ve", "и", "а");

  /** Where a byline stops being a name. */
  private static final Pattern BEHIND_NAME =
      Pattern.compile(
          "(?iuU)\\s*(?:\\s+"
              + Sayings.BEHIND_NAME.any()
              + "\\s+\\S.*|[|•·(@].*|\\s[-–—]\\s.*|\\d.*)$");

  /** Behind a comma these make it a function, not a second author. */
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?iuU)\\b(?:" + Sayings.ROLE.any() + "|" + Sayings.AGENCY.or(Sayings.WIRE) + ")\\b|\\.");

  private static final Set<String> NOBODY =
      Set.of("none", "null", "n/a", "unknown", "anonymous author", "nan", "-");

  private Bylines() {}

  /**
   * The author in what follows "By", as printed: "Jane Doe", "Jane Doe and Joe Bloggs", "RFE/RL".
   *
   * @return {@code null} when it is no name ("By 2030", "By the end of the year")
   */
  static @Nullable String name(String behindBy) {
    String text = behindBy.strip();
    Matcher behind = BEHIND_NAME.matcher(text);
    if (behind.find()) {
      text = text.substring(0, behind.start()).strip();
    }
    String[] parts = text.split("\\s*[,،、]\\s*");
    String name = Arrays.stream(parts).limit(1).collect(Collectors.joining());
    for (int i = 1;
        i < parts.length && isOne(parts[i]) && !FUNCTION.matcher(parts[i]).find();
        i++) {
      if (parts[i].contains(" ")) {
        name += ", " + parts[i];
      }
    }
    name = strip(once(name));
    return isName(name) ? name : null;
  }

  /** "EFE EFE", where a logo's description stands before the word: once is enough. */
  private static String once(String name) {
    int half = name.length() / 2;
    boolean twice =
        name.length() > 3
            && name.length() % 2 == 1
            && name.charAt(half) == ' '
            && name.substring(0, half).equals(name.substring(half + 1));
    return twice ? name.substring(0, half) : name;
  }

  private static String strip(String name) {
    String s = name.strip();
    int end = s.length();
    while (end > 0 && ",;:.-–—/".indexOf(s.charAt(end - 1)) >= 0 && !initial(s, end)) {
      end--;
    }
    return s.substring(0, end).strip();
  }

  /** A full stop behind one letter belongs to it: "Sammy Davis Jr." is rare, "R." is not. */
  private static boolean initial(String s, int end) {
    return s.charAt(end - 1) == '.' && end >= 2 && Character.isUpperCase(s.charAt(end - 2));
  }

  /** Names of one or more people or of an agency, by their letters. */
  static boolean isName(String text) {
    if (NOBODY.contains(text.toLowerCase(Locale.ROOT))) {
      return false;
    }
    List<String> words = Arrays.stream(text.split("[\\s,&]+")).filter(w -> !w.isEmpty()).toList();
    return !words.isEmpty() && words.size() <= MOST_WORDS && allNameWords(text, words);
  }

  /** A short text of nothing but names: "Jane Doe", "Jane Doe and Joe Bloggs". */
  static boolean isNames(String text) {
    return Wording.words(text) <= 3
        && isName(text)
        && !text.contains(":")
        && text.codePoints().noneMatch(Wording::isSpaceless);
  }

  private static boolean isOne(String text) {
    List<String> words = Arrays.stream(text.split("\\s+")).filter(w -> !w.isEmpty()).toList();
    return !words.isEmpty() && words.size() <= MOST_WORDS_OF_ONE && allNameWords(text, words);
  }

  private static boolean allNameWords(String text, List<String> words) {
    if (text.codePoints().anyMatch(Wording::isSpaceless)) {
      return text.length() <= LONGEST_WITHOUT_SPACES;
    }
    boolean capital = false;
    int particles = 0;
    for (String word : words) {
      int first = word.codePointAt(0);
      if (PARTICLES.contains(word.toLowerCase(Locale.ROOT))) {
        particles++;
        continue;
      }
      if (!Character.isUpperCase(first)
          && !Character.isTitleCase(first)
          && !word.contains("’")
          && !word.contains("'")) {
        return false;
      }
      if (word.codePoints()
          .anyMatch(c ->
              !Character.isLetter(c)
                  && "-'’./‘".indexOf(c) < 0
                  && Character.getType(c) != Character.NON_SPACING_MARK)) {
        return false;
      }
      capital = true;
    }
    return capital
        && particles <= words.size() / 2
        && !words.getLast().equalsIgnoreCase("by")
        && !NOT_NAMES.contains(words.getFirst().toLowerCase(Locale.ROOT));
  }

  /** Words that open headlines and menus, never names. */
  private static final Set<String> NOT_NAMES =
      Set.of(
          "the",
          "a",
          "an",
          "der",
          "die",
          "das",
          "el",
          "los",
          "las",
          "les",
          "read",
          "share",
          "view",
          "more",
          "all",
          "our",
          "your",
          "top",
          "new",
          "latest",
          "follow",
          "this",
          "that",
          "in",
          "on",
          "at",
          "watch",
          "listen",
          "launch",
          "sign",
          "log",
          "subscribe",
          "updated",
          "published",
          "posted",
          "today",
          "yesterday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday");

  /** "Jane Doe, Contributing Editor": a name and what its bearer is. */
  static boolean isCredit(String text) {
    int comma = text.indexOf(',');
    return comma > 0
        && isPersonLine(text.substring(0, comma))
        && Wording.words(text.substring(comma)) <= MOST_WORDS_OF_FUNCTION
        && FUNCTION.matcher(text.substring(comma)).find();
  }

  /** A line that is nothing but the name of one person: two to four words, all capitalised. */
  static boolean isPersonLine(String text) {
    List<String> words = Arrays.stream(text.split("\\s+")).toList();
    return words.size() >= 2 && words.size() <= 4 && isName(text) && !text.contains("/");
  }

  /** What may sign a comment: a name or a nickname, up to four words, no sentence. */
  static boolean isNickname(String text) {
    return text.length() <= 40
        && Wording.words(text) <= 4
        && !Wording.endsLikeSentence(text)
        && !text.endsWith(":")
        && !text.startsWith("[") // a picture, as text browsers print it
        && text.codePoints().anyMatch(Character::isLetter);
  }
}
