package wellhead.indexer.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a page are its main text, by the tree of its markup: the port of Mozilla's
 * Readability, as in the reader view of a browser. It always finds something, also where there is
 * no article, and keeps some furniture: the blocks around a line judge that.
 *
 * <p>On the 181 pages of the article extraction benchmark (github.com/scrapinghub, 2020) its text
 * alone has an F1 of .938, the blocks alone .856.
 */
final class MainText {

  /** Shorter lines stand in a text by chance. */
  private static final int SHORTEST_PART = 40;

  /**
   * The elements of a page, each counted as often as it lies within others. The library looks at
   * the whole text of every element and so takes time by this number, several times over. Pages
   * have 10,000 to 600,000; one beyond this limit was made to take for ever.
   */
  private static final long MOST_NESTING = 3_000_000;

  /**
   * The square of an element's children, summed over a page: the library takes children out one by
   * one, and those behind move up. Pages have up to half a million.
   */
  private static final long MOST_CROWDING = 100_000_000;

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /**
   * Letters of sentences between two links of a page that may hold an article. The texts of the 35
   * annotated captures with an article have 594 or more in one run, of 20 lists less than 250.
   */
  private static final int SHORTEST_RUN = 250;

  private MainText() {}

  /** Whether there are sentences enough in one run; most lists have none, and looking is dear. */
  static boolean mayBeIn(List<Row> rows) {
    int run = 0;
    for (Row row : rows) {
      if (row.line().isLink()) {
        run = 0;
      } else if (row.is(Row.Kind.PROSE)) {
        run += row.text().length();
        if (run >= SHORTEST_RUN) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Marks the lines of the main text.
   *
   * @param document what the lines were read from; taken apart by this
   */
  static boolean[] mark(Document document, List<Line> lines) {
    boolean[] marks = new boolean[lines.size()];
    Element content = content(document);
    if (content == null) {
      return marks;
    }
    Document alone = Document.createShell("");
    alone.body().appendChild(content);
    List<Line> kept = HtmlLines.of(alone);
    Set<String> whole = new HashSet<>();
    kept.forEach(line -> whole.add(line.text()));
    // what was one line may be parts of several there, and the other way round
    String letters = letters(kept.stream().map(Line::text).collect(Collectors.joining()));
    for (int i = 0; i < marks.length; i++) {
      String text = lines.get(i).text();
      marks[i] =
          whole.contains(text)
              || (text.length() >= SHORTEST_PART && letters.contains(letters(text)));
    }
    return marks;
  }

  private static String letters(String text) {
    return SPACE.matcher(text).replaceAll("");
  }

  private static @Nullable Element content(Document document) {
    if (nesting(document) > MOST_NESTING || crowding(document) > MOST_CROWDING) {
      return null;
    }
    try {
      // an address is needed to resolve links with, which are not looked at here
      return new Readability4J("http://localhost/", document).parse().getArticleContent();
    } catch (IllegalStateException | NullPointerException e) {
      return null; // it fails where the whole body is the main text
    }
  }

  private static long crowding(Document document) {
    long[] crowding = new long[1];
    document.traverse((node, depth) -> {
      long children = node.childNodeSize();
      crowding[0] += children * children;
    });
    return crowding[0];
  }

  private static long nesting(Document document) {
    long[] nesting = new long[1];
    document.traverse((node, depth) -> {
      if (node instanceof Element) {
        nesting[0] += depth;
      }
    });
    return nesting[0];
  }
}
