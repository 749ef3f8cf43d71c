package wellhead.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.Narrowing;
import wellhead.server.search.Narrowing.Outcome;
import wellhead.server.search.Narrowing.Step;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
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
 * @param caption how much the sightings narrowed the time and how many have no bar here, in words;
 *     empty when there is nothing to say
 * @param description the same in words
 */
record IntervalPicture(
    List<Row> rows,
    Row result,
    int height,
    String from,
    String to,
    String caption,
    String description) {

  private static final int MAX_ROWS = 12;

  /** Of how many ranks sightings are: see {@link #rank}. */
  private static final int RANKS = 3;

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
    Narrowing narrowing = Narrowing.of(story);
    List<Step> shown = shown(narrowing);
    Axis axis = Axis.around(shown, published.interval());
    var rows = new ArrayList<Row>();
    int y = 0;
    for (Step step : shown) {
      rows.add(axis.row(label(step, zone), step.told(), y));
      y += ROW_HEIGHT;
    }
    String words = published.conflict() ? "First published" : "All together";
    Row result = axis.row(words, published.interval(), y + 6);
    return new IntervalPicture(
        rows,
        result,
        y + 6 + ROW_HEIGHT + AXIS_HEIGHT,
        published.interval().earliest() == null ? "earlier" : HonestTime.moment(axis.from(), zone),
        published.interval().latest() == null ? "later" : HonestTime.moment(axis.to(), zone),
        caption(narrowing, published, story.sightings().size() - sightings(shown)),
        describe(shown.size(), published, zone));
  }

  private static int sightings(List<Step> shown) {
    return (int) shown.stream().filter(step -> step.sighting() != null).count();
  }

  private static String caption(Narrowing narrowing, Published published, int omitted) {
    String more =
        omitted == 0
            ? ""
            : SearchPage.count(omitted)
                + (omitted == 1 ? " more sighting" : " more sightings")
                + " in the table below.";
    return (NarrowingWords.narrowed(narrowing, published) + " " + more).strip();
  }

  private static String describe(int bars, Published published, ZoneId zone) {
    return SearchPage.count(bars)
        + (bars == 1 ? " sighting's interval" : " sightings' intervals")
        + " above the interval that they leave together. "
        + HonestTime.ends(published.interval(), zone)
        + ".";
  }

  /**
   * As many as there is room for, in order of capture: those that decided something, then others
   * that narrowed it, then others, spread evenly.
   */
  private static List<Step> shown(Narrowing narrowing) {
    List<Step> steps =
        narrowing.steps().stream().filter(s -> s.outcome() != Outcome.SOURCE).toList();
    var places = new TreeSet<Integer>();
    for (int rank = 0; rank < RANKS; rank++) {
      int wanted = rank;
      List<Integer> alike =
          IntStream.range(0, steps.size()).filter(p -> rank(steps, p) == wanted).boxed().toList();
      int room = Math.min(MAX_ROWS - places.size(), alike.size());
      for (int i = 0; i < room; i++) {
        places.add(alike.get(i * alike.size() / room));
      }
    }
    return places.stream().map(steps::get).toList();
  }

  private static int rank(List<Step> steps, int place) {
    Step step = steps.get(place);
    return switch (step.outcome()) {
      case BEGINS, CONTRADICTS -> 0;
      case NARROWS -> isDecisive(step, steps.getLast().left()) ? 0 : 1;
      case ABSENT -> 0;
      case AGREES, SOURCE -> 2;
    };
  }

  /** Whether an end of what is left is its own. */
  private static boolean isDecisive(Step step, Interval left) {
    return step.told().start().equals(left.start()) || step.told().end().equals(left.end());
  }

  private static String label(Step step, ZoneId zone) {
    if (step.absentAt() != null) {
      return "Not listed yet on " + HonestTime.moment(step.absentAt(), zone);
    }
    Sighting sighting = Objects.requireNonNull(step.sighting(), "only sightings have a bar");
    String printed = NarrowingWords.label(sighting);
    Instant captured = sighting.capture().capturedAt().instant();
    return (printed == null ? evidence(sighting.evidence()) : "“" + printed + "”")
        + (captured == null ? "" : " on " + HonestTime.moment(captured, zone))
        + (step.outcome() == Outcome.CONTRADICTS ? ", dated anew" : "");
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
    static Axis around(List<Step> shown, Interval result) {
      var ends = new ArrayList<Instant>();
      for (Step step : shown) {
        addEnds(ends, step.told());
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
