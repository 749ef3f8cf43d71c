package wellhead.server.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.Breakdown;
import wellhead.server.search.Breakdown.Bucket;
import wellhead.server.search.Breakdown.Coverage;
import wellhead.server.search.Breakdown.Histogram;
import wellhead.server.search.Breakdown.Span;
import wellhead.server.search.BucketSize;

/**
 * When the results were published, drawn: a bar a span, its solid part for what lies certainly
 * inside, its pale part for what possibly does. One unit wide is one span, or many in a row that
 * have nothing; heights are in pixels.
 *
 * @param bars oldest first
 * @param covered spans that have captures, in units from the left
 * @param from what the left end is, in words
 * @param to what the right end is
 * @param description for those who do not see it
 */
record HistogramView(
    List<Bar> bars, List<Covered> covered, String from, String to, String description) {

  /** Of the drawing, below which lies the line of coverage. */
  static final int HEIGHT = 56;

  /** What is there is to be seen, however much more there is elsewhere. */
  private static final int LEAST = 3;

  HistogramView {
    bars = List.copyOf(bars);
    covered = List.copyOf(covered);
  }

  /**
   * A span of time.
   *
   * @param x from the left, in units
   * @param certain height of the solid part
   * @param possible height of the whole bar, at least that of the solid part
   * @param words the span and its numbers
   * @param href the search within it
   * @param start its first moment, as a parameter takes it
   * @param end the first moment after it
   * @param isGap whether it stands for many spans in a row that have nothing
   */
  record Bar(
      int x,
      int certain,
      int possible,
      String words,
      String href,
      String start,
      String end,
      boolean isGap) {

    boolean isEmpty() {
      return possible == 0;
    }
  }

  /** Spans that have captures, from one to another, in units. */
  record Covered(int x, int width) {}

  /** Nothing to draw when all lies in one span, or nothing is dated. */
  static @Nullable HistogramView of(SearchCall call, Breakdown breakdown) {
    Histogram histogram = breakdown.histogram();
    if (histogram == null || histogram.buckets().size() < 2) {
      return null;
    }
    List<Bucket> buckets = histogram.buckets();
    int most = buckets.stream().mapToInt(Bucket::possible).max().orElse(0);
    if (most == 0) {
      return null;
    }
    var bars = new ArrayList<Bar>();
    List<List<Bucket>> units = units(buckets);
    for (List<Bucket> unit : units) {
      bars.add(
          unit.size() > 1
              ? gap(bars.size(), unit, histogram)
              : bar(bars.size(), unit.getFirst(), most, histogram, call));
    }
    ZoneId zone = histogram.zone();
    return new HistogramView(
        bars,
        covered(units, breakdown.coverage()),
        span(histogram.size(), buckets.getFirst().start(), zone),
        span(histogram.size(), buckets.getLast().start(), zone),
        "Results by " + histogram.size().wireName() + " of publication");
  }

  /**
   * What is drawn as one. Where there are more spans than there is room for, those in a row that
   * have nothing are: an archive may begin decades before its next page.
   */
  private static List<List<Bucket>> units(List<Bucket> buckets) {
    boolean fold = buckets.size() > SearchCall.BARS;
    var units = new ArrayList<List<Bucket>>();
    for (Bucket bucket : buckets) {
      boolean goesOn =
          fold
              && bucket.possible() == 0
              && !units.isEmpty()
              && units.getLast().getLast().possible() == 0;
      if (goesOn) {
        units.getLast().add(bucket);
      } else {
        units.add(new ArrayList<>(List.of(bucket)));
      }
    }
    return units;
  }

  private static Bar gap(int x, List<Bucket> empty, Histogram histogram) {
    BucketSize size = histogram.size();
    Instant first = empty.getFirst().start();
    Instant last = empty.getLast().start();
    String words =
        span(size, first, histogram.zone()) + " to " + span(size, last, histogram.zone());
    return new Bar(
        x, 0, 0, words + ": none", "", first.toString(), empty.getLast().end().toString(), true);
  }

  private static Bar bar(int x, Bucket bucket, int most, Histogram histogram, SearchCall call) {
    String start = bucket.start().toString();
    String end = bucket.end().toString();
    String span = span(histogram.size(), bucket.start(), histogram.zone());
    String numbers =
        bucket.certain() == bucket.possible()
            ? SearchPage.count(bucket.possible())
            : SearchPage.count(bucket.certain())
                + " certainly, "
                + SearchPage.count(bucket.possible())
                + " possibly";
    QueryParams within =
        call.given().without("offset", "cursor", "window").with("since", start).with("until", end);
    return new Bar(
        x,
        height(bucket.certain(), most),
        height(bucket.possible(), most),
        span + ": " + numbers,
        within.on("/search"),
        start,
        end,
        false);
  }

  private static int height(int count, int most) {
    return count == 0 ? 0 : Math.max(LEAST, Math.round((float) HEIGHT * count / most));
  }

  private static List<Covered> covered(List<List<Bucket>> units, @Nullable Coverage coverage) {
    var covered = new ArrayList<Covered>();
    if (coverage != null) {
      for (Span span : coverage.spans()) {
        int first =
            (int) units.stream().filter(u -> !u.getLast().end().isAfter(span.start())).count();
        int end =
            (int) units.stream().filter(u -> u.getFirst().start().isBefore(span.end())).count();
        if (end > first) {
          covered.add(new Covered(first, end - first));
        }
      }
    }
    return covered;
  }

  private static String span(BucketSize size, Instant start, ZoneId zone) {
    return switch (size) {
      case HOUR -> HonestTime.moment(start, zone);
      case DAY -> HonestTime.day(start, zone);
      case WEEK -> "week of " + HonestTime.day(start, zone);
      case MONTH -> HonestTime.month(start, zone);
      case YEAR -> Integer.toString(start.atZone(zone).getYear());
    };
  }
}
