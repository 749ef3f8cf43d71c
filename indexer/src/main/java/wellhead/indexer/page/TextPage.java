package wellhead.indexer.page;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a capture in plain text: what a text extractor left of a page, no markup.
 *
 * <p>Lines are taken apart ({@link Lines}), looked at one by one ({@link Rows}), and then labelled
 * by the blocks they stand in: comments first, for their ages look like a list's; the article from
 * the span of its prose; dated lists; lists of links.
 */
public final class TextPage {

  private TextPage() {}

  /**
   * Reads one capture.
   *
   * @param source whose page it is ("oilprice.com"), for what one host alone prints; {@code null}
   *     when not known
   */
  public static ParsedPage read(String text, @Nullable String source) {
    return prepared(text, source).read(Weights.SHIPPED);
  }

  static PreparedPage prepared(String text, @Nullable String source) {
    Phrases phrases = Phrases.of(source);
    List<Line> lines = ReadOn.takenOff(DateLeaves.joined(Lines.of(text, phrases)));
    return FieldHeader.of(lines)
        .map(header -> header.prepared(phrases))
        .orElseGet(() ->
            new PreparedPage(
                Layout.of(Rows.of(lines, phrases), null, null, false, false),
                UnaryOperator.identity()));
  }
}
