package wellhead.server.search;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Asks a commit what its first visitors would wait for: norms, doc values, postings, texts, names,
 * the list of words.
 *
 * <p>A commit that follows another is asked all of it before it takes the other's place. The first
 * one is asked only enough to know that it can be read, and the rest meanwhile: a program that has
 * just begun answers slowly rather than not at all.
 */
final class Warming implements IndexFollower.Warmer {
  private boolean begun;

  @Override
  public void warm(Generation generation) throws IOException {
    if (begun) {
      all(generation);
      return;
    }
    begun = true;
    ask(generation, "oil gas price", SearchRequest.Sort.RELEVANCE);
    if (generation.tryHold()) {
      Thread.ofPlatform().name("warming").daemon().start(() -> meanwhile(generation));
    }
  }

  /** Whatever cannot be read is said to whoever asks for it. */
  private static void meanwhile(Generation generation) {
    try {
      try {
        all(generation);
      } finally {
        generation.letGo();
      }
    } catch (IOException | RuntimeException | InternalError e) {
      // a mapped file that was cut leads to an InternalError
    }
  }

  private static void all(Generation generation) throws IOException {
    LuceneSearchEngine.completions(generation, "oi", 1, () -> false);
    generation.lexicon();
    for (String query : List.of("", "oil gas price", "\"oil price\"", "energ*")) {
      for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
        ask(generation, query, sort);
      }
    }
  }

  private static void ask(Generation generation, String query, SearchRequest.Sort sort)
      throws IOException {
    new Inquiry(SearchRequest.of(query, Instant.EPOCH).sort(sort).build())
        .answer(generation, () -> false);
  }
}
