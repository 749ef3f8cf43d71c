package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wellhead.server.search.TestIndex.NOW;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that is stopped says so, and answers with what it has. No time passes here. */
class TimeLimitTest {
  private static final Wanted COUNTS = new Wanted(Set.of(Facet.SOURCE), BucketSize.MONTH, true);

  @TempDir Path index;

  @BeforeEach
  void writeStories() throws IOException {
    TestIndex.write(
        index,
        1,
        List.of(
            TestIndex.headline("a", "Oil rises", 1),
            TestIndex.headline("b", "Oil falls again", 2),
            TestIndex.headline("c", "Coal falls", 3)));
  }

  /** Stopped at the check after so many. */
  private SearchResults stoppedAfter(int checks, SearchRequest request) {
    try (var engine =
        LuceneSearchEngine.open(
            index,
            () -> {
              var made = new AtomicInteger();
              return () -> made.getAndIncrement() >= checks;
            })) {
      return engine.search(request);
    }
  }

  @Test
  void whatIsStoppedAtOnceHasFoundNothingAndSaysSo() {
    SearchResults results = stoppedAfter(0, SearchRequest.of("oil", NOW).wanted(COUNTS).build());
    assertThat(results.timedOut()).isTrue();
    assertThat(results.hits()).isEmpty();
    assertThat(results.total().exact()).isFalse();
    assertThat(results.warnings()).singleElement().asString().contains("took too long");
  }

  @Test
  void whatWasFoundBeforeIsAnswered() {
    for (boolean collapse : new boolean[] {false, true}) {
      SearchRequest request =
          SearchRequest.of("oil", NOW).collapse(collapse).wanted(COUNTS).build();
      SearchResults whole = stoppedAfter(Integer.MAX_VALUE, request);
      assertThat(whole.timedOut()).isFalse();
      assertThat(whole.total().exact()).isTrue();
      boolean hadHits = false;
      int checks = 0;
      for (SearchResults part = stoppedAfter(0, request);
          part.timedOut();
          part = stoppedAfter(++checks, request)) {
        assertThat(part.total().exact()).isFalse();
        assertThat(part.total().value()).isBetween(part.hits().size(), whole.total().value());
        assertThat(whole.hits()).containsAll(part.hits());
        hadHits |= part.hits().size() == whole.hits().size();
      }
      assertThat(hadHits).as("all hits, though not all was counted").isTrue();
    }
  }

  @Test
  void countsThatWereCutShortAreNotRememberedForTheNext() {
    SearchRequest all = SearchRequest.of("", NOW).wanted(COUNTS).build();
    var isOver = new AtomicInteger(1);
    try (var engine = LuceneSearchEngine.open(index, () -> () -> isOver.get() == 1)) {
      assertThat(engine.search(all).timedOut()).isTrue();
      isOver.set(0);
      SearchResults whole = engine.search(all);
      assertThat(whole.timedOut()).isFalse();
      assertThat(whole.breakdown().histogram()).isNotNull();
      assertThat(Objects.requireNonNull(whole.breakdown().facets()).get(Facet.SOURCE))
          .extracting(Breakdown.Value::count)
          .first()
          .isEqualTo(3);
      assertThat(engine.search(all).breakdown()).isEqualTo(whole.breakdown());
    }
  }

  @Test
  void aLimitOfNothingIsRefused() {
    assertThatThrownBy(() -> TimeLimit.of(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least a millisecond");
  }
}
