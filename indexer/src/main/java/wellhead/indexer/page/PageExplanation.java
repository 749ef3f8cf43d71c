package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A page with the numbers that decided what is on it: what became of each line of the capture, the
 * ways to read it that competed, and the lists that were weighed. Each is made when asked for.
 */
public final class PageExplanation {
  private final ParsedPage page;
  private final Layout layout;
  private final Layout.Decided decided;
  private final Weights weights;
  private final Supplier<List<PrintedLine>> printed;

  PageExplanation(PreparedPage prepared, Weights weights) {
    this.layout = prepared.layout();
    this.decided = layout.decided(weights);
    this.page = prepared.finish().apply(decided.page());
    this.weights = weights;
    this.printed = prepared.printed();
  }

  /** As {@link PageReader#read} would give it. */
  public ParsedPage page() {
    return page;
  }

  /** What became of every line of the capture that is not blank, in order. */
  public List<AccountedLine> lines() {
    List<AccountedLine> rows = new ArrayList<>(Accounts.of(layout.rows(), decided, weights));
    for (Row row : layout.refrains()) {
      rows.add(new AccountedLine(row.line().number(), row.text(), Part.REFRAIN, 0, null));
    }
    return UnreadLines.added(rows, printed.get());
  }

  /**
   * One way to read the page: which part of it is an article, which are comments.
   *
   * @param article its title; {@code null} when the way has no article
   * @param comments how many
   * @param total how likely it is, in nats
   * @param numbers what counts for and against its article and comments
   * @param lists of the lines that are left, in page order
   * @param chosen whether it is the one that was taken: the likeliest
   */
  public record Way(
      @Nullable String article,
      int comments,
      double total,
      List<Weighed> numbers,
      List<WeighedList> lists,
      boolean chosen) {
    public Way {
      numbers = List.copyOf(numbers);
      lists = List.copyOf(lists);
    }

    /** How many lines are headlines in this way. */
    public int headlines() {
      return lists.stream().mapToInt(WeighedList::taken).sum();
    }
  }

  /** The ways to read the page that competed. */
  public List<Way> ways() {
    List<Way> ways = new ArrayList<>();
    for (Reading reading : layout.readings()) {
      ways.add(
          new Way(
              reading.article().map(found -> found.article().title()).orElse(null),
              (int) reading.ofSpans().get(Feature.COMMENT),
              reading.total(weights),
              Weighed.of(reading.ofSpans(), weights),
              reading.lists().stream().map(list -> weighed(reading, list)).toList(),
              reading.equals(decided.reading())));
    }
    return ways;
  }

  /**
   * Lines that may be one list of headlines.
   *
   * @param mean what its lines have on average, each counting at most 4
   * @param averages of the numbers of its lines
   */
  public record WeighedList(double mean, List<Weighed> averages, List<WeighedLine> lines) {
    public WeighedList {
      averages = List.copyOf(averages);
      lines = List.copyOf(lines);
    }

    /** How many of its lines are headlines. */
    public int taken() {
      return (int) lines.stream().filter(line -> line.score() > 0).count();
    }
  }

  /**
   * A line that may be a headline.
   *
   * @param line from 1
   * @param title what its title would be
   * @param label the age or date that would be its own, as printed; {@code null} when none
   * @param labelLine where that stands; 0 when it has none
   * @param own the sum of its numbers, counting at most 9.2
   * @param score half its own, half its list's mean; a headline when positive
   */
  public record WeighedLine(
      int line,
      String title,
      @Nullable String label,
      int labelLine,
      double own,
      double score,
      List<Weighed> numbers) {
    public WeighedLine {
      numbers = List.copyOf(numbers);
    }
  }

  private WeighedList weighed(Reading reading, ListCandidate list) {
    double[] scores = reading.scores(list, weights);
    List<WeighedLine> lines = new ArrayList<>();
    for (int k = 0; k < scores.length; k++) {
      Candidate candidate = list.rows().get(k);
      Counted counted = reading.counted(candidate);
      Stamp label = candidate.label();
      lines.add(
          new WeighedLine(
              number(candidate.row()),
              candidate.title(),
              label == null ? null : label.printed(),
              label == null ? 0 : number(candidate.labelRow()),
              reading.own(candidate, weights),
              scores[k],
              Weighed.of(counted, weights)));
    }
    Counted mean = Counted.mean(list.rows().stream().map(reading::counted).toList());
    return new WeighedList(reading.mean(list, weights), Weighed.of(mean, weights), lines);
  }

  private int number(int row) {
    return layout.rows().get(row).line().number();
  }
}
