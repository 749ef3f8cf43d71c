package wellhead.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a story was published, and how that is known.
 *
 * @param interval contains the true time if the page told it
 * @param rule the printer rule that the interval follows; {@code null} when the evidence needs none
 *     (absolute dates, bounds)
 * @param evidence what the interval rests on; never {@link Evidence#NONE}
 * @param conflict whether the captures contradict each other under every rule
 * @param updated when the story was changed later, in time order: the page says so, or the site
 *     dated it anew and so contradicts the interval
 * @param lastAbsent when the source's list was captured that, complete as it was, did not have the
 *     story yet: it was published no more than {@link #LISTED_WITHIN} before that; {@code null}
 *     when no capture tells so, or sightings tell more
 */
public record Published(
    Interval interval,
    @Nullable Rule rule,
    Evidence evidence,
    boolean conflict,
    List<Interval> updated,
    @Nullable Instant lastAbsent) {

  /**
   * How much later than its printed time a headline may come to stand on its source's list. Of
   * 4,859 new rows on top of seven real front pages that went on as before (captured at intervals
   * of one to eight hours, over up to eight months), 283 stood there more than five minutes late,
   * 30 more than half an hour and one more than an hour (63 minutes). An eighth page, which shows
   * stories late, had 23 of 753 more than an hour late: of such a page this tells too much.
   */
  public static final Duration LISTED_WITHIN = Duration.ofHours(1);

  public Published {
    updated = List.copyOf(updated);
    if (evidence == Evidence.NONE) {
      throw new IllegalArgumentException("an interval without evidence is no interval");
    }
  }

  /** What sightings tell, and no absence. */
  public Published(
      Interval interval,
      @Nullable Rule rule,
      Evidence evidence,
      boolean conflict,
      List<Interval> updated) {
    this(interval, rule, evidence, conflict, updated, null);
  }

  /** The same, narrowed by the newest list that did not have the story. */
  public Published narrowedBy(Interval narrower, Instant absentAt) {
    return new Published(narrower, rule, evidence, conflict, updated, absentAt);
  }
}
