package wellhead.story;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A headline with all that its captures told about it, and its article once that was captured.
 *
 * @param id stable for the same captures
 * @param title the newest title
 * @param earlierTitles titles it had before, oldest first, without {@code title}
 * @param url its own link; {@code null} when not known
 * @param source whose story it is; {@code null} when not known
 * @param published {@code null} when undated
 * @param sightings oldest capture first; at least one
 * @param article from the story's own page, never from the page it was listed on; until that page
 *     was captured, what a feed tells beside the title, or {@code null}
 */
public record Story(
    String id,
    String title,
    List<String> earlierTitles,
    @Nullable String url,
    @Nullable String source,
    @Nullable Published published,
    List<Sighting> sightings,
    @Nullable ArticleText article) {

  public Story {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    earlierTitles = List.copyOf(earlierTitles);
    sightings = List.copyOf(sightings);
    if (sightings.isEmpty()) {
      throw new IllegalArgumentException("a story needs a sighting: " + id);
    }
  }

  /** Whether its own article was captured. */
  public Kind kind() {
    return article != null && article.hasBody() ? Kind.ARTICLE : Kind.HEADLINE;
  }

  /** The earliest capture time among its sightings; empty when none is known. */
  public Optional<Instant> firstSeen() {
    return sightings.stream()
        .flatMap(s -> Optional.ofNullable(s.capture().capturedAt().instant()).stream())
        .min(Instant::compareTo);
  }

  /** The latest capture time among its sightings; empty when none is known. */
  public Optional<Instant> lastSeen() {
    return sightings.stream()
        .flatMap(s -> Optional.ofNullable(s.capture().capturedAt().instant()).stream())
        .max(Instant::compareTo);
  }

  /** The sighting to show as its origin: its article's page when there is one, else the first. */
  public Sighting provenance() {
    return sightings.stream()
        .filter(Sighting::isArticle)
        .findFirst()
        .orElseGet(sightings::getFirst);
  }

  /** What is known of a story. */
  public enum Kind {
    /** Seen in a list only. */
    HEADLINE,
    /** Its own page was captured. */
    ARTICLE;

    /** The name that answers use. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
