package wellhead.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.Sighting;
import wellhead.story.Story;

/**
 * How sightings narrow a time: a bar a sighting, and below them what all leave possible. Across in
 * percent, so that it fits any width with its words at full size; down in pixels.
 *
 * @param rows a bar a sighting, oldest capture first
 * @param result what is left
 * @param height of the whole
 * @param from the left end of the axis, in words
 * @param to the right end
 * @param omitted how many sightings have no bar here (the table below has them)
 * @param description the same in words
 */
record IntervalPicture(
    List<Row> rows,
    Row result,
    int height,
    String from,
    String to,
    int omitted,
    String description) {

  private static final int MAX_ROWS = 12;
  private static final int ROW_HEIGHT = 38;
  private static final int AXIS_HEIGHT = 26;

  /** Thinner bars could not be seen. */
  private static final double MIN_WIDTH = 0.8;

  /** The axis reaches this far beyond the bars, as a share of their span. */
  private static final double MARGIN = 0.04;

  /** With an open end, at least this much is drawn, so that the known end stands clear. */
  private static final long OPEN_SECONDS = Duration.ofDays(2).toSeconds();

  IntervalPicture {
    rows = List.copyOf(rows);
  }

  /**
   * One bar with its words above.
   *
   * @param y of the row's upper edge
   * @param x of the bar's left end, with %
   * @param openLeft whether the bar goes on beyond the picture
   */
  record Row(String label, int y, String x, String width, boolean openLeft, boolean openRight) {
    /** The gradient that lets an open end fade away; {@code null} when both ends are known. */
    @Nullable String fill(String bar) {
      return openLeft
          ? "url(#" + bar + "-open-left)"
          : openRight ? "url(#" + bar + "-open-right)" : null;
    }

    int textY() {
      return y + 14;
    }

    int barY() {
      return y + 21;
    }
  }

  /** A dated story has at least its result to draw. */
  static IntervalPicture of(Story story, Published published, ZoneId zone) {
    Rule rule = StoryPage.ruleInForce(published);
    List<Labelled> all = labelled(story, rule, zone);
    List<Labelled> shown = all.size() > MAX_ROWS ? all.subList(0, MAX_ROWS) : all;
    Axis axis = Axis.around(shown, published.interval());
    var rows = new ArrayList<Row>();
    int y = 0;
    for (Labelled interval : shown) {
      rows.add(axis.row(interval.label(), interval.interval(), y));
      y += ROW_HEIGHT;
    }
    Row result = axis.row("All together", published.interval(), y + 6);
    return new IntervalPicture(
        rows,
        result,
        y + 6 + ROW_HEIGHT + AXIS_HEIGHT,
        published.interval().earliest() == null ? "earlier" : HonestTime.moment(axis.from(), zone),
        published.interval().latest() == null ? "later" : HonestTime.moment(axis.to(), zone),
        story.sightings().size() - shown.size(),
        describe(shown.size(), published, zone));
  }

  private static String describe(int bars, Published published, ZoneId zone) {
    return SearchPage.count(bars)
        + (bars == 1 ? " sighting's interval" : " sightings' intervals")
        + " above the interval that they leave together. "
        + HonestTime.ends(published.interval(), zone)
        + ".";
  }

  /** What a sighting alone tells. */
  private record Labelled(String label, Interval interval) {}

  private static List<Labelled> labelled(Story story, Rule rule, ZoneId zone) {
    return story.sightings().stream()
        .flatMap(s ->
            Optional.ofNullable(s.published())
                .flatMap(p -> p.under(rule))
                .map(i -> new Labelled(label(s, zone), i))
                .stream())
        .toList();
  }

  private static String label(Sighting sighting, ZoneId zone) {
    String printed = sighting.age() == null ? sighting.date() : sighting.age();
    Instant captured = sighting.capture().capturedAt().instant();
    return (printed == null ? evidence(sighting.evidence()) : "“" + printed + "”")
        + (captured == null ? "" : " on " + HonestTime.moment(captured, zone));
  }

  private static String evidence(Evidence evidence) {
    return switch (evidence) {
      case RELATIVE_AGE -> "Printed age";
      case ABSOLUTE_DATE -> "Printed date";
      case MACHINE_READABLE -> "Time for machines";
      case COMMENT_DATE -> "Dated comment";
      case FIRST_SEEN -> "First seen";
      case LIST_ORDER -> "Place in the list";
      case NONE -> "Seen";
    };
  }

  /** The span of time that is drawn. */
  private record Axis(Instant from, Instant to) {

    /** Wide enough for every known end, with a margin; open ends run out of the picture. */
    static Axis around(List<Labelled> shown, Interval result) {
      var ends = new ArrayList<Instant>();
      for (Labelled labelled : shown) {
        addEnds(ends, labelled.interval());
      }
      addEnds(ends, result);
      Instant first = ends.stream().min(Instant::compareTo).orElseThrow();
      Instant last = ends.stream().max(Instant::compareTo).orElseThrow();
      boolean open = result.isOpenEnded();
      Duration span = Duration.between(first, last);
      long drawn = Math.max(open ? OPEN_SECONDS : 1, span.toSeconds());
      long margin = Math.max(60, (long) (drawn * MARGIN));
      return new Axis(
          first.minusSeconds(result.earliest() == null ? drawn : margin),
          last.plusSeconds(result.latest() == null ? drawn : margin));
    }

    Row row(String label, Interval interval, int y) {
      double left = interval.earliest() == null ? 0 : percent(interval.earliest());
      double right = interval.latest() == null ? 100 : percent(interval.latest());
      double width = Math.max(MIN_WIDTH, right - left);
      return new Row(
          label,
          y,
          format(Math.min(left, 100 - width)),
          format(width),
          interval.earliest() == null,
          interval.latest() == null);
    }

    private double percent(Instant instant) {
      double whole = Duration.between(from, to).toSeconds();
      return 100 * Duration.between(from, instant).toSeconds() / whole;
    }

    private static String format(double percent) {
      return String.format(Locale.ROOT, "%.3f%%", percent);
    }

    private static void addEnds(List<Instant> ends, Interval interval) {
      Optional.ofNullable(interval.earliest()).ifPresent(ends::add);
      Optional.ofNullable(interval.latest()).ifPresent(ends::add);
    }
  }
}
