package wellhead.indexer.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wellhead.indexer.capture.Content;
import wellhead.indexer.capture.Format;

/**
 * How well pages are read, those that the weights were fitted on and those that they were not, from
 * the repository's top:
 *
 * <pre>
 * mvn -q -DskipGates -Pevaluate-pages -pl indexer process-test-classes -Dpages="FOLDER"
 * mvn -q -DskipGates -Pevaluate-pages -pl indexer process-test-classes -Dpages="FOLDER --fit"
 * mvn -q -DskipGates -Pevaluate-pages -pl indexer process-test-classes -Dpages="FOLDER --shipped"
 * </pre>
 *
 * <p>The folder holds captures, each with what is right in it, see {@link AnnotatedCapture}. Sites
 * are drawn into five folds; each fold is read by weights fitted on the others.
 */
@Command(name = "evaluate-pages", mixinStandardHelpOptions = true)
public final class PageEvaluation implements Callable<Integer> {
  private static final int FOLDS = 5;
  private static final Path WEIGHTS =
      Path.of("indexer/src/main/resources/wellhead/indexer/page/weights.tsv");

  /** Our own pages: fitted on in every fold, never counted. */
  private static final List<Path> OWN =
      List.of(
          Path.of("testdata/pages"),
          Path.of("testdata/seedlike"),
          Path.of("indexer/src/test/resources/wellhead/indexer/page"));

  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec @Nullable CommandSpec spec;

  @CommandLine.Parameters(paramLabel = "FOLDER", description = "of annotated captures")
  @Nullable Path folder;

  @Option(names = "--seed", defaultValue = "16", description = "of the folds")
  long seed;

  @Option(names = "--fit", description = "write weights.tsv, fitted on all captures")
  boolean fit;

  @Option(
      names = "--shipped",
      description = "fit nothing: how the weights read the folder that come with the program")
  boolean shipped;

  @Option(names = "--save", description = "where to keep the counts of each capture")
  @Nullable Path save;

  @Option(names = "--against", description = "counts that were saved, to compare with")
  @Nullable Path against;

  public static void main(String[] args) {
    System.exit(new CommandLine(new PageEvaluation()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    if (spec == null || folder == null) {
      throw new IllegalStateException("picocli sets the fields before it calls");
    }
    PrintWriter out = spec.commandLine().getOut();
    Map<AnnotatedCapture, PreparedPage> pages = prepared(folder);
    if (shipped) {
      Map<AnnotatedCapture, Counts> counts = judge(pages, capture -> Weights.SHIPPED);
      tell("shipped", counts, out);
      return 0;
    }
    Map<AnnotatedCapture, PreparedPage> own = new LinkedHashMap<>();
    for (Path folder : OWN) {
      own.putAll(prepared(folder));
    }
    Weights all = WeightsFit.fit(joined(pages, own));
    EvaluationTable fitted = new EvaluationTable(judge(pages, capture -> all));
    fitted.print("fitted", out);
    Map<AnnotatedCapture, Counts> counts = judge(pages, byFolds(pages, own)::get);
    EvaluationTable folded = tell("folded", counts, out);
    out.printf(
        Locale.ROOT, "gap %.3f, folds drawn with seed %d%n", fitted.f1() - folded.f1(), seed);
    if (fit) {
      Files.write(WEIGHTS, WeightsFit.lines(all, joined(pages, own)), StandardCharsets.UTF_8);
    }
    out.flush();
    return 0;
  }

  /** Prints the counts, compares them and keeps them, as was asked for. */
  private EvaluationTable tell(String name, Map<AnnotatedCapture, Counts> counts, PrintWriter out)
      throws IOException {
    EvaluationTable table = new EvaluationTable(counts);
    table.print(name, out);
    if (against != null) {
      JsonNode saved = JSON.readTree(against.toFile());
      table.printAgainst(saved, out);
    }
    if (save != null) {
      JSON.writeValue(save.toFile(), byId(counts));
    }
    out.flush();
    return table;
  }

  private static Map<AnnotatedCapture, Counts> judge(
      Map<AnnotatedCapture, PreparedPage> pages, Function<AnnotatedCapture, Weights> weights) {
    Map<AnnotatedCapture, Counts> counts = new LinkedHashMap<>();
    pages.forEach((capture, page) ->
        counts.put(capture, CaptureJudge.judge(capture, page.read(weights.apply(capture)))));
    return counts;
  }

  /** For each capture the weights that were fitted without any of its site. */
  private Map<AnnotatedCapture, Weights> byFolds(
      Map<AnnotatedCapture, PreparedPage> pages, Map<AnnotatedCapture, PreparedPage> always) {
    List<String> sites =
        new ArrayList<>(
            new TreeSet<>(pages.keySet().stream().map(AnnotatedCapture::site).toList()));
    Collections.shuffle(sites, new Random(seed));
    Map<AnnotatedCapture, Weights> weights = new LinkedHashMap<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      Map<AnnotatedCapture, PreparedPage> others = new LinkedHashMap<>();
      List<AnnotatedCapture> own = new ArrayList<>();
      for (Map.Entry<AnnotatedCapture, PreparedPage> page : pages.entrySet()) {
        if (sites.indexOf(page.getKey().site()) % FOLDS == fold) {
          own.add(page.getKey());
        } else {
          others.put(page.getKey(), page.getValue());
        }
      }
      Weights fitted = WeightsFit.fit(joined(others, always));
      own.forEach(capture -> weights.put(capture, fitted));
    }
    return weights;
  }

  private static Map<String, Map<String, Integer>> byId(Map<AnnotatedCapture, Counts> counts) {
    Map<String, Map<String, Integer>> byId = new TreeMap<>();
    counts.forEach((capture, c) -> byId.put(capture.id(), c.all()));
    return byId;
  }

  private static Map<AnnotatedCapture, PreparedPage> prepared(Path folder) throws IOException {
    Map<AnnotatedCapture, PreparedPage> pages = new LinkedHashMap<>();
    for (AnnotatedCapture capture : AnnotatedCapture.in(folder)) {
      pages.put(capture, prepared(capture));
    }
    return pages;
  }

  private static Map<AnnotatedCapture, PreparedPage> joined(
      Map<AnnotatedCapture, PreparedPage> pages, Map<AnnotatedCapture, PreparedPage> others) {
    Map<AnnotatedCapture, PreparedPage> joined = new LinkedHashMap<>(pages);
    joined.putAll(others);
    return joined;
  }

  private static PreparedPage prepared(AnnotatedCapture capture) {
    Content.Page page = capture.content();
    if (page == null) {
      return TextPage.prepared("", null);
    }
    String source = capture.source();
    return page.markup() == Format.HTML
        ? HtmlPage.prepared(page.text(), source, page.base())
        : page.markup() == Format.TEXT
            ? TextPage.prepared(page.text(), source)
            : PageReader.prepared(page.text(), source, page.base());
  }
}
