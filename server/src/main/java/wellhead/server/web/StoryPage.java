package wellhead.server.web;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.SearchResults.Hit;
import wellhead.story.ArticleText;
import wellhead.story.CapturedAt;
import wellhead.story.Comment;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.Sighting;
import wellhead.story.Story;

/**
 * The page of one story.
 *
 * @param url its address elsewhere; {@code null} when not known, or none that a page may link to
 * @param host of {@code url}, for the link's words
 * @param updates when the site dated it anew, in words
 * @param similar other stories about the same
 * @param picture its sightings' intervals; {@code null} when undated
 */
record StoryPage(
    Frame frame,
    String title,
    List<String> earlierTitles,
    Story.Kind kind,
    String kindLabel,
    @Nullable String source,
    @Nullable String sourceUrl,
    @Nullable String author,
    @Nullable String url,
    String host,
    HonestTime when,
    boolean conflict,
    List<String> updates,
    @Nullable IntervalPicture picture,
    List<String> takeaways,
    List<String> paragraphs,
    List<CommentView> comments,
    List<SightingView> sightings,
    List<SimilarView> similar,
    String seen) {

  StoryPage {
    earlierTitles = List.copyOf(earlierTitles);
    updates = List.copyOf(updates);
    takeaways = List.copyOf(takeaways);
    paragraphs = List.copyOf(paragraphs);
    comments = List.copyOf(comments);
    sightings = List.copyOf(sightings);
    similar = List.copyOf(similar);
  }

  static StoryPage of(Story story, List<Hit> similar, StoryCall call) {
    ZoneId zone = call.zone();
    ArticleText article = story.article();
    Published published = story.published();
    String source = story.source();
    String url = HitView.webAddress(story.url());
    return new StoryPage(
        Frame.plain(story.title(), null),
        story.title(),
        story.earlierTitles(),
        story.kind(),
        HitView.kindLabel(story.kind()),
        source,
        source == null ? null : QueryParams.NONE.with("source", source).on("/search"),
        article == null ? null : article.author(),
        url,
        url == null ? "" : host(url),
        HonestTime.of(published, zone),
        published != null && published.conflict(),
        published == null
            ? List.of()
            : published.updated().stream().map(i -> HonestTime.ends(i, zone)).toList(),
        published == null ? null : IntervalPicture.of(story, published, zone),
        article == null ? List.of() : article.takeaways(),
        article == null ? List.of() : paragraphs(article.body()),
        article == null
            ? List.of()
            : article.comments().stream().map(c -> CommentView.of(c, zone)).toList(),
        story.sightings().stream().map(s -> SightingView.of(s, published, zone)).toList(),
        similar.stream().map(hit -> SimilarView.of(hit, call)).toList(),
        HitView.seen(story.sightings().size()));
  }

  /** The rule whose intervals are shown: the one in force, or any where all agree. */
  static Rule ruleInForce(Published published) {
    return published.rule() == null ? Rule.HULL : published.rule();
  }

  private static List<String> paragraphs(String text) {
    return Stream.of(text.split("\\R\\s*\\R"))
        .map(String::strip)
        .filter(p -> !p.isEmpty())
        .toList();
  }

  private static String host(String url) {
    String host = URI.create(url).getHost();
    return host == null ? "its site" : host.startsWith("www.") ? host.substring(4) : host;
  }

  /** Another story about the same. */
  record SimilarView(String title, String url, @Nullable String source, HonestTime when) {
    static SimilarView of(Hit hit, StoryCall call) {
      return new SimilarView(
          hit.title(),
          call.given().on(StoryLink.to(hit.id())),
          hit.source(),
          HonestTime.of(hit.published(), call.zone()));
    }
  }

  /**
   * A reader's comment.
   *
   * @param when in words; empty when nothing is known
   */
  record CommentView(String author, String when, List<String> paragraphs) {
    static CommentView of(Comment comment, ZoneId zone) {
      Interval published = comment.published();
      String printed = comment.date() == null ? "" : comment.date();
      return new CommentView(
          comment.author() == null ? "A reader" : comment.author(),
          published == null ? printed : HonestTime.words(published, zone),
          StoryPage.paragraphs(comment.text()));
    }
  }

  /**
   * One sighting, as a row of the table.
   *
   * @param printed the age or date beside it, as printed
   * @param interval what that alone tells, under the rule in force
   */
  record SightingView(String capturedAt, String place, String printed, String interval) {
    static SightingView of(Sighting sighting, @Nullable Published published, ZoneId zone) {
      return new SightingView(
          captured(sighting.capture().capturedAt(), zone),
          sighting.capture().file() + ":" + sighting.line(),
          printed(sighting),
          interval(sighting, published, zone));
    }

    private static String captured(CapturedAt at, ZoneId zone) {
      if (at.instant() != null) {
        return HonestTime.moment(at.instant(), zone);
      }
      return at.between() == null
          ? "not known"
          : "by other captures, " + HonestTime.ends(at.between(), zone);
    }

    private static String printed(Sighting sighting) {
      String printed = sighting.age() == null ? sighting.date() : sighting.age();
      return printed == null ? "nothing" : printed;
    }

    private static String interval(Sighting sighting, @Nullable Published published, ZoneId zone) {
      if (sighting.published() == null) {
        return "tells nothing alone";
      }
      Rule rule = published == null ? Rule.HULL : ruleInForce(published);
      return sighting
          .published()
          .under(rule)
          .map(i -> HonestTime.ends(i, zone))
          .orElse("contradicts the rule of this source");
    }
  }
}
