package wellhead.server.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A query in Lucene's terms, taken apart by what each part does.
 *
 * @param text scores; empty when nothing is asked for by words
 * @param sought the words and phrases of {@code text}, for marking; function words only where there
 *     is nothing else
 * @param pieces how many words or phrases there are, function words apart
 * @param rankedParts matches a story that has at least one of the words or phrases of {@code text},
 *     function words and words of asking apart, and ranks what matches in part; empty exactly when
 *     {@code text} is
 * @param pairs neighbours in the query that a text may have side by side, too: raise a score, never
 *     required
 * @param parts everything that has a share in a score, for explanations
 * @param terms the single words of the subject, as analysed
 * @param filters must all match, and do not score
 * @param exclusions must none match
 * @param since the latest {@code after:} that applies to the whole; {@code null} for none
 * @param until the earliest {@code before:} that applies to the whole; {@code null} for none
 * @param either a window, or something else that does as well; empty for none
 */
public record Question(
    Optional<Query> text,
    List<Sought> sought,
    int pieces,
    Optional<Query> rankedParts,
    List<Query> pairs,
    List<Piece> parts,
    Set<String> terms,
    List<Query> filters,
    List<Query> exclusions,
    @Nullable Instant since,
    @Nullable Instant until,
    Optional<Either> either) {
  public Question {
    sought = List.copyOf(sought);
    pairs = List.copyOf(pairs);
    parts = List.copyOf(parts);
    terms = Set.copyOf(terms);
    filters = List.copyOf(filters);
    exclusions = List.copyOf(exclusions);
  }

  /**
   * What stories must match one of: a window that words were read as, or the words themselves.
   *
   * @param since {@code null} for no bound
   * @param until {@code null} for no bound
   * @param literal what matches outside of the window
   */
  public record Either(@Nullable Instant since, @Nullable Instant until, Query literal) {}

  /** How a published interval meets a window, as a query. */
  @FunctionalInterface
  public interface Window {
    Query of(@Nullable Instant since, @Nullable Instant until);
  }
}
