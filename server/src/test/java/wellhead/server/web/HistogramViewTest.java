package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import wellhead.server.search.Breakdown;
import wellhead.server.search.BucketSize;

class HistogramViewTest {
  private static final Instant NOW = Instant.parse("2021-09-15T00:00:00Z");

  @Test
  void manySpansInARowThatHaveNothingAreDrawnAsOne() {
    HistogramView view =
        view("1987-05", "2021-09", Map.of("1987-05", 1, "2021-07", 3, "2021-09", 2));
    assertThat(view.bars())
        .extracting(HistogramView.Bar::words)
        .containsExactly(
            "May 1987: 1",
            "Jun 1987 to Jun 2021: none",
            "Jul 2021: 3",
            "Aug 2021: 0",
            "Sep 2021: 2");
    assertThat(view.bars()).extracting(HistogramView.Bar::x).containsExactly(0, 1, 2, 3, 4);
    assertThat(view.bars().get(1).end()).isEqualTo(view.bars().get(2).start());
    assertThat(view.covered())
        .as("captures of the last three months")
        .containsExactly(new HistogramView.Covered(2, 3));
  }

  @Test
  void whereThereIsRoomEachSpanIsDrawn() {
    assertThat(view("2021-01", "2021-09", Map.of("2021-01", 1, "2021-09", 2)).bars())
        .hasSize(9)
        .noneMatch(HistogramView.Bar::isGap);
  }

  private static HistogramView view(String first, String last, Map<String, Integer> counts) {
    var buckets = new ArrayList<Breakdown.Bucket>();
    YearMonth end = YearMonth.parse(last);
    for (YearMonth month = YearMonth.parse(first); !month.isAfter(end); ) {
      int count = counts.getOrDefault(month.toString(), 0);
      YearMonth next = month.plusMonths(1);
      buckets.add(new Breakdown.Bucket(start(month), start(next), count, count));
      month = next;
    }
    var histogram = new Breakdown.Histogram(BucketSize.MONTH, ZoneOffset.UTC, buckets, 0);
    var coverage =
        new Breakdown.Coverage(
            3, List.of(new Breakdown.Span(start(end.minusMonths(2)), start(end.plusMonths(1)), 3)));
    return Objects.requireNonNull(
        HistogramView.of(
            SearchCall.read(QueryParams.NONE, NOW), new Breakdown(null, histogram, coverage)));
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
