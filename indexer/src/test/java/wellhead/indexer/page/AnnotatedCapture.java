package wellhead.indexer.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.capture.Capture;
import wellhead.indexer.capture.CaptureFile;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.capture.CaptureReader;
import wellhead.indexer.capture.CaptureTime;
import wellhead.indexer.capture.Captures;
import wellhead.indexer.capture.Content;
import wellhead.indexer.capture.Format;
import wellhead.indexer.capture.Outcome;

/**
 * A capture of a folder, and beside it what is right in it: {@code ID.html} or {@code ID.txt}, and
 * {@code ID.expected.json}. An {@code index.tsv} tells the site of each.
 *
 * @param site pages of one site are fitted on together or not at all
 * @param content as a run of the indexer would read it; {@code null} when it would refuse it
 * @param source as such a run would name it; {@code null} when it would not know
 * @param trusted whether every headline of the page is listed, so that others are wrong
 */
record AnnotatedCapture(
    String id,
    String site,
    boolean html,
    Content.@Nullable Page content,
    @Nullable String source,
    JsonNode expected,
    boolean trusted) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nothing is dated here. */
  private static final Instant NOW = Instant.parse("2025-07-08T07:30:00Z");

  private static final CaptureOptions SOME_TIME =
      new CaptureOptions(new CaptureTime.At(NOW), null, null, null, null, Format.AUTO);

  /** The captures of a folder by name, without those that only repeat another. */
  static List<AnnotatedCapture> in(Path folder) throws IOException {
    Map<String, Map<String, String>> index = index(folder.resolve("index.tsv"));
    List<AnnotatedCapture> captures = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path expected :
          files.filter(p -> p.toString().endsWith(".expected.json")).sorted().toList()) {
        String id = name(expected).replaceFirst("\\.expected\\.json$", "");
        Map<String, String> row = index.getOrDefault(id, Map.of());
        Path page = page(folder, id);
        String trust = row.getOrDefault("trust", "good");
        if (page != null && !trust.equals("drop")) {
          captures.add(of(id, page, row, JSON.readTree(expected.toFile()), trust.equals("good")));
        }
      }
    }
    return captures;
  }

  private static String name(Path file) {
    return Objects.requireNonNull(file.getFileName(), "a file has a name").toString();
  }

  private static @Nullable Path page(Path folder, String id) {
    return Stream.of(".html", ".txt")
        .map(ending -> folder.resolve(id + ending))
        .filter(Files::exists)
        .findFirst()
        .orElse(null);
  }

  private static AnnotatedCapture of(
      String id, Path page, Map<String, String> row, JsonNode expected, boolean trusted)
      throws IOException {
    var file = new CaptureFile(page, name(page), -1, null);
    Capture capture = null;
    try (Captures captures =
        new CaptureReader(SOME_TIME, InputStream.nullInputStream(), NOW).open(file)) {
      if (captures.next() instanceof Outcome.Read read) {
        capture = read.capture();
      }
    }
    return new AnnotatedCapture(
        id,
        row.getOrDefault("site", id),
        page.toString().endsWith(".html"),
        capture != null && capture.content() instanceof Content.Page content ? content : null,
        capture == null ? null : capture.ref().source(),
        expected,
        trusted);
  }

  private static Map<String, Map<String, String>> index(Path table) throws IOException {
    Map<String, Map<String, String>> rows = new HashMap<>();
    if (!Files.exists(table)) {
      return rows;
    }
    List<String> lines = Files.readAllLines(table);
    List<String> names = List.of(lines.getFirst().split("\t", -1));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < Math.min(cells.length, names.size()); i++) {
        row.put(names.get(i), cells[i]);
      }
      rows.put(row.getOrDefault("id", ""), row);
    }
    return rows;
  }
}
