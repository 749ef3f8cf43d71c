package wellhead.server.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.server.query.NewsWords;
import wellhead.story.Story;

/**
 * A search, every default filled in.
 *
 * @param query as the person typed it; empty lists the newest
 * @param in only this kind of hit; {@code null} for all
 * @param since only stories that may have been published at or after; {@code null} for no bound
 * @param until only stories that may have been published before; {@code null} for no bound
 * @param addedSince only stories that came into the index after; {@code null} for all
 * @param match how the published interval must meet the window
 * @param filters by property, the values of which a story must have one, exactly
 * @param recency 0 to 1: by how much freshness may raise a score (0.1: by at most 10 %)
 * @param now the instant that freshness is measured at
 * @param zone where days begin: in the query and in counts by time
 * @param limit 1 to 100
 * @param offset 0 to 1000
 * @param after where another page of the same search ended; {@code null} begins at the offset
 * @param timeWords whether plain words for a time ("last week") are read as a window
 * @param explain whether every hit says why it is as it is
 * @param collapse whether hits that say the same are folded under the first of them
 * @param group what stands under one hit besides
 * @param wanted what to count beside the hits
 */
public record SearchRequest(
    String query,
    Story.@Nullable Kind in,
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable Instant addedSince,
    Match match,
    Map<Facet, List<String>> filters,
    Sort sort,
    double recency,
    Instant now,
    ZoneId zone,
    int limit,
    int offset,
    @Nullable Cursor after,
    boolean highlight,
    boolean timeWords,
    boolean explain,
    boolean collapse,
    Group group,
    Wanted wanted) {

  /**
   * The default of {@code recency}. On 39 topics over eight months of dated news, nDCG@10 falls by
   * 0.5 % at 0.1, by 1 % at 0.15 and by 2.2 % at 0.3.
   */
  public static final double DEFAULT_RECENCY = 0.1;

  public SearchRequest {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(now, "now");
    var copy = new EnumMap<Facet, List<String>>(Facet.class);
    filters.forEach((facet, values) -> {
      if (!values.isEmpty()) {
        copy.put(facet, List.copyOf(values));
      }
    });
    filters = Collections.unmodifiableMap(copy);
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

  /** A request under construction, with every default. */
  public static SearchRequestBuilder of(String query, Instant now) {
    return new SearchRequestBuilder(query, now);
  }

  /** The order when none is asked for: the newest first where nothing or news is asked for. */
  public static Sort usualSort(String query) {
    return query.isBlank() || NewsWords.wantNewest(query) ? Sort.NEWEST : Sort.RELEVANCE;
  }

  /** A request under construction that is like this one so far. */
  public SearchRequestBuilder but() {
    var builder = new SearchRequestBuilder(query, now);
    filters.forEach(builder::filter);
    return builder
        .in(in)
        .window(since, until)
        .addedSince(addedSince)
        .match(match)
        .sort(sort)
        .recency(recency)
        .zone(zone)
        .page(limit, offset)
        .highlight(highlight)
        .explain(explain)
        .collapse(collapse)
        .group(group)
        .after(after)
        .timeWords(timeWords)
        .wanted(wanted);
  }

  /** The same for pages of the same search, whatever else is asked beside its hits. */
  long fingerprint() {
    String search =
        Stream.of(
                query,
                in,
                since,
                until,
                addedSince,
                match,
                filters,
                sort,
                recency,
                zone,
                timeWords,
                collapse,
                group)
            .map(String::valueOf)
            .collect(Collectors.joining("\0"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(search.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The values that are asked of a property; empty for all. */
  public List<String> filter(Facet facet) {
    return filters.getOrDefault(facet, List.of());
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

  /** Whether all before a page must be known to tell what is on it. */
  boolean gathers() {
    return collapse || group == Group.EVENT;
  }

  /** What stands under one hit. */
  public enum Group {
    NONE,
    /** Stories of other sources that tell of the same event. */
    EVENT;

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
