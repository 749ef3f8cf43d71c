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
 * @param names what of the subject is the name of a company, a country, a person or a place
 * @param words the single words of the subject, amounts apart
 * @param filters must all match, and do not score
 * @param exclusions must none match
 * @param since the latest {@code after:} that applies to the whole; {@code null} for none
 * @param until the earliest {@code before:} that applies to the whole; {@code null} for none
 * @param plain the window that plain words were read as; empty for none
 */
public record Question(
    Optional<Query> text,
    List<Sought> sought,
    int pieces,
    Optional<Query> rankedParts,
    List<Query> pairs,
    List<Piece> parts,
    Set<String> terms,
    List<Name> names,
    List<Name> words,
    List<Query> filters,
    List<Query> exclusions,
    @Nullable Instant since,
    @Nullable Instant until,
    Optional<Plain> plain) {
  public Question {
    sought = List.copyOf(sought);
    pairs = List.copyOf(pairs);
    parts = List.copyOf(parts);
    terms = Set.copyOf(terms);
    names = List.copyOf(names);
    words = List.copyOf(words);
    filters = List.copyOf(filters);
    exclusions = List.copyOf(exclusions);
  }

  /**
   * A word or a name that is asked for.
   *
   * @param said as typed
   * @param terms as analysed, at least one
   * @param isPlace whether it is known to be the name of a country or another place
   */
  public record Name(String said, List<String> terms, boolean isPlace) {
    public Name {
      terms = List.copyOf(terms);
    }
  }

  /**
   * A window that plain words were read as: what matches fully lies in it, what matches in part is
   * raised by it.
   *
   * @param since {@code null} for no bound
   * @param until {@code null} for no bound
   * @param literal matches texts that have the words themselves, which raises what matches in part,
   *     too
   */
  public record Plain(@Nullable Instant since, @Nullable Instant until, Optional<Query> literal) {}

  /** How a published interval meets a window, as a query. */
  @FunctionalInterface
  public interface Window {
    Query of(@Nullable Instant since, @Nullable Instant until);
  }
}
