package wellhead.server.web;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.Sighting;
import wellhead.story.Story;

/**
 * When a story last changed: the capture time of the last sighting that told something new, be it a
 * narrower time, another date, a title, a link or the article. To be seen once more is no change.
 *
 * <p>It follows from the sightings alone, so that it is the same whenever and in whatever order
 * they were read.
 */
final class LastTold {
  private @Nullable Instant at;
  private @Nullable Interval known;
  private String title = "";
  private @Nullable String url;
  private boolean article;

  private LastTold() {}

  /** Empty when no capture that told something has a known time. */
  static Optional<Instant> of(Story story) {
    Published published = story.published();
    Rule rule = published == null ? Rule.HULL : StoryPage.ruleInForce(published);
    var told = new LastTold();
    story.sightings().forEach(sighting -> told.take(sighting, rule));
    return Optional.ofNullable(told.at);
  }

  private void take(Sighting sighting, Rule rule) {
    boolean isNew = narrows(sighting, rule);
    isNew |= !sighting.title().equals(title);
    isNew |= url == null && sighting.url() != null;
    isNew |= !article && sighting.isArticle();
    title = sighting.title();
    url = url == null ? sighting.url() : url;
    article |= sighting.isArticle();
    Instant captured = sighting.capture().capturedAt().instant();
    if (isNew && captured != null) {
      at = captured;
    }
  }

  /** A sighting that contradicts the ones before begins anew: the site dated the story again. */
  private boolean narrows(Sighting sighting, Rule rule) {
    Optional<Interval> told =
        sighting.published() == null ? Optional.empty() : sighting.published().under(rule);
    if (told.isEmpty()) {
      return false;
    }
    Interval next = known == null ? told.get() : known.intersect(told.get()).orElse(told.get());
    boolean changed = !next.equals(known);
    known = next;
    return changed;
  }
}
