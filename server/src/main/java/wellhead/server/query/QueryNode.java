package wellhead.server.query;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What was asked, without a word about how it is answered. */
public sealed interface QueryNode {

  /** Adjacent words without quotes; all must occur. One space between them. */
  record Words(String text) implements QueryNode {}

  /** These words, one after the other. */
  record Phrase(String text) implements QueryNode {}

  /** Words that begin so. */
  record Prefix(String text) implements QueryNode {}

  /**
   * Two words or phrases near each other, in either order.
   *
   * @param distance 1 (side by side) to {@link QueryParser#MAX_DISTANCE}
   */
  record Near(String left, String right, int distance) implements QueryNode {}

  /** Only in this part of a story's text. */
  record InText(Scope scope, QueryNode of) implements QueryNode {}

  /** Exactly this value. */
  record Exactly(Property property, String value) implements QueryNode {}

  /** Published before, this instant not included. */
  record Before(Instant until) implements QueryNode {}

  /** Published at or after. */
  record After(Instant since) implements QueryNode {}

  /** All of these; never nested directly, two or more. */
  record All(List<QueryNode> of) implements QueryNode {
    public All {
      of = List.copyOf(of);
    }
  }

  /** At least one of these; two or more. */
  record Any(List<QueryNode> of) implements QueryNode {
    public Any {
      of = List.copyOf(of);
    }
  }

  /** Everything but this. */
  record Not(QueryNode of) implements QueryNode {}

  /** Every story. */
  record Everything() implements QueryNode {}

  /** A part of a story's text. */
  enum Scope {
    /** The title, and the titles before it. */
    TITLE,
    /** The article's body and takeaways. */
    BODY;

    String fieldName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A property that has exact values. */
  enum Property {
    SOURCE,
    AUTHOR,
    /** A story's own address. */
    LINK;

    String fieldName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
