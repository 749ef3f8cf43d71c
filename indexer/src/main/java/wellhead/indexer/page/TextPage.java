package wellhead.indexer.page;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads a capture in plain text: what a text extractor left of a page, no markup.
 *
 * <p>Lines are taken apart ({@link Lines}), looked at one by one ({@link Rows}), and put together
 * to lists, an article and comments, of which the likeliest are taken ({@link Layout}).
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

  /** Reads one capture and keeps the numbers that decided. */
  public static PageExplanation explain(String text, @Nullable String source) {
    return new PageExplanation(prepared(text, source), Weights.SHIPPED);
  }

  static PreparedPage prepared(String text, @Nullable String source) {
    Phrases phrases = Phrases.of(source);
    List<Line> lines = ReadOn.takenOff(DateLeaves.joined(Lines.of(text, phrases)));
    Supplier<List<PrintedLine>> printed = () -> PrintedLine.of(text);
    return FieldHeader.of(lines)
        .map(header -> header.prepared(phrases, printed))
        .orElseGet(() ->
            new PreparedPage(
                Layout.of(Rows.of(lines, phrases), null, null, false, false),
                printed,
                UnaryOperator.identity()));
  }
}
