package wellhead.server.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.SearchResults.Folded;
import wellhead.server.search.SearchResults.Hit;
import wellhead.server.search.SearchResults.Told;
import wellhead.story.Story;

/**
 * A hit as the page shows it.
 *
 * @param href where its title leads: to the story itself when its link is known
 * @param away whether {@code href} leaves this server
 * @param storyUrl its page here
 * @param sourceUrl the same search within its source; {@code null} when the source is not known
 * @param ago how long before the request's {@code now}; empty when that is not known
 * @param alike what says the same, folded under this one
 * @param reports of the same event by others; {@code null} when there are none
 * @param snippet passages with the matched words marked; none for a headline
 */
record HitView(
    Marked title,
    String href,
    boolean away,
    String storyUrl,
    @Nullable String source,
    @Nullable String sourceUrl,
    @Nullable String author,
    HonestTime when,
    String ago,
    boolean conflict,
    Story.Kind kind,
    String kindLabel,
    String seen,
    List<Marked> snippet,
    List<Alike> alike,
    @Nullable Reports reports) {

  HitView {
    snippet = List.copyOf(snippet);
    alike = List.copyOf(alike);
  }

  /** A hit that says the same and stands under this one. */
  record Alike(String title, String storyUrl, @Nullable String source) {}

  /**
   * What others tell of the same event.
   *
   * @param summary how many sources tell of it, and since when
   */
  record Reports(String summary, List<Other> others) {
    Reports {
      others = List.copyOf(others);
    }

    static Reports of(Told told, SearchCall call) {
      return new Reports(
          SearchPage.count(told.sources())
              + " sources since "
              + SINCE.withZone(call.zone()).format(told.since()),
          told.others().stream()
              .map(other ->
                  new Other(
                      other.title(),
                      storyUrl(other.id(), call),
                      other.source(),
                      HonestTime.of(other.published(), call.zone()).words()))
              .toList());
    }
  }

  /** Another source's report. */
  record Other(String title, String storyUrl, @Nullable String source, String when) {}

  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("HH:mm, d MMM", Locale.ENGLISH);

  static HitView of(Hit hit, List<Folded> folded, @Nullable Told told, SearchCall call) {
    String storyUrl = storyUrl(hit.id(), call);
    String away = webAddress(hit.url());
    String source = hit.source();
    return new HitView(
        Marked.of(hit.highlightedTitle(), hit.title()),
        away == null ? storyUrl : away,
        away != null,
        storyUrl,
        source,
        source == null
            ? null
            : call.given().without("offset", "cursor").with("source", source).on("/search"),
        hit.author(),
        HonestTime.of(hit.published(), call.zone()),
        hit.published() == null ? "" : Ago.words(hit.published().interval(), call.request().now()),
        hit.published() != null && hit.published().conflict(),
        hit.kind(),
        kindLabel(hit.kind()),
        seen(hit.sightings()),
        snippet(hit),
        folded.stream().map(f -> new Alike(f.title(), storyUrl(f.id(), call), f.source())).toList(),
        told == null ? null : Reports.of(told, call));
  }

  /** What is only a headline needs no word for it: most are. */
  boolean isArticle() {
    return kind == Story.Kind.ARTICLE;
  }

  static String kindLabel(Story.Kind kind) {
    return switch (kind) {
      case HEADLINE -> "Headline";
      case ARTICLE -> "Article";
    };
  }

  static String seen(int sightings) {
    return sightings == 1
        ? "seen once"
        : "seen " + String.format(Locale.ENGLISH, "%,d", sightings) + " times";
  }

  /** The address when it is one that a page may link to; a capture may say {@code javascript:}. */
  static @Nullable String webAddress(@Nullable String url) {
    if (url == null) {
      return null;
    }
    try {
      String scheme = new URI(url).getScheme();
      return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme) ? url : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String storyUrl(String id, SearchCall call) {
    String tz = call.given().first("tz");
    String path = StoryLink.to(id);
    return tz == null ? path : QueryParams.NONE.with("tz", tz).on(path);
  }

  private static List<Marked> snippet(Hit hit) {
    if (!hit.highlightedBody().isEmpty() && hit.snippet() != null) {
      return hit.highlightedBody().stream().map(p -> Marked.of(p, plain(p))).toList();
    }
    return hit.snippet() == null ? List.of() : List.of(Marked.of(null, hit.snippet()));
  }

  private static String plain(String highlighted) {
    return highlighted.replace("<mark>", "").replace("</mark>", "");
  }
}
