package wellhead.indexer.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clock on the site's wall: its zone, or every offset from UTC-12 to UTC+14 when nobody knows
 * it. Whatever depends on the zone is then asked of each, and the widest answer counts.
 */
record Wall(@Nullable ZoneId zone) {
  /** The offsets in use are multiples of a quarter of an hour. */
  private static final List<ZoneId> EVERYWHERE =
      IntStream.rangeClosed(-12 * 4, 14 * 4)
          .<ZoneId>mapToObj(quarters -> ZoneOffset.ofTotalSeconds(quarters * 900))
          .toList();

  private static final Duration SUMMER_TIME = Duration.ofHours(1);

  /** The earliest of what a zone may answer. */
  Instant earliest(Function<ZoneId, Instant> question) {
    return answers(question).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** The latest of what a zone may answer. */
  Instant latest(Function<ZoneId, Instant> question) {
    return answers(question).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** What to allow for when two dates lie between a change to or from summer time. */
  Duration slack() {
    return zone == null ? SUMMER_TIME : Duration.ZERO;
  }

  private Stream<Instant> answers(Function<ZoneId, Instant> question) {
    return zones().map(question);
  }

  /** The zones it may be. */
  Stream<ZoneId> zones() {
    return zone == null ? EVERYWHERE.stream() : Stream.of(zone);
  }
}
