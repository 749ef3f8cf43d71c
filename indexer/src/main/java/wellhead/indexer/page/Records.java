package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Candidate.Side;
import wellhead.indexer.page.Row.Kind;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelParser;

/**
 * Titles with the labels that stand on lines of their own, and what stands with them.
 *
 * <p>The general habit: a list is one record after another, all in one layout. So the side on which
 * the labels of a group stand is decided for the whole group, by how well either fits; a title that
 * does not fit is not forced, and its label goes nowhere.
 *
 * @param byRow all candidates of the page
 * @param groups those that got their label as members of one group
 * @param teasers rows that stand between a title and the end of its record
 */
record Records(
    SortedMap<Integer, Candidate> byRow,
    List<List<Candidate>> groups,
    BitSet teasers,
    Structure structure) {

  /** From one label of a list to the next: title, teaser, section, source, buttons. */
  static final int ROWS_APART = 9;

  Collection<Candidate> candidates() {
    return byRow.values();
  }

  /** The candidate of a row; {@code null} when it is none. */
  @Nullable Candidate at(int row) {
    return byRow.get(row);
  }

  static Records of(Signs signs, BitSet closed) {
    return new Search(signs, closed).records();
  }

  private static final class Search {
    private final Signs signs;
    private final List<Row> rows;
    private final BitSet closed;
    private final SortedMap<Integer, Candidate> byRow = new TreeMap<>();
    private final Set<Integer> owned = new HashSet<>();
    private final BitSet teasers = new BitSet();
    private final Structure structure;
    private final List<List<Integer>> groups = new ArrayList<>();

    Search(Signs signs, BitSet closed) {
      this.signs = signs;
      this.rows = signs.rows();
      this.closed = closed;
      signs
          .candidates()
          .forEach(c -> {
            if (!closed.get(c.row())) {
              byRow.put(c.row(), c);
            }
          });
      structure = new Structure(signs, byRow);
    }

    Records records() {
      days();
      inCells();
      for (List<Integer> labels : groupsOfLabels()) {
        decide(labels);
      }
      return new Records(
          byRow,
          groups.stream()
              .map(g -> g.stream().map(i -> Objects.requireNonNull(byRow.get(i))).toList())
              .toList(),
          teasers,
          structure);
    }

    /**
     * Dates that head lists of titles without labels of their own: the day of all of them. Blocks
     * of one size each may be a title and its teaser; where their sizes differ, or the titles have
     * list marks that the dates lack, and each date stands once, they are days.
     */
    private void days() {
      Map<Integer, List<Integer>> days = new LinkedHashMap<>();
      Set<String> printed = new HashSet<>();
      Set<Integer> sizes = new HashSet<>();
      boolean marked = true;
      for (int i = 0; i < rows.size(); i++) {
        List<Integer> below = isDay(i) ? below(i) : List.of();
        if (!below.isEmpty() && printed.add(rows.get(i).text())) {
          days.put(i, below);
          sizes.add(below.size());
          marked &= rows.get(below.getFirst()).line().bulleted();
        }
      }
      boolean many = days.values().stream().anyMatch(below -> below.size() > 1);
      if (days.size() > 1 && many && (marked || sizes.size() > 1)) {
        days.forEach((day, titles) -> {
          owned.add(day);
          titles.forEach(t -> take(Objects.requireNonNull(byRow.get(t)), day, Side.DAY));
        });
      }
    }

    private boolean isDay(int i) {
      Row row = rows.get(i);
      return row.is(Kind.LABEL)
          && !closed.get(i)
          && row.stamp() != null
          && !(row.stamp().label() instanceof Label.Age)
          && !LabelParser.isClock(row.stamp().label())
          && !row.line().bulleted();
    }

    /** The titles that follow each other right below. */
    private List<Integer> below(int day) {
      List<Integer> titles = new ArrayList<>();
      int i = day + 1;
      while (i < rows.size()
          && rows.get(i).is(Kind.TITLE)
          && byRow.containsKey(i)
          && (titles.isEmpty() || isAlike(titles.getLast(), i))) {
        titles.add(i);
        i++;
      }
      boolean ends =
          i == rows.size() || rows.get(i).line().blankBefore() || rows.get(i).is(Kind.LABEL);
      return ends || (!titles.isEmpty() && rows.get(titles.getFirst()).line().bulleted())
          ? titles
          : List.of();
    }

    private boolean isAlike(int above, int row) {
      Line line = rows.get(row).line();
      boolean marked = rows.get(above).line().bulleted();
      return line.bulleted() == marked && (marked || !line.blankBefore());
    }

    /** The element of the record tells where there is one. */
    private void inCells() {
      boolean[] marked = marked();
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i).isLabel() && !closed.get(i) && !owned.contains(i)) {
          int heading = structure.heading(i);
          int title = heading >= 0 ? heading : new LabelCell(rows, marked, i).title();
          Candidate candidate = byRow.get(title);
          if (candidate != null && candidate.label() == null) {
            take(candidate, i, Side.CELL);
            owned.add(i);
          }
        }
      }
    }

    private boolean[] marked() {
      boolean[] marked = new boolean[rows.size()];
      closed.stream().forEach(i -> marked[i] = true);
      return marked;
    }

    private void take(Candidate candidate, int label, Side side) {
      byRow.put(
          candidate.row(),
          candidate.with(Objects.requireNonNull(rows.get(label).stamp()), label, side));
    }

    private List<List<Integer>> groupsOfLabels() {
      List<List<Integer>> found = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        if (!rows.get(i).isLabel() || closed.get(i) || owned.contains(i) || isPrintedAgain(i)) {
          continue;
        }
        if (found.isEmpty() || !isNext(found.getLast().getLast(), i)) {
          found.add(new ArrayList<>());
        }
        found.getLast().add(i);
      }
      found.replaceAll(this::withoutPageDate);
      found.replaceAll(this::once);
      return withScattered(found);
    }

    /**
     * Labels that stand alone, each under its title and over a long text, are a group where the
     * page prints the same words beside them: "Posted on 4 March by Ann Lee".
     */
    private List<List<Integer>> withScattered(List<List<Integer>> found) {
      Map<String, List<Integer>> scattered = new LinkedHashMap<>();
      for (List<Integer> group : found) {
        String words = beside(group.getFirst());
        if (group.size() == 1 && !words.isEmpty()) {
          scattered.computeIfAbsent(words, w -> new ArrayList<>()).add(group.getFirst());
        }
      }
      List<List<Integer>> groups = new ArrayList<>(found);
      groups.addAll(scattered.values());
      groups.removeIf(g -> g.size() < 2);
      return groups;
    }

    private String beside(int label) {
      Stamp stamp = Objects.requireNonNull(rows.get(label).stamp());
      String words = rows.get(label).text().replace(stamp.printed(), "").strip();
      return Candidates.words(words).isEmpty() ? "" : words;
    }

    /** The title right above has the same label already. */
    private boolean isPrintedAgain(int label) {
      Candidate above = byRow.get(label - 1);
      return above != null
          && above.label() != null
          && above
              .label()
              .printed()
              .equals(Objects.requireNonNull(rows.get(label).stamp()).printed());
    }

    private boolean isNext(int before, int label) {
      if (label - before > ROWS_APART
          || rows.get(label).line().bulleted() != rows.get(before).line().bulleted()) {
        return false;
      }
      for (int j = before + 1; j < label; j++) {
        if (rows.get(j).heads()) {
          return false;
        }
      }
      return true;
    }

    private boolean isRelative(int label) {
      return Candidate.isAge(Objects.requireNonNull(rows.get(label).stamp()));
    }

    /** A date above a list of ages is the day of the page. */
    private List<Integer> withoutPageDate(List<Integer> labels) {
      long ages = labels.stream().filter(this::isRelative).count();
      return ages >= 2 && ages == labels.size() - 1 && !isRelative(labels.getFirst())
          ? labels.subList(1, labels.size())
          : labels;
    }

    /** Without labels that repeat the record's own. */
    private List<Integer> once(List<Integer> labels) {
      List<Integer> once = new ArrayList<>();
      for (int label : labels) {
        boolean own = once.isEmpty();
        for (int j = once.isEmpty() ? label : once.getLast() + 1; j < label; j++) {
          own |= byRow.containsKey(j);
        }
        if (own) {
          once.add(label);
        }
      }
      return once;
    }

    /** One side for a group: the titles, -1 where a label has none, and how well they fit. */
    private record Fit(double score, List<Integer> titles) {}

    private void decide(List<Integer> labels) {
      int usual = Math.clamp(mostFrequent(gaps(labels)), 1, ROWS_APART);
      Fit below = fit(labels, usual, true);
      Fit above = fit(labels, usual, false);
      boolean isBelow = below.score() + .5 >= above.score();
      List<Integer> titles = (isBelow ? below : above).titles();
      List<Integer> group = new ArrayList<>();
      for (int k = 0; k < titles.size(); k++) {
        int title = titles.get(k);
        if (title < 0 || group.contains(title)) {
          continue;
        }
        int label = labels.get(k);
        Candidate candidate = byRow.get(title);
        if (candidate != null && candidate.label() == null) {
          take(candidate, label, isBelow ? Side.BELOW : Side.ABOVE);
        }
        group.add(title);
        markTeasers(title, isBelow ? label : title + 3, labels);
      }
      group.forEach(teasers::clear);
      if (group.size() > 1) {
        groups.add(group);
      }
    }

    private void markTeasers(int title, int end, List<Integer> labels) {
      for (int j = title + 1; j < Math.min(end, rows.size()); j++) {
        boolean item = rows.get(j).line().bulleted() && !rows.get(title).line().bulleted();
        if (byRow.containsKey(j) && !item && !labels.contains(j)) {
          teasers.set(j);
        }
      }
    }

    private static List<Integer> gaps(List<Integer> labels) {
      List<Integer> gaps = new ArrayList<>();
      for (int k = 1; k < labels.size(); k++) {
        gaps.add(labels.get(k) - labels.get(k - 1) - 1);
      }
      return gaps;
    }

    private static int mostFrequent(List<Integer> numbers) {
      Map<Integer, Integer> times = new LinkedHashMap<>();
      numbers.forEach(n -> times.merge(n, 1, Integer::sum));
      return times.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse(0);
    }

    /** The best of: the likeliest line of each record, and the line at one distance in all. */
    private Fit fit(List<Integer> labels, int usual, boolean below) {
      double leftOver = LEFT_OVER * Math.max(0, leftOver(labels, usual, below));
      Fit best = fit(labels, usual, below, 0);
      for (int distance = 1; distance <= usual && distance <= MOST_DISTANT; distance++) {
        Fit fit = fit(labels, usual, below, distance);
        best = fit.score() > best.score() ? fit : best;
      }
      return new Fit(best.score() - leftOver, best.titles());
    }

    /** Without what the side leaves over, which is the same at every distance. */
    private Fit fit(List<Integer> labels, int usual, boolean below, int distance) {
      int[] titles = new int[labels.size()];
      double[] likeness = new double[labels.size()];
      for (int k = 0; k < titles.length; k++) {
        int label = labels.get(k);
        int from = from(labels, k, usual, below);
        int to = to(labels, k, usual, below);
        titles[k] =
            distance == 0
                ? choose(from, to, below)
                : below
                    ? opening(label - distance, from)
                    : label + distance < to ? label + distance : -1;
        if (likeness(titles[k]) == Double.NEGATIVE_INFINITY) {
          titles[k] = -1;
        }
        Candidate chosen = byRow.get(titles[k]);
        likeness[k] = chosen == null ? NO_TITLE : signs.likeness(titles[k]);
      }
      double score = Arrays.stream(likeness).average().orElse(NO_TITLE);
      score += (below ? likeness[0] : likeness[likeness.length - 1]) > -1 ? .8 : -.8;
      return new Fit(score + layout(labels, titles, below), Arrays.stream(titles).boxed().toList());
    }

    /**
     * A title may have a line in its block above it that is as much one: then this is its teaser.
     */
    private int opening(int row, int from) {
      if (row < from) {
        return -1;
      }
      int title = row;
      while (title > from
          && !rows.get(title).line().blankBefore()
          && likeness(title - 1) >= likeness(title) - AS_LIKELY) {
        title--;
      }
      return title;
    }

    private static final double AS_LIKELY = .3;

    private static int from(List<Integer> labels, int k, int usual, boolean below) {
      int label = labels.get(k);
      if (!below) {
        return label + 1;
      }
      int above = k > 0 ? labels.get(k - 1) + 1 : label - usual;
      return Math.max(0, Math.max(above, label - usual - 2));
    }

    private int to(List<Integer> labels, int k, int usual, boolean below) {
      int label = labels.get(k);
      if (below) {
        return label;
      }
      int next = k + 1 < labels.size() ? labels.get(k + 1) : label + 1 + usual;
      return Math.min(rows.size(), Math.min(next, label + usual + 3));
    }

    /** Titles that stand farther from their labels are looked for one by one. */
    private static final int MOST_DISTANT = 4;

    private static final double NO_TITLE = -3;

    /** A title in one block with the outermost label that the side leaves without one. */
    private static final double LEFT_OVER = .8;

    private double leftOver(List<Integer> labels, int usual, boolean below) {
      int label = below ? labels.getLast() : labels.getFirst();
      int from = below ? label + 1 : Math.max(0, label - usual);
      int to = below ? Math.min(rows.size(), label + 1 + usual) : label;
      int title = choose(from, to, !below);
      Candidate candidate = byRow.get(title);
      return candidate == null || !isOneBlock(Math.min(label, title), Math.max(label, title))
          ? 0
          : signs.likeness(title);
    }

    private double layout(List<Integer> labels, int[] titles, boolean below) {
      int tied = 0;
      int first = -1;
      List<Integer> offsets = new ArrayList<>();
      for (int k = 0; k < titles.length; k++) {
        if (titles[k] >= 0) {
          first = first < 0 ? titles[k] : first;
          offsets.add(Math.abs(labels.get(k) - titles[k]));
          tied +=
              isOneBlock(Math.min(labels.get(k), titles[k]), Math.max(labels.get(k), titles[k]))
                  ? 1
                  : 0;
        }
      }
      if (first < 0) {
        return 0;
      }
      int usual = mostFrequent(offsets);
      double regular = (double) offsets.stream().filter(o -> o == usual).count() / labels.size();
      boolean labelMarked = labels.stream().filter(this::isMarkedFirst).count() * 2 > labels.size();
      boolean titleMarked = rows.get(first).line().bulleted();
      double marks = labelMarked != titleMarked && titleMarked == below ? 1.5 : 0;
      return 1.5 * tied / labels.size() + regular + marks;
    }

    /**
     * The first of its items; a list mark on one behind it says nothing of where a record begins.
     */
    private boolean isMarkedFirst(int label) {
      return rows.get(label).line().bulleted()
          && (label == 0 || !rows.get(label - 1).line().bulleted());
    }

    private boolean isOneBlock(int from, int to) {
      for (int i = from; i < to; i++) {
        if (rows.get(i).line().blankAfter()) {
          return false;
        }
      }
      return true;
    }

    /** The first row between that is nearly as much like a title as the best of them. */
    private int choose(int from, int to, boolean below) {
      int start = from;
      int end = to;
      for (int j = from; j < to; j++) {
        if (rows.get(j).heads() && !rows.get(j).says(Cue.RELATED)) {
          start = below ? j + 1 : start;
          end = below || j >= end ? end : j;
        }
      }
      double best = Double.NEGATIVE_INFINITY;
      for (int j = start; j < end; j++) {
        best = Math.max(best, inRecord(j, to, below));
      }
      for (int j = start; j < end; j++) {
        double v = inRecord(j, to, below);
        if (v > Double.NEGATIVE_INFINITY && (v >= Math.min(best, .6) || v >= best - 1.2)) {
          return j;
        }
      }
      return -1;
    }

    /** A line in one block with the label is likelier its title than a line apart from it. */
    private double inRecord(int row, int to, boolean below) {
      boolean apart = below && !isOneBlock(row, to);
      return likeness(row) - (apart ? APART : 0);
    }

    private static final double APART = .6;

    private double likeness(int row) {
      @Nullable Candidate c = byRow.get(row);
      return c == null || c.label() != null ? Double.NEGATIVE_INFINITY : signs.likeness(row);
    }
  }
}
