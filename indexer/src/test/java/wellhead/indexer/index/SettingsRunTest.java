package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.capture.SettingsException;
import wellhead.schema.DocumentType;
import wellhead.schema.Documents;
import wellhead.schema.RecordField;
import wellhead.story.Story;

/** Runs with a {@code wellhead.toml} beside the captures. */
class SettingsRunTest {
  private static final String STAMP = "_20260703T060000Z.txt";

  @TempDir Path folder;
  private Path captures;

  @BeforeEach
  void captures() throws IOException {
    captures = Files.createDirectory(folder.resolve("captures"));
    page(
        "wind.example",
        "yesterday Turbines Stand Still Off Norway\n2 hours Cables Reach The Coast\n");
    page(
        "m.wind.example",
        "yesterday Turbines Stand Still Off Norway\n3 hours Blades Cross The Sea\n");
    page("coal.example", "1 day Mines Close In The Valley\n4 hours Trains Wait At The Port\n");
  }

  @Test
  void hostsOfOneSourceShareTheirStories() throws Exception {
    run();
    assertThat(sources("Turbines Stand Still Off Norway")).isEqualTo("m.wind.example wind.example");
    settings("[\"wind.example\"]\nname = \"Wind\"\naliases = [\"m.wind.example\"]\n");
    run();
    assertThat(sources("Turbines Stand Still Off Norway")).isEqualTo("Wind");
    assertThat(sources("Blades Cross The Sea")).isEqualTo("Wind");
    assertThat(sources("Trains Wait At The Port")).isEqualTo("coal.example");
  }

  @Test
  void capturesReadByOtherSettingsGiveWay() throws Exception {
    run();
    settings("[\"wind.example\"]\nzone = \"Asia/Tokyo\"\n");
    Report report = run();
    assertThat(report.superseded()).isEqualTo(1);
    assertThat(stories().get("wind.example Turbines Stand Still Off Norway"))
        .isEqualTo("2026-07-01T15:00:00Z 2026-07-02T15:00:00Z");
    assertThat(run().committed()).isFalse();
    assertThat(IndexCheck.of(folder.resolve("index")).problems()).isEmpty();
  }

  @Test
  void theSameStoriesAsIfTheSettingsHadBeenThereFromTheBeginning() throws Exception {
    run();
    settings("[\"coal.example\"]\nrounding = \"floor\"\n[\"wind.example\"]\nzone = \"UTC\"\n");
    run();
    var changed = stories();
    try (var files = Files.list(folder.resolve("index"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    run();
    assertThat(changed).isEqualTo(stories());
  }

  @Test
  void wrongSettingsEndTheRunBeforeAnythingIsRead() throws Exception {
    settings("[\"wind.example\"]\ntimezone = \"UTC\"\n");
    assertThatThrownBy(this::run)
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("wellhead.toml:2: unknown key \"timezone\"");
    assertThat(folder.resolve("index")).doesNotExist();
  }

  private void page(String source, String text) throws IOException {
    Files.writeString(captures.resolve(source + STAMP), text);
  }

  private void settings(String toml) throws IOException {
    Files.writeString(captures.resolve("wellhead.toml"), toml);
  }

  private Report run() throws Exception {
    var clock = InstantSource.fixed(Instant.parse("2026-07-08T12:00:00Z"));
    var in = InputStream.nullInputStream();
    return new IndexRun(folder.resolve("index"), false, CaptureOptions.NONE, in, clock)
        .run(List.of(captures.toString()));
  }

  /** Source and title, and between which instants it was published. */
  private Map<String, String> stories() throws IOException {
    var stories = new TreeMap<String, String>();
    try (var reader = DirectoryReader.open(FSDirectory.open(folder.resolve("index")))) {
      var hits = new IndexSearcher(reader).search(DocumentType.STORY.query(), 100);
      for (var hit : hits.scoreDocs) {
        Story story = RecordField.read(new Documents(reader), hit.doc);
        var published = story.published();
        stories.put(
            story.source() + " " + story.title(),
            published == null
                ? "undated"
                : published.interval().earliest() + " " + published.interval().latest());
      }
    }
    return stories;
  }

  private String sources(String title) throws IOException {
    return String.join(
        " ",
        stories().keySet().stream()
            .filter(key -> key.endsWith(" " + title))
            .map(key -> key.substring(0, key.length() - title.length() - 1))
            .toList());
  }
}
