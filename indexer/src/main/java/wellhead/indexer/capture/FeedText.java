package wellhead.indexer.capture;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** Texts of feeds, which are markup more often than not. */
final class FeedText {

  /** A summary that is as long as this, in characters and paragraphs, is the story itself. */
  private static final int WHOLE_STORY = 800;

  private static final int WHOLE_PARAGRAPHS = 2;

  private static final List<String> UNSEEN = List.of("script", "style", "iframe", "noscript");

  private FeedText() {}

  /** On one line, without markup; {@code null} when nothing is left. */
  static @Nullable String line(@Nullable String markup) {
    if (markup == null) {
      return null;
    }
    boolean plain = markup.indexOf('<') < 0 && markup.indexOf('&') < 0;
    return CleanText.line(plain ? markup : Jsoup.parseBodyFragment(markup).text());
  }

  /** Paragraphs joined by a blank line; {@code null} when nothing is left. */
  static @Nullable String paragraphs(@Nullable String markup) {
    if (markup == null) {
      return null;
    }
    if (markup.indexOf('<') < 0) {
      return CleanText.block(Jsoup.parseBodyFragment(markup).wholeText());
    }
    var text = new StringBuilder();
    Jsoup.parseBodyFragment(markup).body().traverse(new Paragraphs(text));
    return CleanText.block(text.toString());
  }

  /** Whether a summary is the whole story. */
  static boolean isWholeStory(String paragraphs) {
    return paragraphs.length() >= WHOLE_STORY
        && paragraphs.split("\n\n").length >= WHOLE_PARAGRAPHS;
  }

  /** Writes a blank line around every block. U+2029 is the paragraph separator. */
  private record Paragraphs(StringBuilder text) implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words && !isUnseen(words.parent())) {
        text.append(words.getWholeText().replace('\n', ' ').replace('\r', ' '));
      } else if (node instanceof Element element) {
        if (element.normalName().equals("br")) {
          text.append('\n');
        } else if (element.isBlock()) {
          text.append('\u2029');
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && element.isBlock()) {
        text.append('\u2029');
      }
    }

    private static boolean isUnseen(@Nullable Node parent) {
      return parent != null && UNSEEN.contains(parent.normalName());
    }
  }
}
