package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * "Read more" or "| Video" in the line of the teaser or the title that it belongs to: a link that
 * an extractor left in its sentence.
 *
 * <p>One such line tells nothing, for a title may end in these words ("Why Engineers Should Read
 * More"). A page that prints them behind several lines prints links.
 */
final class ReadOn {
  private static final int FEWEST = 2;
  private static final int FEWEST_WORDS_BEFORE = 3;
  private static final int FEWEST_OF_BUTTON = 3;
  private static final int LONGEST = 40;

  private static final Pattern LINK =
      Pattern.compile(
          "(?iuU)(?:\\s+|(?<=[.…!?])|(?-i:(?<=\\p{Ll})(?=\\p{Lu})))[\\[(]?(?:"
              + Sayings.REST.any()
              + "|\\|\\s*(?:video|audio|photos?|pictures|gallery|slideshow))"
              + "\\s*[\\])]?[\\s.…»›→>]*$");

  private static final String MARKS = " \u00a0])….»›→>\t";

  /** What a line that ends in such a link has for its last word. */
  private static final Set<String> LAST_WORDS =
      Stream.concat(
              Sayings.lastWords(Sayings.REST).stream(),
              Stream.of("video", "audio", "photo", "photos", "pictures", "gallery", "slideshow"))
          .collect(Collectors.toUnmodifiableSet());

  /** The link has the title of its story in it, which was printed just above. */
  private static final Pattern TITLED =
      Pattern.compile(
          "(?iuU)(?:\\s+|(?<=[.…!?]))[\\[(]?" + Sayings.REST.any() + "(?: about)?:?\\s+");

  private static final Set<String> FIRST_WORDS = Sayings.REST.firstWords();

  private static final int ROWS_ABOVE = 5;

  private ReadOn() {}

  /** The lines without such links. */
  static List<Line> takenOff(List<Line> lines) {
    boolean links = lines.stream().filter(line -> at(line.text()) > 0).count() >= FEWEST;
    Set<String> buttons = buttons(lines);
    List<Line> out = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      line = Sayings.mayHold(line.text(), 0, FIRST_WORDS) ? withoutTitle(lines, i) : line;
      line = links ? without(line) : line;
      out.add(buttons.isEmpty() ? line : withoutButton(line, buttons));
    }
    return out;
  }

  /**
   * "Talks to go on Watch", "A glut, and no buyer? Watch": words of buttons that end title after
   * title, each time behind another word.
   */
  private static Set<String> buttons(List<Line> lines) {
    Map<String, Set<String>> before = new HashMap<>();
    for (Line line : lines) {
      String button = button(line.text());
      if (!button.isEmpty()) {
        String title = line.text().substring(0, line.text().length() - button.length()).strip();
        before
            .computeIfAbsent(button, b -> new HashSet<>())
            .add(title.substring(title.lastIndexOf(' ') + 1));
      }
    }
    before.values().removeIf(words -> words.size() < FEWEST_OF_BUTTON);
    return before.keySet();
  }

  /** The last word, where it begins large behind a small one; empty when it is no button's. */
  private static String button(String text) {
    int space = text.lastIndexOf(' ');
    if (space <= 0 || !Character.isUpperCase(text.codePointAt(space + 1))) {
      return "";
    }
    String last = text.substring(space + 1);
    int word = text.lastIndexOf(' ', space - 1) + 1;
    boolean small = Character.isLowerCase(text.codePointAt(word));
    boolean ends = ".?!'\"’”)".indexOf(text.charAt(space - 1)) >= 0;
    return (small || ends) && WordLists.INTERFACE.has(last.toLowerCase(Locale.ROOT)) ? last : "";
  }

  private static Line withoutButton(Line line, Set<String> buttons) {
    String text = line.text();
    int space = text.lastIndexOf(' ');
    return space > 0 && buttons.contains(text.substring(space + 1))
        ? line.without(text.substring(space))
        : line;
  }

  private static Line withoutTitle(List<Line> lines, int i) {
    Line line = lines.get(i);
    int end = lastSign(line.text());
    List<Line> near =
        lines.subList(Math.max(0, i - ROWS_ABOVE), i).stream()
            .filter(above ->
                lastSign(above.text()) == end && above.text().length() < line.text().length())
            .toList();
    Matcher link = TITLED.matcher(line.text());
    if (near.isEmpty() || !link.find() || link.start() == 0) {
      return line;
    }
    String title = Titles.fold(line.text().substring(link.end()));
    boolean above = near.stream().anyMatch(l -> Titles.fold(l.text()).equals(title));
    return above && !title.isEmpty() ? line.withText(line.text().substring(0, link.start())) : line;
  }

  /** The last letter or digit, in small letters; -1 when there is none. */
  private static int lastSign(String text) {
    for (int i = text.length(); i > 0; i -= Character.charCount(text.codePointBefore(i))) {
      if (Character.isLetterOrDigit(text.codePointBefore(i))) {
        return Character.toLowerCase(text.codePointBefore(i));
      }
    }
    return -1;
  }

  private static Line without(Line line) {
    int at = at(line.text());
    return at < 0 ? line : line.withText(line.text().substring(0, at));
  }

  /** Where the link begins behind some words; -1 when there is none. */
  private static int at(String text) {
    if (!Sayings.end(text, MARKS, LAST_WORDS)) {
      return -1;
    }
    int tail = Math.max(0, text.length() - LONGEST);
    Matcher link = LINK.matcher(text).region(tail, text.length()).useTransparentBounds(true);
    return link.find() && Wording.words(text.substring(0, link.start())) >= FEWEST_WORDS_BEFORE
        ? link.start()
        : -1;
  }
}
