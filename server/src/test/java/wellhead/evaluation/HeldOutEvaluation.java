package wellhead.evaluation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wellhead.schema.Schema;
import wellhead.server.search.LuceneSearchEngine;

/**
 * Measures the ranking on each collection with the parameters that were best on the others, beside
 * plain Lucene: {@code mvn -q -DskipGates -Pevaluate process-test-classes -Devaluate="held-out
 * FOLDER... --texts TEXTS"}.
 */
@Command(
    name = "held-out",
    description = "nDCG@10 of each collection, with parameters chosen on the others.",
    mixinStandardHelpOptions = true)
final class HeldOutEvaluation implements Callable<Integer> {
  private static final int RESAMPLES = 2_000;

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FOLDER", arity = "0..*", description = "as of evaluate")
  List<Path> folders = List.of();

  @Option(
      names = "--texts",
      paramLabel = "TEXTS",
      description = "labelled stories as JSON lines, may be .gz: two collections")
  @Nullable Path texts;

  @Option(names = "--saturations", split = ",", defaultValue = "1.2,1.8,2.4", description = "k1")
  List<Float> saturations = List.of();

  @Option(names = "--lengths", split = ",", defaultValue = ".3,.45,.6,.7,.8", description = "b")
  List<Float> lengths = List.of();

  @Option(names = "--seed", defaultValue = "19", description = "of the resamples")
  long seed;

  /** BM25's parameters. */
  private record Setting(float saturation, float length) {
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "k1 %.1f b %.2f", saturation, length);
    }
  }

  /** What came out for one collection, by setting and topic; {@code plain} where there is one. */
  private record Outcome(
      String name, Map<Setting, Map<String, Measures>> ours, Map<String, Measures> plain) {

    double ndcg(Setting setting) {
      return mean(ours.getOrDefault(setting, Map.of()));
    }
  }

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    List<Outcome> outcomes = new ArrayList<>();
    for (Judged judged : collections()) {
      outcomes.add(outcome(judged));
      print(outcomes.getLast(), out);
    }
    if (outcomes.size() > 1) {
      outcomes.forEach(outcome -> printHeldOut(outcome, outcomes, out));
    }
    return 0;
  }

  private List<Judged> collections() throws IOException {
    List<Judged> collections = new ArrayList<>();
    for (Path folder : folders) {
      collections.add(
          Files.exists(folder.resolve("topics/topics.tsv"))
              ? TestdataTopics.read(folder)
              : CollectionFolder.read(folder));
    }
    if (texts != null) {
      collections.add(LabelledTexts.byLabel(texts));
      collections.add(LabelledTexts.longest(texts));
    }
    return collections;
  }

  private Outcome outcome(Judged judged) throws IOException {
    Map<Setting, Map<String, Measures>> ours = new LinkedHashMap<>();
    try (var folder = new ScratchFolder()) {
      judged.index(folder.path());
      for (float saturation : saturations) {
        for (float length : lengths) {
          var engine =
              LuceneSearchEngine.open(folder.path(), Schema.similarity(saturation, length));
          try (var asking = new Asking(engine)) {
            ours.put(new Setting(saturation, length), asking.measure(judged));
          }
        }
      }
    }
    Map<String, Measures> plain =
        judged instanceof JudgedTexts texts ? PlainLucene.measure(texts) : Map.of();
    return new Outcome(judged.name(), ours, plain);
  }

  private static void print(Outcome outcome, PrintWriter out) {
    outcome
        .ours()
        .keySet()
        .forEach(setting ->
            out.printf(
                Locale.ROOT,
                "%-10s %s: nDCG@10 %.4f%n",
                outcome.name(),
                setting,
                outcome.ndcg(setting)));
    out.flush();
  }

  private void printHeldOut(Outcome outcome, List<Outcome> all, PrintWriter out) {
    Setting chosen = best(all.stream().filter(o -> !o.equals(outcome)).toList());
    Setting own = best(List.of(outcome));
    out.printf(
        Locale.ROOT,
        "%-10s held out: %s nDCG@10 %.4f, best of its own %s %.4f, gap %.4f",
        outcome.name(),
        chosen,
        outcome.ndcg(chosen),
        own,
        outcome.ndcg(own),
        outcome.ndcg(own) - outcome.ndcg(chosen));
    if (!outcome.plain().isEmpty()) {
      out.printf(
          Locale.ROOT,
          ", plain Lucene %.4f, at least as good in %.1f %% of %d resamples",
          mean(outcome.plain()),
          100 * atLeast(outcome.ours().getOrDefault(chosen, Map.of()), outcome.plain()),
          RESAMPLES);
    }
    out.println();
    out.flush();
  }

  /** By the mean over collections, each over what is best in it: none outweighs the others. */
  private static Setting best(List<Outcome> of) {
    Setting best = null;
    double most = -1;
    for (Setting setting : of.getFirst().ours().keySet()) {
      double mean =
          of.stream()
              .mapToDouble(o ->
                  o.ndcg(setting) / o.ours().keySet().stream().mapToDouble(o::ndcg).max().orElse(1))
              .average()
              .orElse(0);
      if (best == null || mean > most) {
        best = setting;
        most = mean;
      }
    }
    if (best == null) {
      throw new IllegalStateException("no parameters to choose from");
    }
    return best;
  }

  private double atLeast(Map<String, Measures> ours, Map<String, Measures> plain) {
    var random = new Random(seed);
    List<String> topics = List.copyOf(plain.keySet());
    int good = 0;
    for (int i = 0; i < RESAMPLES; i++) {
      double difference = 0;
      for (int j = 0; j < topics.size(); j++) {
        String topic = topics.get(random.nextInt(topics.size()));
        difference += ndcg(ours, topic) - ndcg(plain, topic);
      }
      good += difference >= 0 ? 1 : 0;
    }
    return (double) good / RESAMPLES;
  }

  private static double ndcg(Map<String, Measures> measured, String topic) {
    Measures measures = measured.get(topic);
    return measures == null ? 0 : measures.ndcg();
  }

  private static double mean(Map<String, Measures> measured) {
    return Measures.mean(measured.values()).ndcg();
  }
}
