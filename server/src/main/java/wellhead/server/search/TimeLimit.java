package wellhead.server.search;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.QueryTimeoutImpl;

/** How long a search may take before it answers with what it has found so far. */
final class TimeLimit {
  /** Far more than any query that a person means needs, and less than a person waits. */
  static final Duration DEFAULT = Duration.ofSeconds(5);

  private TimeLimit() {}

  /** A limit that begins anew with each request. */
  static Supplier<QueryTimeout> of(Duration longest) {
    if (longest.toMillis() < 1) {
      throw new IllegalArgumentException("a search needs at least a millisecond: " + longest);
    }
    return () -> new QueryTimeoutImpl(longest.toMillis());
  }
}
