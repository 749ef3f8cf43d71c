package wellhead.indexer.assemble;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.capture.Capture;
import wellhead.indexer.capture.Content;
import wellhead.indexer.capture.Entry;
import wellhead.story.ArticleText;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;

/**
 * Stories that were told for machines become sightings: their time is taken as told; one without a
 * time is no younger than its capture.
 */
final class EntrySightings {
  private EntrySightings() {}

  static List<Sighting> of(Capture capture, Content.Entries entries) {
    return entries.entries().stream().map(entry -> of(capture, entry)).toList();
  }

  private static Sighting of(Capture capture, Entry entry) {
    Interval published = entry.published();
    Evidence evidence = entry.evidence();
    Instant at = capture.ref().capturedAt().instant();
    if (published == null && at != null) {
      published = Interval.until(at);
      evidence = Evidence.FIRST_SEEN;
    }
    return new Sighting(
        capture.ref(),
        entry.line(),
        entry.title(),
        entry.url(),
        null,
        entry.date(),
        published == null ? null : RuleIntervals.same(published),
        evidence,
        article(entry));
  }

  private static @Nullable ArticleText article(Entry entry) {
    return entry.body() == null
        ? null
        : new ArticleText(entry.author(), entry.takeaways(), entry.body(), List.of());
  }
}
