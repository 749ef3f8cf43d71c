package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wellhead.indexer.page.Candidate.Side;
import wellhead.indexer.page.Row.Kind;

/** Groups lines of one shape that stand near each other; cuts where their ages begin anew. */
final class ListCandidates {
  /** Ages in a list that is cut in two, at least. */
  private static final int FEWEST_TO_CUT = 6;

  /** Comparing every cut of longer lists takes long and tells nothing. */
  private static final int MOST_TO_CUT = 500;

  private final Signs signs;
  private final List<Row> rows;
  private final Records records;

  private ListCandidates(Signs signs, Records records) {
    this.signs = signs;
    this.rows = signs.rows();
    this.records = records;
  }

  static List<ListCandidate> of(Signs signs, Records records) {
    return new ListCandidates(signs, records).of();
  }

  /**
   * How a line is set.
   *
   * @param pattern the elements around it; in text what stands around its block
   */
  private record Shape(
      String pattern, boolean prose, boolean marked, boolean heading, boolean paid, Side side) {}

  private List<ListCandidate> of() {
    List<List<Candidate>> lists = new ArrayList<>();
    Set<Integer> grouped = new HashSet<>();
    records.groups().forEach(group -> group.forEach(c -> grouped.add(c.row())));
    Map<Shape, List<Candidate>> open = new HashMap<>();
    for (Candidate candidate : records.candidates()) {
      if (grouped.contains(candidate.row())) {
        continue;
      }
      Shape shape = shape(candidate);
      List<Candidate> list = open.get(shape);
      if (list == null || endsBefore(list, candidate)) {
        list = new ArrayList<>();
        lists.add(list);
        open.put(shape, list);
      }
      list.add(candidate);
    }
    lists.addAll(records.groups());
    return lists.stream()
        .flatMap(list -> cut(list).stream())
        .map(ListCandidate::new)
        .sorted(Comparator.comparingInt(list -> list.rows().getFirst().row()))
        .toList();
  }

  private Shape shape(Candidate candidate) {
    Row row = rows.get(candidate.row());
    Line line = row.line();
    boolean prose = !candidate.side().isInline() && !line.isLink() && Wording.isProse(line.text());
    Side side = side(candidate);
    boolean paid = signs.has(candidate, Feature.OPENS_PAID);
    if (line.place() != null) {
      return new Shape(line.place().shape(), prose, false, line.markup().heading() > 0, paid, side);
    }
    if (row.is(Kind.CUE) && candidate.side() == Side.NONE) {
      return new Shape(
          row.says(Cue.RELATED) && !row.heads() ? "related" : "phrase",
          false,
          false,
          false,
          paid,
          side);
    }
    String block =
        line.bulleted()
            ? line.isolated() ? "isolated" : ""
            : side != Side.NONE ? "" : line.blankBefore() ? "opens" : "within";
    boolean small = side == Side.NONE && candidate.words().size() < 4;
    return new Shape(small ? block + "-" : block, prose, line.bulleted(), false, paid, side);
  }

  /**
   * Of an item between two whose labels are in their lines: theirs, though its own was not printed.
   */
  private Side side(Candidate candidate) {
    if (candidate.side().isInline()) {
      return candidate.side();
    }
    Candidate above = records.at(candidate.row() - 1);
    Candidate below = records.at(candidate.row() + 1);
    if (above == null || below == null || !rows.get(candidate.row()).line().bulleted()) {
      return Side.NONE;
    }
    return above.side().isInline() && above.side() == below.side() ? above.side() : Side.NONE;
  }

  private boolean endsBefore(List<Candidate> list, Candidate candidate) {
    int last = list.getLast().row();
    int here = candidate.row();
    if (here - last > Records.ROWS_APART) {
      return true;
    }
    Line line = rows.get(here).line();
    if (line.place() != null) {
      return false;
    }
    boolean blank = hasBlank(last, here);
    if (line.bulleted()) {
      return !line.isolated() && blank && list.size() > 1 && !hasBlank(list.getFirst().row(), last);
    }
    boolean within = !line.blankBefore() && !candidate.side().isInline();
    return (within && blank) || hasHeading(last, here);
  }

  private boolean hasBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (rows.get(i).line().blankAfter()) {
        return true;
      }
    }
    return false;
  }

  private boolean hasHeading(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      Row row = rows.get(i);
      if (row.heads() && (!row.says(Cue.RELATED) || row.line().isolated())) {
        return true;
      }
    }
    return false;
  }

  private static List<List<Candidate>> cut(List<Candidate> list) {
    List<Integer> aged = new ArrayList<>();
    List<Double> ages = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      double minutes = list.get(i).minutes();
      if (!Double.isNaN(minutes)) {
        aged.add(i);
        ages.add(minutes);
      }
    }
    int cut = aged.size() < FEWEST_TO_CUT || aged.size() > MOST_TO_CUT ? -1 : AgeOrder.cut(ages);
    if (cut < 0) {
      return List.of(list);
    }
    int at = aged.get(cut);
    List<List<Candidate>> parts = new ArrayList<>(cut(list.subList(0, at)));
    parts.addAll(cut(list.subList(at, list.size())));
    return parts;
  }
}
