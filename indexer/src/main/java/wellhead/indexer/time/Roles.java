package wellhead.indexer.time;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.story.Interval;
import wellhead.story.RuleIntervals;

/**
 * What a label says of publication that tells when something was changed: it was there by then, so
 * it was published no later.
 */
public final class Roles {
  private Roles() {}

  /** What is left of when something was changed, under each rule. */
  public static RuleIntervals publishedBy(RuleIntervals changed) {
    return new RuleIntervals(
        until(changed.floor()),
        until(changed.round()),
        until(changed.calendar()),
        until(changed.hull()));
  }

  private static @Nullable Interval until(@Nullable Interval changed) {
    return Optional.ofNullable(changed).map(Interval::latest).map(Interval::until).orElse(null);
  }
}
