package wellhead.indexer.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.fetch.LoopbackSite.Answer;

class SpreadTest {
  private static final Instant START = Instant.parse("2026-07-08T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private static List<WebAddress> sites(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> WebAddress.parse("https://site" + i + ".example/"))
        .toList();
  }

  @Test
  void addressesLieEvenlyOverTheTime() {
    var times = new TreeSet<>(Spread.due(sites(6), START, HOUR).values());
    var gaps = new ArrayList<Duration>();
    Instant before = times.last().minus(HOUR);
    for (Instant time : times) {
      gaps.add(Duration.between(before, time));
      before = time;
    }
    assertThat(gaps).allSatisfy(gap -> assertThat(gap.toSeconds()).isBetween(599L, 600L));
    assertThat(times.first()).isAfterOrEqualTo(START);
    assertThat(times.last()).isBefore(START.plus(HOUR));
  }

  @Test
  void theSameRunHasTheSamePlaces() {
    assertThat(Spread.due(sites(5), START, HOUR)).isEqualTo(Spread.due(sites(5), START, HOUR));
  }

  @Test
  void runsOnTheHourLookAtAPageAtEveryMinuteOfIt() {
    // 24 runs leave no gap of more than three times an even one
    var minutes = new TreeSet<Long>();
    for (int run = 0; run < 24; run++) {
      Instant start = START.plus(HOUR.multipliedBy(run));
      Instant due = Spread.due(sites(1), start, HOUR).values().iterator().next();
      minutes.add(Duration.between(start, due).toMillis());
    }
    assertThat(minutes).hasSize(24);
    long before = minutes.last() - HOUR.toMillis();
    for (long minute : minutes) {
      assertThat(minute - before).isLessThan(3 * HOUR.toMillis() / 24);
      before = minute;
    }
  }

  @Test
  void withoutATimeAllAreDueAtOnce() {
    assertThat(Spread.due(sites(3), START, Duration.ZERO).values()).containsOnly(START);
  }

  @Test
  void aRunWaitsUntilItsAddressIsDue(@TempDir Path folder) throws Exception {
    try (var site = new LoopbackSite().on("/", Answer.page("<p>News</p>"))) {
      Desk desk = new Desk(folder).ignoringRobots().over(HOUR);
      desk.captureAll(List.of(site.at("/"), site.at("/?2")));
      List<Instant> due =
          Spread.due(List.of(site.at("/"), site.at("/?2")), START, HOUR).values().stream()
              .sorted()
              .toList();
      assertThat(desk.waits).isEqualTo(due);
    }
  }
}
