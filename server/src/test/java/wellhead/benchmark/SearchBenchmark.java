package wellhead.benchmark;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wellhead.schema.DocumentType;
import wellhead.schema.PublishedField;
import wellhead.schema.Schema;
import wellhead.schema.SummaryField;
import wellhead.server.query.QueryParser;
import wellhead.server.query.Questions;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.server.web.WebOptions;
import wellhead.server.web.WebServer;

/**
 * Times searches: {@code mvn -q -DskipGates -Pbenchmark process-test-classes -Dbenchmark="--stories
 * 100000"}.
 *
 * <p>"Raw" is the least that any program on Lucene does: the same words in Lucene's own {@link
 * IndexSearcher}, the ten best, their titles read. "Empty" is a Javalin route with a ready-made
 * answer. All three are asked in turn, so that whatever else the machine does troubles all alike.
 *
 * <p>Each question is asked again and again, and what is counted beside a list is remembered until
 * the next commit: facets, histogram and pages are timed as for who turns to the next page, not as
 * for who asks first. At the end several clients ask all of them at once, each as soon as it has
 * its answer.
 */
@Command(name = "benchmark", mixinStandardHelpOptions = true)
public final class SearchBenchmark implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(names = "--stories", defaultValue = "100000", description = "default: ${DEFAULT-VALUE}")
  int stories;

  @Option(names = "--tries", defaultValue = "2000", description = "a query; default: 2000")
  int tries;

  @Option(names = "--warm-up", defaultValue = "3000", description = "requests; default: 3000")
  int warmUp;

  @Option(
      names = "--clients",
      defaultValue = "8",
      description = "that ask at once at the end; default: ${DEFAULT-VALUE}")
  int clients;

  @Option(names = "--index", description = "kept and used again; default: a temporary folder")
  @Nullable Path index;

  /**
   * What is asked.
   *
   * @param path after the server's root
   * @param words the same for Lucene alone; empty for all stories, {@code null} for nothing
   */
  private record Case(String name, String path, @Nullable String words) {}

  private static final List<Case> CASES =
      List.of(
          new Case("one frequent term", "search?q=oil", "oil"),
          new Case("no freshness", "search?q=oil&recency=0", "oil"),
          new Case("one term", "search?q=tankers", "tankers"),
          new Case("three terms", "search?q=saudi+oil+exports", "saudi oil exports"),
          new Case("phrase", "search?q=" + encoded("\"natural gas\""), "\"natural gas\""),
          new Case("unknown word", "search?q=oil+zqgasxv", "oil zqgasxv"),
          new Case("mistyped word", "search?q=sanctoins+oil", "sanctoins oil"),
          new Case("prefix", "search?q=pipel*", "pipel*"),
          new Case("window", "search?q=oil&since=2026-06-01&until=2026-06-08", "oil"),
          new Case("newest", "search?q=&sort=newest", ""),
          new Case("collapsed", "search?q=oil&collapse=true", "oil"),
          new Case(
              "facets, histogram", "search?q=oil&facets=source,company&histogram=month", "oil"),
          new Case("page", "?q=oil", "oil"),
          new Case("page of the newest", "", ""),
          new Case("suggest, a letter", "suggest?q=o", null),
          new Case("suggest", "suggest?q=crude+ex", null),
          new Case("suggest, mistyped", "suggest?q=sanctoins", null));

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SearchBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    Path folder = index == null ? Files.createTempDirectory("wellhead-benchmark") : index;
    try (var directory = FSDirectory.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        long start = System.nanoTime();
        MadeUpStories.write(folder, stories, 1);
        out.printf(Locale.ROOT, "%d stories written in %.0f s%n", stories, seconds(start));
      }
      run(folder, directory, out);
    }
    return 0;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void run(Path folder, FSDirectory directory, PrintWriter out) throws Exception {
    InstantSource clock = InstantSource.fixed(MadeUpStories.NOW);
    Javalin empty =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.concurrency.useVirtualThreads = true;
          config.routes.get("/", ctx -> ctx.result("{\"hits\":[]}"));
        });
    try (var engine = LuceneSearchEngine.open(folder);
        var server = WebServer.start("127.0.0.1", 0, engine, clock, WebOptions.DEFAULT);
        var client = HttpClient.newHttpClient();
        var reader = DirectoryReader.open(directory)) {
      empty.start("127.0.0.1", 0);
      var searcher = new IndexSearcher(reader);
      searcher.setSimilarity(Schema.similarity());
      URI nothing = URI.create("http://127.0.0.1:" + empty.port() + "/");
      out.println(
          "query               search ms (p99)    raw ms (p99)      empty ms (p99)    search / (raw"
              + " + empty)");
      for (Case asked : CASES) {
        URI search = URI.create(server.url() + asked.path);
        measure(client, search, searcher, query(asked), nothing, warmUp);
        out.println(
            measure(client, search, searcher, query(asked), nothing, tries).row(asked.name));
        out.flush();
      }
      load(client, server.url(), out);
    } finally {
      empty.stop();
    }
  }

  /** Several clients at once, each of which asks all the questions in turn. */
  private void load(HttpClient client, URI root, PrintWriter out)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    var asking = new ArrayList<Future<Integer>>();
    try (var threads = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        int first = i;
        asking.add(threads.submit(() -> answered(client, root, first)));
      }
    }
    int answered = 0;
    for (Future<Integer> one : asking) {
      answered += one.get();
    }
    out.printf(
        Locale.ROOT,
        "%d clients: %d of %d answered, %.0f a second%n",
        clients,
        answered,
        clients * tries,
        answered / seconds(start));
  }

  private int answered(HttpClient client, URI root, int first)
      throws IOException, InterruptedException {
    int answered = 0;
    for (int i = 0; i < tries; i++) {
      URI search = URI.create(root + CASES.get((first + i) % CASES.size()).path);
      var answer = client.send(HttpRequest.newBuilder(search).build(), BodyHandlers.ofByteArray());
      answered += answer.statusCode() == 200 ? 1 : 0;
    }
    return answered;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static @Nullable Query query(Case asked) {
    if (asked.words == null) {
      return null;
    }
    if (asked.words.isEmpty()) {
      return DocumentType.STORY.query();
    }
    Query words =
        Questions.translate(
                QueryParser.parse(asked.words, MadeUpStories.NOW, ZoneOffset.UTC),
                PublishedField::possiblyIn)
            .text()
            .orElseThrow();
    if (!asked.path.contains("since")) {
      return words;
    }
    return new BooleanQuery.Builder()
        .add(words, Occur.MUST)
        .add(
            PublishedField.possiblyIn(
                Instant.parse("2026-06-01T00:00:00Z"), Instant.parse("2026-06-08T00:00:00Z")),
            Occur.FILTER)
        .build();
  }

  private record Measured(Timings search, Timings raw, Timings empty) {
    String row(String name) {
      return String.format(
          Locale.ROOT,
          "%-18s  %7.3f (%7.3f)  %7.3f (%7.3f)  %7.3f (%7.3f)  %5.2f",
          name,
          search.median(),
          search.percentile(0.99),
          raw.median(),
          raw.percentile(0.99),
          empty.median(),
          empty.percentile(0.99),
          search.median() / (raw.median() + empty.median()));
    }
  }

  private static Measured measure(
      HttpClient client,
      URI search,
      IndexSearcher searcher,
      @Nullable Query query,
      URI empty,
      int tries)
      throws IOException, InterruptedException {
    var measured = new Measured(new Timings(tries), new Timings(tries), new Timings(tries));
    for (int i = 0; i < tries; i++) {
      long start = System.nanoTime();
      get(client, search);
      long searched = System.nanoTime();
      if (query != null) {
        raw(searcher, query);
      }
      long found = System.nanoTime();
      get(client, empty);
      measured.search.add(searched - start);
      measured.raw.add(found - searched);
      measured.empty.add(System.nanoTime() - found);
    }
    return measured;
  }

  private static void raw(IndexSearcher searcher, Query query) throws IOException {
    TopDocs top =
        query.equals(DocumentType.STORY.query())
            ? searcher.search(query, 10, Schema.order())
            : searcher.search(query, 10);
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    for (ScoreDoc hit : top.scoreDocs) {
      LeafReaderContext segment = segments.get(ReaderUtil.subIndex(hit.doc, segments));
      if (SummaryField.read(segment.reader(), hit.doc - segment.docBase).title().isEmpty()) {
        throw new IllegalStateException("a story without a title");
      }
    }
  }

  private static void get(HttpClient client, URI uri) throws IOException, InterruptedException {
    var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(uri + " answered " + answer.statusCode());
    }
  }
}
