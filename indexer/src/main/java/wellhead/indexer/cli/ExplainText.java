package wellhead.indexer.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import wellhead.indexer.page.AccountedLine;
import wellhead.indexer.page.PageExplanation;
import wellhead.indexer.page.PageExplanation.Way;
import wellhead.indexer.page.PageExplanation.WeighedLine;
import wellhead.indexer.page.PageExplanation.WeighedList;
import wellhead.indexer.page.Weighed;

/** The numbers that decided, for people. */
final class ExplainText {
  private static final int MOST_OF_LIST = 3;

  private ExplainText() {}

  static void print(Explained asked, PageExplanation page, PrintWriter out) {
    List<Way> ways = page.ways();
    if (asked.ofLines()) {
      List<AccountedLine> lines = asked.accounts(page);
      lines.forEach(line -> account(line, out));
      if (lines.isEmpty()) {
        out.println();
        out.println("no such line with words on it");
      }
      ways.forEach(way -> lines(asked, way, ways.size() > 1, out));
    } else {
      ways.stream().filter(Way::chosen).forEach(way -> lists(way, out));
    }
    ways(ways, out);
  }

  private static void account(AccountedLine line, PrintWriter out) {
    out.println();
    out.println("line " + line.line() + ": " + OneLine.of(line.text()));
    out.println(
        "  "
            + line.part().words()
            + (line.of() == 0 ? "" : ", of line " + line.of())
            + (line.reason() == null ? "" : ": " + OneLine.of(line.reason())));
  }

  /** What a way makes of the lines that are meant; in another than the chosen one, in short. */
  private static void lines(Explained asked, Way way, boolean several, PrintWriter out) {
    for (WeighedList list : asked.lists(way)) {
      for (WeighedLine line : asked.lines(list)) {
        out.println();
        out.println(
            (several ? "in the way with " + name(way) + ", " : "")
                + "line "
                + line.line()
                + (line.score() > 0 ? " is a headline: " : " is none: ")
                + sum(line, list));
        if (way.chosen()) {
          out.println("  " + OneLine.of(line.title()) + label(line));
          numbers(line.numbers(), out);
        }
      }
      if (way.chosen()) {
        out.println();
        out.println(
            "its list, "
                + list.lines().size()
                + " lines from "
                + list.lines().getFirst().line()
                + " to "
                + list.lines().getLast().line()
                + ", "
                + list.taken()
                + " of them headlines: "
                + decimals(list.mean())
                + " on average");
        numbers(list.averages(), out);
      }
    }
  }

  private static String sum(WeighedLine line, WeighedList list) {
    return decimals(line.score())
        + ", half of its own "
        + decimals(line.own())
        + " and half of its list's "
        + decimals(list.mean());
  }

  private static String label(WeighedLine line) {
    return line.label() == null
        ? ", without age or date"
        : ", \"" + OneLine.of(line.label()) + "\" on line " + line.labelLine();
  }

  private static void numbers(List<Weighed> numbers, PrintWriter out) {
    var columns = new Columns();
    columns.row("  counts", "number", "weight", "feature", "meaning");
    numbers.stream()
        .sorted(Comparator.comparingDouble((Weighed number) -> -Math.abs(number.product())))
        .forEach(number ->
            columns.row(
                "  " + decimals(number.product()),
                decimals(number.number()),
                decimals(number.weight()),
                number.feature(),
                number.meaning()));
    columns.print(out);
  }

  private static void lists(Way way, PrintWriter out) {
    var columns = new Columns();
    columns.row("lines", "rows", "headlines", "average", "what counts most, on average", "first");
    for (WeighedList list : way.lists()) {
      columns.row(
          list.lines().getFirst().line() + "-" + list.lines().getLast().line(),
          list.lines().size(),
          list.taken(),
          decimals(list.mean()),
          most(list.averages()),
          list.lines().getFirst().title());
    }
    out.println();
    columns.print(out);
  }

  private static String most(List<Weighed> numbers) {
    return numbers.stream()
        .sorted(Comparator.comparingDouble((Weighed number) -> -Math.abs(number.product())))
        .limit(MOST_OF_LIST)
        .map(number -> number.feature() + " " + decimals(number.product()))
        .collect(Collectors.joining(", "));
  }

  private static void ways(List<Way> ways, PrintWriter out) {
    out.println();
    out.println("ways to read the page, the likeliest is taken:");
    var columns = new Columns();
    columns.row("  total", "headlines", "comments", "", "article");
    for (Way way : ways) {
      String article = way.article();
      columns.row(
          "  " + decimals(way.total()),
          way.headlines(),
          way.comments(),
          way.chosen() ? "taken" : "",
          article == null ? "none" : article);
    }
    columns.print(out);
    for (Way way : ways) {
      if (!way.numbers().isEmpty()) {
        out.println();
        out.println("what counts for and against " + name(way) + ":");
        numbers(way.numbers(), out);
      }
    }
  }

  private static String name(Way way) {
    String comments = way.comments() == 0 ? "no comments" : "the comments";
    return (way.article() == null ? "no article" : "the article") + " and " + comments;
  }

  private static String decimals(double number) {
    return String.format(Locale.ROOT, "%.2f", number);
  }
}
