package wellhead.indexer.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.schema.DocumentType;
import wellhead.schema.Documents;
import wellhead.schema.IndexFiles;
import wellhead.schema.RecordField;
import wellhead.story.Story;

/** A folder of made-up captures and an index of them, as cron would have it. */
final class CaptureFolder {
  static final Instant NOW = Instant.parse("2026-07-08T12:00:00Z");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  Path folder;
  Path index;

  CaptureFolder(Path temporary) throws IOException {
    folder = Files.createDirectories(temporary.resolve("captures"));
    index = temporary.resolve("index");
  }

  /** A front page with rows of news of these ages; row n bears the title number {@code first+n}. */
  Path add(String source, Instant at, int first, String... ages) throws IOException {
    var text = new StringBuilder();
    for (int i = 0; i < ages.length; i++) {
      text.append("  • ").append(ages[i]).append(' ').append(title(first + i)).append('\n');
    }
    return Files.writeString(folder.resolve(source + "_" + STAMP.format(at) + ".txt"), text);
  }

  /**
   * CaptureFolder of one site, an hour and some minutes apart; each lists five stories, one new.
   */
  void addSeries(String source, int captures) throws IOException {
    for (int i = 0; i < captures; i++) {
      add(
          source,
          NOW.minusSeconds(4_000L * (captures - i)),
          i,
          "5 hours",
          "4 hours",
          "3 hours",
          "2 hours",
          "1 hour");
    }
  }

  static String title(int number) {
    List<String> who = List.of("Refiners", "Drillers", "Grid Operators", "Shippers", "Traders");
    List<String> what = List.of("Wait for Cheaper Crude", "Win a Grid Link", "Cut Output Again");
    return who.get(number % 5) + " " + what.get(number % 3) + " in Week " + number;
  }

  Report run() throws Exception {
    return run(false, NOW, IndexFiles::open);
  }

  Report rebuild() throws Exception {
    return run(true, NOW, IndexFiles::open);
  }

  Report run(boolean rebuild, Instant now, OpenIndex.Opening opening) throws Exception {
    return new IndexRun(
            index,
            rebuild,
            CaptureOptions.NONE,
            InputStream.nullInputStream(),
            InstantSource.fixed(now),
            opening)
        .run(List.of(folder.toString()));
  }

  Map<String, Story> stories() throws IOException {
    return stories(index);
  }

  static Map<String, Story> stories(Path index) throws IOException {
    var stories = new TreeMap<String, Story>();
    try (var directory = IndexFiles.open(index);
        var reader = DirectoryReader.open(directory)) {
      var hits = new IndexSearcher(reader).search(DocumentType.STORY.query(), 100_000);
      for (var hit : hits.scoreDocs) {
        Story story = RecordField.read(new Documents(reader), hit.doc);
        stories.put(story.id(), story);
      }
    }
    return stories;
  }
}
