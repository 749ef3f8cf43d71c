package wellhead.indexer.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.Label;

/**
 * A line that may be a headline, with the age or date that belongs to it.
 *
 * @param row its line, by index
 * @param title its words without label, count and marks; never empty
 * @param words of the title
 * @param label {@code null} when it has none
 * @param labelRow the line of the label, by index; -1 when it has none
 */
record Candidate(
    int row, String title, List<String> words, @Nullable Stamp label, int labelRow, Side side) {

  /** Where the label of a title stands. */
  enum Side {
    NONE,
    /** In its line, at the beginning. */
    START,
    /** In its line, at the end. */
    END,
    /** On a line of its own, above. */
    ABOVE,
    /** On a line of its own, below. */
    BELOW,
    /** In the element of the record, wherever. */
    CELL,
    /** Above a list of which it is the day. */
    DAY;

    boolean isInline() {
      return this == START || this == END;
    }
  }

  Candidate {
    words = List.copyOf(words);
    if ((label == null) != (side == Side.NONE)) {
      throw new IllegalArgumentException("a label stands somewhere: " + title + ", " + side);
    }
  }

  Candidate with(Stamp found, int at, Side where) {
    return new Candidate(row, title, words, found, at, where);
  }

  boolean isAged() {
    return label != null && isAge(label);
  }

  boolean isDated() {
    return label != null && !isAge(label);
  }

  /** Has an age, alone or beside a date. */
  static boolean isAge(Stamp stamp) {
    return stamp.label().isRelative() || Stamps.part(stamp, true) != null;
  }

  /** The age in minutes; not a number without one. */
  double minutes() {
    return label == null ? Double.NaN : minutes(label.label());
  }

  private static double minutes(Label label) {
    return switch (label) {
      case Label.Age age ->
          age.parts().stream()
              .mapToDouble(p -> p.thousandths() / 1000.0 * p.unit().getDuration().toSeconds() / 60)
              .sum();
      case Label.JustNow now -> 0;
      case Label.CalendarDay day -> day.daysBack() * 1440.0;
      case Label.CalendarUnit unit -> (double) unit.back() * unit.unit().getDuration().toMinutes();
      case Label.Weekday day -> Double.NaN;
      case Label.PartialDate date -> Double.NaN;
      case Label.Date date -> Double.NaN;
      case Label.OneOf choice -> minutes(choice.readings().getFirst());
    };
  }
}
