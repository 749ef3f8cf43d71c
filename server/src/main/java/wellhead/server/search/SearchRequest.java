package wellhead.server.search;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wellhead.story.Story;

/**
 * A search, every default filled in.
 *
 * @param query as the person typed it; empty lists the newest
 * @param in only this kind of hit; {@code null} for all
 * @param since only stories that may have been published at or after; {@code null} for no bound
 * @param until only stories that may have been published before; {@code null} for no bound
 * @param match how the published interval must meet the window
 * @param sources any of these, exactly; empty for all
 * @param authors any of these, exactly; empty for all
 * @param recency 0 to 1: by how much freshness may raise a score (0.3: by at most 30 %)
 * @param now the instant that freshness is measured at
 * @param limit 1 to 100
 * @param offset 0 to 1000
 */
public record SearchRequest(
    String query,
    Story.@Nullable Kind in,
    @Nullable Instant since,
    @Nullable Instant until,
    Match match,
    List<String> sources,
    List<String> authors,
    Sort sort,
    double recency,
    Instant now,
    int limit,
    int offset,
    boolean highlight) {

  /** The default of {@code recency}. */
  public static final double DEFAULT_RECENCY = 0.3;

  public SearchRequest {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(now, "now");
    sources = List.copyOf(sources);
    authors = List.copyOf(authors);
    if (!(recency >= 0 && recency <= 1)) {
      throw new IllegalArgumentException("recency must be between 0 and 1: " + recency);
    }
    if (limit < 1 || limit > 100) {
      throw new IllegalArgumentException("limit must be between 1 and 100: " + limit);
    }
    if (offset < 0 || offset > 1000) {
      throw new IllegalArgumentException("offset must be between 0 and 1000: " + offset);
    }
  }

  /** How a published interval meets the window [since, until). */
  public enum Match {
    /** It overlaps the window. */
    POSSIBLE,
    /** It lies inside the window. */
    CERTAIN;

    /** The name that requests use. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The order of hits; ties are broken by the story's id. */
  public enum Sort {
    RELEVANCE,
    NEWEST,
    OLDEST;

    /** The name that requests use. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
