package wellhead.indexer.page;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Whether a page without news on it is a shell: what it shows in a browser is drawn by scripts,
 * which did not run for this capture.
 *
 * <p>Told by what such pages are, whatever drew them: scripts, next to no words, and an element
 * left empty for them to fill or a notice for browsers that run none.
 */
final class DrawnByScript {
  /** Of 59 real pages with news on them, the one with the fewest words has 176. */
  private static final int FEW_WORDS = 100;

  /** Menus, imprint and consent may be in the shell; then the element and the notice both tell. */
  private static final int WORDS_OF_FURNITURE = 400;

  /** "Loading, please wait". */
  private static final int WORDS_OF_PLACEHOLDER = 3;

  /** The element to be filled stands near the top of the tree. */
  private static final int LEVELS = 3;

  private DrawnByScript() {}

  /**
   * @param document whole, with its scripts
   * @param lines that a reader without scripts sees
   */
  static boolean is(Document document, List<Line> lines) {
    int words = lines.stream().mapToInt(line -> Wording.words(line.text())).sum();
    if (words > WORDS_OF_FURNITURE || !hasScripts(document)) {
      return false;
    }
    boolean root = hasEmptyRoot(document.body(), 0);
    boolean notice = hasNotice(document);
    return words > FEW_WORDS ? root && notice : root || notice || words <= WORDS_OF_PLACEHOLDER;
  }

  private static boolean hasScripts(Document document) {
    return document.select("script").stream()
        .anyMatch(script -> script.hasAttr("src") || isProgram(script.attr("type")));
  }

  /** What is no program is told to machines that read. */
  private static boolean isProgram(String type) {
    String plain = type.toLowerCase(Locale.ROOT);
    return plain.isEmpty() || plain.contains("javascript") || plain.equals("module");
  }

  private static boolean hasEmptyRoot(Element element, int level) {
    for (Element child : element.children()) {
      if (isEmptyRoot(child) || (level < LEVELS && hasEmptyRoot(child, level + 1))) {
        return true;
      }
    }
    return false;
  }

  /** An element with a name for scripts, or of a kind of its own, and nothing to read in it. */
  private static boolean isEmptyRoot(Element element) {
    boolean named = element.nameIs("div") || element.nameIs("main") || element.nameIs("section");
    return ((named && element.hasAttr("id")) || element.normalName().contains("-"))
        && Wording.words(element.text()) <= WORDS_OF_PLACEHOLDER
        && element.selectFirst("a[href], iframe, form, input") == null;
  }

  /** Its words differ by language; what has to be enabled is called the same in all of them. */
  private static boolean hasNotice(Document document) {
    return document.select("noscript").stream()
        .anyMatch(notice -> notice.text().toLowerCase(Locale.ROOT).contains("javascript"));
  }
}
