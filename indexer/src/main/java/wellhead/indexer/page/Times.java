package wellhead.indexer.page;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.Label.Role;
import wellhead.indexer.time.LabelParser;

/**
 * When a story was published and when it was last changed, as printed. What tells of a change
 * stands as its age or its date where nothing tells of publication.
 *
 * @param age relative; {@code null} when none
 * @param date absolute, or for machines; {@code null} when none
 * @param machineReadable whether the date is meant for machines
 * @param updated of a change, beside an age or a date that tells of publication, or more exactly
 *     than these; {@code null} when none
 */
record Times(
    @Nullable String age,
    @Nullable String date,
    boolean machineReadable,
    @Nullable String updated) {

  static final Times NONE = new Times(null, null, false, null);

  /** What a line tells by its label and its markup. */
  static Times of(Row row) {
    String machine = row.line().machineDate();
    Stamp stamp = row.stamp();
    if (stamp == null) {
      return ofMachine(machine);
    }
    String age = Stamps.part(stamp, true);
    String date = Stamps.part(stamp, false);
    if (isOfChange(row)) {
      return new Times(age, date, false, machine);
    }
    String updated =
        Stream.of(stamp.printed())
            .filter(printed -> LabelParser.parseModified(printed).isPresent())
            .findFirst()
            .orElse(stamp.changed());
    return new Times(age, machine == null ? date : machine, machine != null, updated);
  }

  /** Of a line without a label, whose markup has one. */
  static Times ofMachine(@Nullable String date) {
    return new Times(null, date, date != null, null);
  }

  /** Of the label of a title, and of a second one right beside it. */
  static Times of(List<Row> rows, int title, int label) {
    Row row = rows.get(label);
    return Stream.of(label - 1, label + 1)
        .filter(other -> other >= 0 && other < rows.size() && other != title)
        .filter(
            other -> rows.get(other).isLabel() && isOfChange(rows.get(other)) != isOfChange(row))
        .filter(other -> isOfOneRecord(rows, title, label, other))
        .findFirst()
        .map(other -> of(row).with(rows.get(other), isOfChange(row)))
        .orElseGet(() -> of(row));
  }

  /** The same with a second label, which tells of publication where this one tells of a change. */
  Times with(Row other, boolean ofChange) {
    Times second = of(other);
    return ofChange ? second.changed(this) : changed(second);
  }

  private Times changed(Times change) {
    String when =
        Stream.of(change.updated, change.date, change.age)
            .filter(text -> text != null)
            .findFirst()
            .orElse(updated);
    return new Times(age, date, machineReadable, when);
  }

  static boolean isOfChange(Row row) {
    return row.stamp() != null && row.stamp().label().role() == Role.MODIFIED;
  }

  /** In one block of text, or in the smallest element around the title and its label. */
  private static boolean isOfOneRecord(List<Row> rows, int title, int label, int other) {
    Place record = place(rows, Math.min(title, label));
    Place end = place(rows, Math.max(title, label));
    Place place = place(rows, other);
    if (record == null || end == null || place == null) {
      return !rows.get(Math.max(label, other)).line().blankBefore();
    }
    return place.isIn(record.shared(end));
  }

  private static @Nullable Place place(List<Row> rows, int row) {
    return rows.get(row).line().place();
  }
}
