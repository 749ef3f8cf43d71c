package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelParser;

/**
 * Days that head clock times: "Monday, July 6" over "16:00 Title" and "07:45 Title". A clock time
 * below such a heading is one of that day, however many stand there, up to the next heading or the
 * end of the element that holds both.
 *
 * <p>The general habit: a day that stands alone and is followed by a clock time, before any other
 * label, says of which day it is, unless it stands below a title as other days of the page do that
 * head none. The only day of a page may be its own, with a list below that goes on into the night
 * before: it holds as long as the clock times are in one order.
 */
final class DayHeadings {
  private static final int LONGEST = 40;
  private static final Pattern PART = Pattern.compile("\\s*[,(|·–-]\\s*|\\)\\s*$");

  private final List<Row> rows;

  private DayHeadings(List<Row> rows) {
    this.rows = rows;
  }

  /** Completes clock times by the day above them, in place. */
  static void mark(List<Row> rows) {
    if (rows.stream().anyMatch(DayHeadings::isClock)) {
      new DayHeadings(rows).mark();
    }
  }

  private void mark() {
    List<Integer> days = IntStream.range(0, rows.size()).filter(this::isDay).boxed().toList();
    List<Integer> headings = days.stream().filter(day -> firstClock(day).isPresent()).toList();
    if (days.stream().anyMatch(day -> isOfTitleAbove(day) && firstClock(day).isEmpty())) {
      headings = headings.stream().filter(day -> !isOfTitleAbove(day)).toList();
    }
    var below = new ArrayList<List<Integer>>();
    for (int k = 0; k < headings.size(); k++) {
      int end = k + 1 < headings.size() ? headings.get(k + 1) : rows.size();
      below.add(clocks(headings.get(k), end));
    }
    if (headings.size() == 1 && !isMarkedHeading(headings.getFirst())) {
      below.set(0, inOneOrder(below.getFirst()));
    }
    for (int k = 0; k < headings.size(); k++) {
      complete(headings.get(k), below.get(k));
    }
  }

  private void complete(int day, List<Integer> clocks) {
    boolean any = false;
    for (int clock : clocks) {
      Row row = rows.get(clock);
      Stamp completed = onDay(row.stamp(), rows.get(day));
      if (completed != null) {
        rows.set(clock, new Row(row.line(), row.kind(), row.cue(), completed));
        any = true;
      }
    }
    if (any) {
      rows.set(day, rows.get(day).as(Kind.DAY));
    }
  }

  private static @Nullable Stamp onDay(@Nullable Stamp clock, Row day) {
    return clock == null
        ? null
        : days(day.text()).stream()
            .flatMap(text -> LabelParser.clockOn(text, clock.printed()).stream())
            .flatMap(both ->
                LabelParser.parse(both)
                    .filter(label -> !LabelParser.isDay(label))
                    .map(label -> clock.saying(label, both))
                    .stream())
            .findFirst()
            .orElse(null);
  }

  private boolean isDay(int i) {
    Row row = rows.get(i);
    return !row.is(Kind.DATED_TITLE) && !row.is(Kind.PROSE) && !days(row.text()).isEmpty();
  }

  /** The whole, or its parts where each of them is a day, dates first: "Monday (6 July)". */
  private static List<String> days(String text) {
    if (text.length() > LONGEST || !LabelParser.mayHoldLabel(text)) {
      return List.of();
    }
    var days = new ArrayList<String>();
    if (LabelParser.parse(text).filter(LabelParser::isDay).isPresent()) {
      days.add(text);
    }
    List<String> parts = PART.splitAsStream(text).filter(part -> !part.isBlank()).toList();
    List<Label> labels = parts.stream().flatMap(part -> LabelParser.parse(part).stream()).toList();
    if (labels.size() == parts.size() && labels.stream().allMatch(LabelParser::isDay)) {
      IntStream.range(0, parts.size())
          .boxed()
          .sorted(Comparator.comparing(k -> !isDate(labels.get(k))))
          .forEach(k -> days.add(parts.get(k)));
    }
    return days;
  }

  private static boolean isDate(Label label) {
    return label instanceof Label.Date || label instanceof Label.PartialDate;
  }

  /** In one block with a title that it stands below. */
  private boolean isOfTitleAbove(int day) {
    return day > 0
        && rows.get(day - 1).is(Kind.TITLE)
        && !rows.get(day).line().blankBefore()
        && !isMarkedHeading(day);
  }

  private boolean isMarkedHeading(int i) {
    return rows.get(i).line().markup().heading() > 0;
  }

  private static boolean isClock(Row row) {
    return row.stamp() != null
        && (row.isLabel() || row.is(Kind.DATED_TITLE) || row.is(Kind.CUE))
        && LabelParser.isClock(row.stamp().label());
  }

  /** The next label, if it is a clock time and no other block begins before it. */
  private OptionalInt firstClock(int day) {
    for (int i = day + 1; i < rows.size() && !rows.get(i).heads(); i++) {
      Row row = rows.get(i);
      if (isClock(row)) {
        return OptionalInt.of(i);
      }
      if (row.isLabel() || row.is(Kind.DATED_TITLE)) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.empty();
  }

  /** The clock times below a heading, within the element that holds it and the first of them. */
  private List<Integer> clocks(int day, int end) {
    var clocks = new ArrayList<Integer>();
    @Nullable Place within = null;
    for (int i = day + 1; i < end && !rows.get(i).heads(); i++) {
      if (!isClock(rows.get(i))) {
        continue;
      }
      if (clocks.isEmpty()) {
        within = shared(day, i);
      }
      Place here = rows.get(i).line().place();
      if (within != null && here != null && !here.isIn(within)) {
        break;
      }
      clocks.add(i);
    }
    return clocks;
  }

  private @Nullable Place shared(int day, int clock) {
    Place a = rows.get(day).line().place();
    Place b = rows.get(clock).line().place();
    return a == null || b == null ? null : a.shared(b);
  }

  /** As many as rise, or as many as fall. */
  private List<Integer> inOneOrder(List<Integer> clocks) {
    int order = 0;
    for (int k = 1; k < clocks.size(); k++) {
      int step = Integer.compare(time(clocks.get(k)), time(clocks.get(k - 1)));
      if (step * order < 0) {
        return clocks.subList(0, k);
      }
      order = step == 0 ? order : step;
    }
    return clocks;
  }

  private int time(int row) {
    Stamp stamp = rows.get(row).stamp();
    return stamp != null && stamp.label() instanceof Label.PartialDate at && at.clock() != null
        ? at.clock()
        : 0;
  }
}
