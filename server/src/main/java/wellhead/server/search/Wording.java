package wellhead.server.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.schema.EnergyAnalysis;
import wellhead.schema.Mention;
import wellhead.schema.Summary;
import wellhead.server.query.Questions;
import wellhead.story.Interval;
import wellhead.story.Published;

/**
 * What a headline says, to tell whether another says the same: syndicated by another source, or
 * changed a little.
 *
 * <p>Two headlines say the same when at least three quarters of all their words are common (as
 * analysed, words that hold a sentence together left out), neither has a number, a name or a
 * direction that the other lacks, and they may have been published within three days of each other.
 * A column that a source prints again under the same title is another story.
 *
 * @param words as analysed
 * @param published {@code null} when undated
 */
record Wording(Set<String> words, @Nullable String source, @Nullable Interval published) {

  private static final double COMMON = 0.75;
  private static final int FEWEST_WORDS = 4;
  private static final Duration APART = Duration.ofDays(3);

  /** Words that turn a headline into its opposite, or into the next one. */
  private static final Set<String> DIRECTIONS =
      Arrays.stream(
              """
              up down above below over under more less higher lower high low before after
              rise fall gain lose climb slip jump drop surge plunge soar sink rally slump rebound
              slide ease increase decrease raise cut add trim extend end start stop open close
              import export buy sell bid reject approve deny win miss beat halt resume
              first second third fourth morning evening early late
              monday tuesday wednesday thursday friday saturday sunday
              january february march april may june july august september october november december
              """
                  .split("\\s+"))
          .flatMap(word -> EnergyAnalysis.terms(word).stream())
          .collect(Collectors.toUnmodifiableSet());

  Wording {
    words = Set.copyOf(words);
  }

  static Wording of(Summary story) {
    Published published = story.published();
    return new Wording(
        EnergyAnalysis.terms(story.title()).stream()
            .filter(Questions::isSubject)
            .collect(Collectors.toSet()),
        story.source(),
        published == null ? null : published.interval());
  }

  /** Whether both say the same; symmetric. */
  boolean saysTheSameAs(Wording other) {
    if (words.isEmpty() || other.words.isEmpty() || !isNear(other.published)) {
      return false;
    }
    if (words.equals(other.words)) {
      return !isReprinted(other);
    }
    if (Math.min(words.size(), other.words.size()) < FEWEST_WORDS) {
      return false;
    }
    Set<String> all = new HashSet<>(words);
    all.addAll(other.words);
    Set<String> common = new HashSet<>(words);
    common.retainAll(other.words);
    return common.size() >= COMMON * all.size()
        && all.stream().filter(word -> !common.contains(word)).noneMatch(Wording::matters);
  }

  /** Whether so many common words are enough for both to say the same; asked before all else. */
  boolean mayBe(int common, Wording other) {
    return common > 0 && common >= COMMON * Math.max(words.size(), other.words.size());
  }

  /** Whether another of that time may say the same. */
  boolean isNear(@Nullable Interval other) {
    if (published == null || other == null) {
      return true;
    }
    return !later(published, other) && !later(other, published);
  }

  private static boolean later(Interval a, Interval b) {
    Instant begins = a.start();
    return begins.minus(APART).isAfter(b.end());
  }

  private boolean isReprinted(Wording other) {
    return source != null
        && source.equals(other.source)
        && published != null
        && other.published != null
        && !published.overlaps(other.published);
  }

  private static boolean matters(String word) {
    return DIRECTIONS.contains(word)
        || word.codePoints().anyMatch(Character::isDigit)
        || Stream.of(Mention.values()).anyMatch(mention -> mention.named(word).isPresent());
  }
}
