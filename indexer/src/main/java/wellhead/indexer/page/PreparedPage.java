package wellhead.indexer.page;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A page of which everything is known but the decision.
 *
 * @param printed the lines of a text capture; none of one in HTML, whose rows are all of its lines
 * @param finish adds what the capture says of itself
 */
record PreparedPage(
    Layout layout, Supplier<List<PrintedLine>> printed, UnaryOperator<ParsedPage> finish) {
  ParsedPage read(Weights weights) {
    return finish.apply(layout.page(weights));
  }
}
