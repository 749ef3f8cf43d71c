package wellhead.indexer.page;

import java.util.function.UnaryOperator;

/**
 * A page of which everything is known but the decision.
 *
 * @param finish adds what the capture says of itself
 */
record PreparedPage(Layout layout, UnaryOperator<ParsedPage> finish) {
  ParsedPage read(Weights weights) {
    return finish.apply(layout.page(weights));
  }
}
