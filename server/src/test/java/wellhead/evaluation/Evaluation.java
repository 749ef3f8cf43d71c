package wellhead.evaluation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Measures the ranking: {@code mvn -q -DskipGates -Pevaluate process-test-classes
 * -Devaluate="FOLDER..."}.
 */
@Command(
    name = "evaluate",
    description =
        "Indexes each collection, asks its topics over HTTP, and prints nDCG@10, MAP, MRR and P@10"
            + " beside the run before.",
    subcommands = {
      CorrectionEvaluation.class,
      CoverageEvaluation.class,
      EventEvaluation.class,
      HeldOutEvaluation.class
    },
    mixinStandardHelpOptions = true)
public final class Evaluation implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..*",
      description = "corpus.jsonl, queries.jsonl and qrels.tsv, or the repository's testdata")
  List<Path> folders = List.of();

  @Option(
      names = "--with",
      paramLabel = "NAME=VALUE",
      description = "a further parameter of /search, such as recency=0")
  List<String> parameters = List.of();

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      defaultValue = "target/evaluation",
      description = "where runs are kept (default: ${DEFAULT-VALUE})")
  Path runs = Path.of("");

  @Option(names = "--topics", description = "prints every topic, not only those that changed")
  boolean everyTopic;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Evaluation()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    for (Path folder : folders) {
      Judged judged = judged(folder);
      Map<String, Measures> measured = measure(judged, parameters);
      Path kept = runs.resolve(judged.name() + ".tsv");
      print(judged, measured, KeptRun.read(kept), out);
      KeptRun.write(kept, measured);
    }
    return 0;
  }

  private static Judged judged(Path folder) throws IOException {
    return Files.exists(folder.resolve("topics/topics.tsv"))
        ? TestdataTopics.read(folder)
        : CollectionFolder.read(folder);
  }

  /** Indexes into a folder of its own, asks, and removes the folder. */
  static Map<String, Measures> measure(Judged judged, List<String> parameters) throws IOException {
    try (var folder = new ScratchFolder()) {
      judged.index(folder.path());
      try (var asking = new Asking(folder.path())) {
        return asking.measure(judged, parameters.toArray(String[]::new));
      }
    }
  }

  private void print(
      Judged judged, Map<String, Measures> now, Map<String, Measures> before, PrintWriter out) {
    for (Topic topic : judged.topics()) {
      Measures m = now.getOrDefault(topic.id(), Measures.mean(List.of()));
      Measures b = before.getOrDefault(topic.id(), m);
      double change = m.ndcg() - b.ndcg();
      if (everyTopic || Math.abs(change) > 5e-5) {
        out.printf(
            Locale.ROOT,
            "%-10s %6s  nDCG@10 %.4f  %+.4f  %s%n",
            judged.name(),
            topic.id(),
            m.ndcg(),
            change,
            topic.query());
      }
    }
    Measures mean = Measures.mean(now.values());
    Measures was = before.isEmpty() ? mean : Measures.mean(before.values());
    out.printf(
        Locale.ROOT,
        "%-10s %d topics: nDCG@10 %.4f (%+.4f)  MAP %.4f (%+.4f)  MRR %.4f (%+.4f)  P@10 %.4f"
            + " (%+.4f)%n",
        judged.name(),
        now.size(),
        mean.ndcg(),
        mean.ndcg() - was.ndcg(),
        mean.map(),
        mean.map() - was.map(),
        mean.mrr(),
        mean.mrr() - was.mrr(),
        mean.precision(),
        mean.precision() - was.precision());
    out.flush();
  }
}
