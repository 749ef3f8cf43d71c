package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;

class CountedBeforeTest {
  private final CountedBefore before = new CountedBefore();

  private static CountedBefore.Asked of(String... sources) {
    return new CountedBefore.Asked(
        MatchAllDocsQuery.INSTANCE, List.of(sources), null, null, Wanted.NOTHING, ZoneOffset.UTC);
  }

  private static Breakdown buckets(int number) {
    var bucket = new Breakdown.Bucket(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600), 0, 0);
    return new Breakdown(
        null,
        new Breakdown.Histogram(
            BucketSize.HOUR, ZoneOffset.UTC, Collections.nCopies(number, bucket), 0),
        null);
  }

  @Test
  void whatWasCountedIsKnown() {
    before.remember(of(), buckets(1000));
    assertThat(before.of(of())).contains(buckets(1000));
  }

  @Test
  void anotherSourceIsAnotherQuestion() {
    before.remember(of("a.example"), buckets(1));
    assertThat(before.of(of("b.example"))).isEmpty();
  }

  @Test
  void aVeryLongHistogramIsNotKept() {
    before.remember(of(), buckets(1001));
    assertThat(before.of(of())).isEmpty();
  }

  @Test
  void whatWasNotAskedForLongestIsForgotten() {
    before.remember(of(), buckets(1));
    before.remember(of("old.example"), buckets(1));
    for (int i = 0; i < 31; i++) {
      before.of(of());
      before.remember(of("s" + i + ".example"), buckets(1));
    }
    assertThat(before.of(of())).isPresent();
    assertThat(before.of(of("old.example"))).isEmpty();
  }
}
