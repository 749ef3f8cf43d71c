package wellhead.indexer.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;

/** Rows without a time among rows with an age, given by their labels; "" has none. */
class ListOrderTest {
  private static final Instant CAPTURED = Instant.parse("2026-07-01T12:00:00Z");
  private static final CaptureRef CAPTURE =
      new CaptureRef(
          "c", "mast.example", new CapturedAt(CAPTURED, CapturedAt.From.OPTION), null, "c", null);

  @Test
  void placesARowWithoutATimeBetweenItsNeighbours() {
    assertThat(placed(2, "2 hours", "3 hours", "", "5 hours", "1 day"))
        .isEqualTo(ago(Duration.ofHours(6).plusMinutes(5), Duration.ofMinutes(150)));
  }

  @Test
  void placesSeveralRowsBetweenTheSameNeighbours() {
    assertThat(placed(3, "2 hours", "3 hours", "", "", "5 hours", "6 hours", "9 hours"))
        .isEqualTo(ago(Duration.ofHours(6).plusMinutes(5), Duration.ofMinutes(150)));
  }

  @Test
  void leavesRowsThatContradictTheOrderOut() {
    assertThat(
            placed(3, "2 hours", "3 hours", "9 days", "", "5 hours", "6 hours", "9 hours", "1 day"))
        .isEqualTo(ago(Duration.ofHours(6).plusMinutes(5), Duration.ofMinutes(150)));
  }

  @Test
  void placesNothingAboveAllOthersOrBelowThem() {
    assertThat(placed(0, "", "2 hours", "3 hours", "5 hours")).isNull();
    assertThat(placed(3, "2 hours", "3 hours", "5 hours", "")).isNull();
  }

  @Test
  void placesNothingOnAPageThatIsNotSorted() {
    assertThat(placed(2, "5 hours", "1 hour", "", "2 days", "3 hours", "9 days")).isNull();
    assertThat(placed(2, "2 hours", "2 hours", "", "2 hours")).isNull();
    assertThat(placed(2, "1 day", "5 hours", "", "3 hours", "2 hours")).isNull();
  }

  @Test
  void placesNothingWhereManyRowsHaveNoTime() {
    assertThat(placed(1, "2 hours", "", "", "3 hours", "5 hours")).isNull();
    assertThat(
            placed(
                2,
                "1 hour",
                "2 hours",
                "",
                "",
                "",
                "",
                "5 hours",
                "6 hours",
                "7 hours",
                "8 hours",
                "9 hours",
                "10 hours"))
        .isNull();
  }

  @Test
  void neighboursNarrowAStoryAndNeverContradictIt() {
    Sighting placed = ListOrder.place(rows("2 hours", "3 hours", "", "5 hours", "1 day")).get(2);
    assertThat(times(placed, "4 hours")).containsExactly(ago(ofMinutes(305), ofMinutes(210)));
    assertThat(times(placed, "3 days")).containsExactly(ago(ofMinutes(5765), ofMinutes(2880)));
  }

  private static Duration ofMinutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static List<Interval> times(Sighting placed, String label) {
    var run = new Run(Rules.WIDEST);
    run.add(FrontPage.row(CAPTURE, 3, label, placed.title()));
    run.add(placed);
    return run.segments();
  }

  private static @Nullable Interval placed(int row, String... labels) {
    Sighting placed = ListOrder.place(rows(labels)).get(row);
    RuleIntervals published = placed.published();
    return placed.evidence() == Evidence.LIST_ORDER && published != null ? published.hull() : null;
  }

  private static List<Sighting> rows(String... labels) {
    var rows = new ArrayList<Sighting>();
    for (String label : labels) {
      int line = rows.size() + 1;
      String title = "Row " + line + " of the List";
      rows.add(
          label.isEmpty()
              ? new Sighting(
                  CAPTURE,
                  line,
                  title,
                  null,
                  null,
                  null,
                  RuleIntervals.same(Interval.until(CAPTURED)),
                  Evidence.FIRST_SEEN,
                  null)
              : FrontPage.row(CAPTURE, line, label, title));
    }
    return rows;
  }

  private static Interval ago(Duration from, Duration to) {
    return Interval.between(CAPTURED.minus(from), CAPTURED.minus(to));
  }
}
