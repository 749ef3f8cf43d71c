package wellhead.server.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wellhead.server.query.TimeReading;
import wellhead.story.Published;
import wellhead.story.Story;

/**
 * The answer to a {@link SearchRequest}, from one generation of the index.
 *
 * @param understood the query as it was read, in the query language
 * @param warnings what of the query was read leniently, in words
 * @param relaxed whether partial matches follow the full ones
 * @param folded by a hit's id, what is folded under it; {@code null} when nothing was to be folded
 * @param told by a hit's id, the event that it tells of with others; {@code null} when hits were
 *     not to be grouped
 * @param time the words that were read as a window; {@code null} when there were none
 * @param breakdown what was to be counted beside the hits
 * @param nextCursor where the next page begins; {@code null} at the end
 * @param timedOut whether the search was stopped: then this is what was found until then
 */
public record SearchResults(
    String understood,
    @Nullable String corrected,
    boolean relaxed,
    List<String> warnings,
    Total total,
    List<Hit> hits,
    @Nullable Map<String, List<Folded>> folded,
    @Nullable Map<String, Told> told,
    IndexState index,
    @Nullable TimeReading time,
    Breakdown breakdown,
    @Nullable String nextCursor,
    boolean timedOut) {

  public SearchResults {
    warnings = List.copyOf(warnings);
    hits = List.copyOf(hits);
    folded = folded == null ? null : Map.copyOf(folded);
    told = told == null ? null : Map.copyOf(told);
  }

  /** Hits and their total only, all on one page. */
  public SearchResults(
      String understood,
      @Nullable String corrected,
      boolean relaxed,
      List<String> warnings,
      Total total,
      List<Hit> hits,
      IndexState index) {
    this(
        understood,
        corrected,
        relaxed,
        warnings,
        total,
        hits,
        null,
        null,
        index,
        null,
        Breakdown.NONE,
        null,
        false);
  }

  /**
   * How many stories match fully and pass the filters.
   *
   * @param exact whether {@code value} is the number ({@code eq}) or a lower bound ({@code gte})
   * @param certain of {@code value}, whose interval lies inside the window
   * @param possible of {@code value}, whose interval overlaps the window
   * @param undated stories that match and are left out by the window because nothing is known of
   *     their time; without a window, the undated among {@code value}
   */
  public record Total(int value, boolean exact, int certain, int possible, int undated) {
    /** The same as a lower bound: what was counted of a search that was stopped. */
    Total atLeast() {
      return new Total(value, false, certain, possible, undated);
    }
  }

  /**
   * One story that matches.
   *
   * @param score {@code NaN} never; 0 when the order is not by relevance
   * @param partial whether only some of the words matched
   * @param snippet plain text, from the body or takeaways; {@code null} for a headline
   * @param highlightedTitle HTML-escaped, with {@code <mark>} only; {@code null} when not asked for
   * @param highlightedBody HTML-escaped passages, with {@code <mark>} only
   * @param explanation {@code null} when not asked for
   */
  public record Hit(
      String id,
      Story.Kind kind,
      float score,
      boolean partial,
      String title,
      @Nullable String url,
      @Nullable String source,
      @Nullable String author,
      @Nullable Published published,
      @Nullable Instant firstSeen,
      @Nullable Instant lastSeen,
      int sightings,
      @Nullable String snippet,
      @Nullable String highlightedTitle,
      List<String> highlightedBody,
      Provenance provenance,
      @Nullable Explanation explanation) {
    public Hit {
      highlightedBody = List.copyOf(highlightedBody);
    }

    /** Not explained. */
    public Hit(
        String id,
        Story.Kind kind,
        float score,
        boolean partial,
        String title,
        @Nullable String url,
        @Nullable String source,
        @Nullable String author,
        @Nullable Published published,
        @Nullable Instant firstSeen,
        @Nullable Instant lastSeen,
        int sightings,
        @Nullable String snippet,
        @Nullable String highlightedTitle,
        List<String> highlightedBody,
        Provenance provenance) {
      this(
          id,
          kind,
          score,
          partial,
          title,
          url,
          source,
          author,
          published,
          firstSeen,
          lastSeen,
          sightings,
          snippet,
          highlightedTitle,
          highlightedBody,
          provenance,
          null);
    }

    /** The same, with the reasons for it. */
    public Hit because(Explanation why) {
      return new Hit(
          id,
          kind,
          score,
          partial,
          title,
          url,
          source,
          author,
          published,
          firstSeen,
          lastSeen,
          sightings,
          snippet,
          highlightedTitle,
          highlightedBody,
          provenance,
          why);
    }
  }

  /** A story that says the same as a hit before it. */
  public record Folded(String id, String title, @Nullable String source, @Nullable String url) {}

  /**
   * The event that a hit tells of with stories of other sources.
   *
   * @param since when the first of them was published, the middle of its interval
   * @param because why the hit is taken for a report of it
   * @param others its other reports, the earliest first, each of another source
   */
  public record Told(Instant since, Because because, List<Report> others) {
    public Told {
      others = List.copyOf(others);
    }

    /** How many sources tell of it, the hit's among them. */
    public int sources() {
      return others.size() + 1;
    }
  }

  /** A story that tells of the same event as a hit, whether or not it matches the query. */
  public record Report(
      String id,
      String title,
      @Nullable String source,
      @Nullable String url,
      @Nullable Published published,
      Because because) {}

  /**
   * Why a story is taken for a report of an event.
   *
   * @param like the id of the report that it is most like
   * @param likeness how much what both titles say outweighs what only one says, 1 to about 100
   * @param words that both titles have and that say something, those that say most first
   */
  public record Because(String like, double likeness, List<String> words) {
    public Because {
      words = List.copyOf(words);
    }
  }

  /** Where a hit was read. */
  public record Provenance(String file, int line, @Nullable Instant capturedAt) {}

  /**
   * The generation that answered.
   *
   * @param generation counts commits
   * @param builtAt when it was committed
   * @param stories how many it holds
   */
  public record IndexState(long generation, Instant builtAt, int stories) {}
}
