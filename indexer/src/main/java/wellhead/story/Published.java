package wellhead.story;

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
 * @param updated later intervals that contradict this one, in time order: the site dated the story
 *     anew
 */
public record Published(
    Interval interval,
    @Nullable Rule rule,
    Evidence evidence,
    boolean conflict,
    List<Interval> updated) {

  public Published {
    updated = List.copyOf(updated);
    if (evidence == Evidence.NONE) {
      throw new IllegalArgumentException("an interval without evidence is no interval");
    }
  }
}
