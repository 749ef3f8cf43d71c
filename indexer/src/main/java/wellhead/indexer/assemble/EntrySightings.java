package wellhead.indexer.assemble;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.capture.Capture;
import wellhead.indexer.capture.Content;
import wellhead.indexer.capture.Entry;
import wellhead.indexer.time.LabelParser;
import wellhead.indexer.time.Reference;
import wellhead.indexer.time.Resolver;
import wellhead.story.ArticleText;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Rule;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;

/**
 * Stories that were told for machines become sightings: their time is taken as told; one without a
 * time is no younger than its capture.
 */
final class EntrySightings {
  private EntrySightings() {}

  /**
   * @param times decides which of the stated times are believed
   */
  static List<Sighting> of(Capture capture, Content.Entries entries, StatedTimes times) {
    return entries.entries().stream().map(entry -> of(capture, entry, times)).toList();
  }

  private static Sighting of(Capture capture, Entry entry, StatedTimes times) {
    Interval published = entry.published();
    Evidence evidence = entry.evidence();
    Instant at = capture.ref().capturedAt().instant();
    if (published == null && entry.date() != null) {
      published = inWords(entry.date(), capture).orElse(null);
      evidence = Evidence.ABSOLUTE_DATE;
    }
    if (published != null) {
      String written = entry.date() == null ? published.toString() : entry.date();
      published = times.believed(published, written).orElse(null);
    }
    evidence = published == null ? Evidence.NONE : evidence;
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
        article(entry),
        updated(entry, published, times));
  }

  /** A change comes after the publication; many a feed states the one for the other. */
  private static @Nullable Interval updated(
      Entry entry, @Nullable Interval published, StatedTimes times) {
    Interval updated = entry.updated();
    return updated == null || published == null || !updated.start().isAfter(published.end())
        ? null
        : times.believed(updated, updated.start().toString()).orElse(null);
  }

  /** A date as people write it, which some feeds have. */
  private static Optional<Interval> inWords(String date, Capture capture) {
    var reference =
        new Reference(
            capture.ref().capturedAt().instant(),
            capture.zone(),
            Reference.USUAL_STALENESS.plus(capture.staleness()));
    return LabelParser.parse(date)
        .filter(label -> !label.isRelative())
        .flatMap(label -> Resolver.resolve(label, reference))
        .flatMap(told -> told.under(Rule.HULL));
  }

  private static @Nullable ArticleText article(Entry entry) {
    boolean nothing = entry.body() == null && entry.author() == null && entry.takeaways().isEmpty();
    return nothing
        ? null
        : new ArticleText(
            entry.author(),
            entry.takeaways(),
            Objects.requireNonNullElse(entry.body(), ""),
            List.of());
  }
}
