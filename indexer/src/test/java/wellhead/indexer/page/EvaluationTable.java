package wellhead.indexer.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Prints what was counted of each capture: by form, and by site against a run that was saved. */
final class EvaluationTable {
  /** A site is better or worse when its F1 moves by more. */
  private static final double CHANGE = .01;

  private final Map<AnnotatedCapture, Counts> counts;

  EvaluationTable(Map<AnnotatedCapture, Counts> counts) {
    this.counts = counts;
  }

  void print(String name, PrintWriter out) {
    printForm(name + " html", AnnotatedCapture::html, out);
    printForm(name + " text", capture -> !capture.html(), out);
    printForm(name + " all", capture -> true, out);
  }

  double f1() {
    return sum(counts.values()).f1();
  }

  private void printForm(String name, Predicate<AnnotatedCapture> form, PrintWriter out) {
    List<Counts> chosen =
        counts.entrySet().stream()
            .filter(entry -> form.test(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    Counts c = sum(chosen);
    out.printf(
        Locale.ROOT,
        "%-12s %3d captures | recall %4.2f precision %4.2f F1 %5.3f | macro %4.2f %4.2f | ages %4.2f"
            + " dates %4.2f invented ages %d | traps %4.2f | article: found %4.2f invented %d/%d"
            + " title %4.2f author %4.2f starts %4.2f ends %4.2f leaks %4.2f%n",
        name,
        chosen.size(),
        c.rate("found", "gold"),
        c.rate("true", "said"),
        c.f1(),
        macro(chosen, "found", "gold"),
        macro(chosen, "true", "said"),
        c.rate("age_right", "aged"),
        c.rate("date_found", "dated"),
        c.get("age_invented"),
        c.rate("trapped", "traps"),
        c.rate("article_found", "articles"),
        c.get("invented"),
        c.get("no_article"),
        c.rate("title", "articles"),
        c.rate("author", "authors"),
        c.rate("starts", "articles"),
        c.rate("ends", "articles"),
        c.rate("leaks", "leakable"));
  }

  private static double macro(List<Counts> counts, String part, String whole) {
    return counts.stream()
        .filter(c -> c.get(whole) > 0)
        .mapToDouble(c -> c.rate(part, whole))
        .average()
        .orElse(Double.NaN);
  }

  private static Counts sum(Collection<Counts> all) {
    Counts sum = new Counts();
    all.forEach(sum::add);
    return sum;
  }

  /**
   * Which sites are read better or worse than in a run that was saved, over the captures of both.
   */
  void printAgainst(JsonNode saved, PrintWriter out) {
    Map<String, Counts> now = new TreeMap<>();
    Map<String, Counts> then = new TreeMap<>();
    counts.forEach((capture, c) -> {
      if (saved.has(capture.id())) {
        now.computeIfAbsent(capture.site(), s -> new Counts()).add(c);
        Counts old = then.computeIfAbsent(capture.site(), s -> new Counts());
        saved
            .get(capture.id())
            .properties()
            .forEach(p -> old.add(p.getKey(), p.getValue().asInt()));
      }
    });
    Map<String, Double> change = new TreeMap<>();
    then.forEach((site, old) ->
        change.put(site, orZero(now.getOrDefault(site, old).f1()) - orZero(old.f1())));
    out.printf(
        Locale.ROOT,
        "against the saved run: F1 %+.3f, sites better %d, worse %d:",
        orZero(sum(now.values()).f1()) - orZero(sum(then.values()).f1()),
        change.values().stream().filter(d -> d > CHANGE).count(),
        change.values().stream().filter(d -> d < -CHANGE).count());
    change.entrySet().stream()
        .filter(e -> e.getValue() < -CHANGE)
        .sorted(Map.Entry.comparingByValue())
        .forEach(e -> out.printf(Locale.ROOT, " %s %+.2f", e.getKey(), e.getValue()));
    out.println();
  }

  private static double orZero(double f1) {
    return Double.isNaN(f1) ? 0 : f1;
  }
}
