package wellhead.server.search;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.index.Inventory;
import wellhead.story.Rule;

/**
 * What is known of a source.
 *
 * @param name {@code null} for all captures of unknown source together
 * @param firstCapture {@code null} when none has a time, as {@code lastCapture}
 * @param earliest the earliest that a story of it may have been published; {@code null} when
 *     unknown
 * @param latest the latest that a story of it may have been published; {@code null} when unknown
 * @param rule by which its ages are read
 * @param ruleFrom what the rule rests on
 * @param staleness how old its pages may be when they are captured
 */
public record KnownSource(
    @Nullable String name,
    int captures,
    @Nullable Instant firstCapture,
    @Nullable Instant lastCapture,
    int stories,
    int articles,
    int undatedStories,
    @Nullable Instant earliest,
    @Nullable Instant latest,
    Rule rule,
    RuleFrom ruleFrom,
    Duration staleness) {

  /** What a rule rests on. */
  public enum RuleFrom {
    LEARNT,
    SAID,
    KNOWN,
    NONE
  }

  static KnownSource of(Inventory.Source source) {
    return new KnownSource(
        source.name(),
        source.captures(),
        source.firstCapture(),
        source.lastCapture(),
        source.stories(),
        source.articles(),
        source.undatedStories(),
        source.earliest(),
        source.latest(),
        source.rule(),
        switch (source.ruleFrom()) {
          case LEARNT -> RuleFrom.LEARNT;
          case SAID -> RuleFrom.SAID;
          case KNOWN -> RuleFrom.KNOWN;
          case NONE -> RuleFrom.NONE;
        },
        source.staleness());
  }
}
