package wellhead.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wellhead.indexer.assemble.CaptureReading;
import wellhead.indexer.capture.CaptureFile;
import wellhead.indexer.capture.CaptureFiles;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.capture.CaptureReader;
import wellhead.indexer.capture.Captures;
import wellhead.indexer.capture.Outcome;
import wellhead.indexer.index.IndexRun;

/**
 * Times the reading of captures, from the repository's top:
 *
 * <pre>
 * mvn -q -DskipGates -Preading -pl indexer process-test-classes -Dreading="--pages 400"
 * mvn -q -DskipGates -Preading -pl indexer process-test-classes -Dreading="--write big.warc.gz --megabytes 2000"
 * </pre>
 *
 * <p>Megabytes are those of the pages, unpacked. Of several tries the median is told.
 */
@Command(name = "reading", mixinStandardHelpOptions = true)
public final class ReadingBenchmark implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Option(names = "--pages", defaultValue = "400", description = "default: ${DEFAULT-VALUE}")
  int pages;

  @Option(names = "--tries", defaultValue = "5", description = "default: ${DEFAULT-VALUE}")
  int tries;

  @Option(names = "--html", description = "a folder of HTML to read in place of made-up pages")
  @Nullable Path html;

  @Option(names = "--write", description = "write a WARC here and do nothing else")
  @Nullable Path write;

  @Option(names = "--megabytes", defaultValue = "2000", description = "of it, unpacked")
  int megabytes;

  @Option(names = "--packing", defaultValue = "RECORDS", description = "${COMPLETION-CANDIDATES}")
  MadeUpPages.Packing packing = MadeUpPages.Packing.RECORDS;

  /** Something that is done to all pages once. */
  @FunctionalInterface
  private interface Pass {
    /** How many captures were seen. */
    int run() throws IOException;
  }

  private record Case(Pass pass, long bytes) {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ReadingBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (write != null) {
      out.println(MadeUpPages.write(write, megabytes * 1_000_000L, packing) + " captures");
      return 0;
    }
    Path folder = Files.createTempDirectory("wellhead-reading");
    try {
      time(cases(folder), out);
    } finally {
      delete(folder);
    }
    return 0;
  }

  private Map<String, Case> cases(Path folder) throws IOException {
    Path texts = Files.createDirectories(folder.resolve("text"));
    Path htmls = html == null ? Files.createDirectories(folder.resolve("html")) : html;
    Path warc = folder.resolve("pages.warc.gz");
    for (int i = 0; i < pages; i++) {
      String name = "desk" + i % MadeUpPages.SITES + ".example_" + stamp(i);
      Files.writeString(texts.resolve(name + ".txt"), MadeUpPages.text(i));
      if (html == null) {
        Files.writeString(htmls.resolve(name + ".html"), MadeUpPages.html(i));
      }
    }
    long records = IntStream.range(0, pages).mapToLong(i -> MadeUpPages.record(i).length).sum();
    MadeUpPages.write(warc, records, MadeUpPages.Packing.RECORDS);
    byte[] packed = Files.readAllBytes(warc);
    List<String> documents = contents(htmls);
    long textBytes = size(texts);
    long htmlBytes = size(htmls);
    var cases = new LinkedHashMap<String, Case>();
    cases.put("text, read", new Case(() -> read(texts), textBytes));
    cases.put("text, indexed", new Case(() -> index(texts, folder), textBytes));
    cases.put("html, jsoup alone", new Case(() -> parse(documents), htmlBytes));
    cases.put("html, read", new Case(() -> read(htmls), htmlBytes));
    cases.put("html, indexed", new Case(() -> index(htmls, folder), htmlBytes));
    cases.put("warc, gzip alone", new Case(() -> unpack(packed), records));
    cases.put("warc, read", new Case(() -> read(warc), records));
    cases.put("warc, indexed", new Case(() -> index(warc, folder), records));
    return cases;
  }

  private void time(Map<String, Case> cases, PrintWriter out) throws IOException {
    var taken = new LinkedHashMap<String, double[]>();
    var seen = new LinkedHashMap<String, Integer>();
    for (int t = -1; t < tries; t++) { // the first is for the compiler
      for (var each : cases.entrySet()) {
        long start = System.nanoTime();
        seen.put(each.getKey(), each.getValue().pass().run());
        double seconds = (System.nanoTime() - start) / 1e9;
        if (t >= 0) {
          taken.computeIfAbsent(each.getKey(), k -> new double[tries])[t] = seconds;
        }
      }
    }
    out.println("                        MB/s   captures/s");
    taken.forEach((name, seconds) -> {
      Arrays.sort(seconds);
      double median = seconds[tries / 2];
      double megabytes = cases.getOrDefault(name, new Case(() -> 0, 0)).bytes() / 1e6;
      int captures = seen.getOrDefault(name, 0);
      out.printf(Locale.ROOT, "%-20s %7.1f %12.0f%n", name, megabytes / median, captures / median);
    });
    out.flush();
  }

  private static int read(Path path) throws IOException {
    int captures = 0;
    for (CaptureFile file : CaptureFiles.find(List.of(path.toString())).files()) {
      var reader =
          new CaptureReader(
              CaptureOptions.NONE,
              InputStream.nullInputStream(),
              Instant.parse("2027-01-01T00:00:00Z"));
      try (Captures in = reader.open(file)) {
        for (Outcome next = in.next(); next != null; next = in.next()) {
          if (next instanceof Outcome.Read read && !isEmpty(CaptureReading.of(read.capture()))) {
            captures++;
          }
        }
      }
    }
    return captures;
  }

  private static boolean isEmpty(CaptureReading reading) {
    return reading.sightings().isEmpty();
  }

  private static int index(Path path, Path folder) throws IOException {
    Path index = Files.createTempDirectory(folder, "index");
    try {
      return new IndexRun(
              index,
              true,
              CaptureOptions.NONE,
              InputStream.nullInputStream(),
              InstantSource.fixed(MadeUpPages.FIRST.plus(Duration.ofDays(3650))))
          .run(List.of(path.toString()))
          .captures();
    } catch (RuntimeException | IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("nobody else holds a new index", e);
    } finally {
      delete(index);
    }
  }

  private static int parse(List<String> documents) {
    int elements = 0;
    for (String document : documents) {
      elements += Jsoup.parse(document).childNodeSize();
    }
    return elements == 0 ? 0 : documents.size();
  }

  private static int unpack(byte[] packed) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      while (in.read(buffer) >= 0) {
        // nothing is done with it
      }
    }
    return 0;
  }

  private static List<String> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(ReadingBenchmark::content).toList();
    }
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static String stamp(int n) {
    return MadeUpPages.capturedAt(n).toString().replaceAll("[-:]", "");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
