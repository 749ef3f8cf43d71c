package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
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
import wellhead.indexer.capture.CaptureTime;
import wellhead.indexer.capture.Format;
import wellhead.schema.DocumentType;
import wellhead.schema.Documents;
import wellhead.schema.RecordField;
import wellhead.schema.Summary;
import wellhead.story.ArticleText;
import wellhead.story.Story;

/** Runs over files with many records. */
class RecordsRunTest {
  private static final Instant NOW = Instant.parse("2026-07-08T12:00:00Z");

  @TempDir Path temporary;
  private Path index;
  private Path stories;

  @BeforeEach
  void paths() {
    index = temporary.resolve("index");
    stories = temporary.resolve("stories.jsonl");
  }

  @Test
  void makesAnArticleOfALineWithABodyAndAHeadlineOfOneWithout() throws Exception {
    Files.writeString(stories, line("A", 1).replace("}", ",\"body\":\"Text.\"}") + line("B", 2));
    Report report = run();
    assertThat(report.articles()).isEqualTo(1);
    assertThat(report.headlines()).isEqualTo(1);
    assertThat(stories().values())
        .extracting(story -> story.kind().wireName())
        .containsExactlyInAnyOrder("article", "headline");
    assertSound();
  }

  @Test
  void keepsTheAuthorAndTheKeyPointsOfAHeadlineUntilItsArticleComes() throws Exception {
    String told = ",\"author\":\"Jane Doe\",\"takeaways\":[\"One.\"]}";
    Files.writeString(stories, line("A", 1).replace("}", told));
    run();
    Story story = stories().values().iterator().next();
    assertThat(story.kind()).isEqualTo(Story.Kind.HEADLINE);
    assertThat(Summary.of(story).author()).isEqualTo("Jane Doe");
    assertThat(story.article())
        .isEqualTo(new ArticleText("Jane Doe", List.of("One."), "", List.of()));
    assertSound();

    Files.writeString(stories, line("A", 1).replace("}", ",\"body\":\"Text.\"}"));
    run();
    Files.writeString(stories, line("A", 1).replace("}", told));
    run();
    assertThat(stories().values())
        .singleElement()
        .satisfies(whole -> assertThat(whole.kind()).isEqualTo(Story.Kind.ARTICLE));
    assertSound();
  }

  @Test
  void doesNotReadAnUnchangedFileAgain() throws Exception {
    Files.writeString(stories, line("A", 1) + line("B", 2));
    run();
    Report again = run();
    assertThat(again.known()).isEqualTo(1);
    assertThat(again.committed()).isFalse();
  }

  @Test
  void takesOnlyWhatIsNewFromAFileThatGrew() throws Exception {
    Files.writeString(stories, line("A", 1) + line("B", 2));
    run();
    Map<String, Story> before = stories();
    Files.writeString(stories, line("C", 3), StandardOpenOption.APPEND);
    Report grown = run();
    assertThat(grown.captures()).isEqualTo(1);
    assertThat(grown.knownCaptures()).isEqualTo(2);
    assertThat(stories()).containsAllEntriesOf(before).hasSize(3);
    assertSound();
  }

  @Test
  void givesTheSameStoriesGrownAsRebuilt() throws Exception {
    var all = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      all.append(line("Story " + i % 40, i % 7));
      if (i % 20 == 19) {
        Files.writeString(stories, all.toString());
        run();
      }
    }
    Map<String, Story> grown = stories();
    run(true, CaptureOptions.NONE);
    assertThat(stories()).isEqualTo(grown);
    assertSound();
  }

  @Test
  void readsTheSameLinesAnewWithOtherOptions() throws Exception {
    Files.writeString(stories, "{\"title\":\"A\",\"published\":\"2026-07-01\"}\n" + line("B", 2));
    run();
    Report again = run(false, zone());
    assertThat(again.superseded()).isEqualTo(2);
    assertThat(stories()).hasSize(2);
    Map<String, Story> superseded = stories();
    index = temporary.resolve("index2");
    run(false, zone());
    assertThat(superseded).isEqualTo(stories());
    assertSound();
  }

  @Test
  void keepsACaptureThatAnotherFileStillHoldsWhenOneIsReadAnew() throws Exception {
    Files.writeString(stories, line("A", 1));
    Path copy = Files.copy(stories, temporary.resolve("copy.jsonl"));
    run();
    run(copy, CaptureOptions.NONE);
    assertThat(run(copy, zone()).superseded()).isZero();
    assertThat(run(stories, zone()).superseded()).isEqualTo(1);
    assertThat(stories().values()).allMatch(story -> story.sightings().size() == 1);
    assertSound();
  }

  @Test
  void keepsBothCapturesOfAPageThatHadNotChanged() throws Exception {
    String same = "{\"title\":\"A\",\"source\":\"a.example\"}";
    Files.writeString(stories, same + "\n");
    run();
    Files.writeString(stories, same + " \n", StandardOpenOption.APPEND);
    run();
    assertThat(stories().values().iterator().next().sightings()).hasSize(2);
  }

  @Test
  void countsRejectedLinesByCauseAndReadsTheirNeighbours() throws Exception {
    Files.writeString(stories, line("A", 1) + "{\"title\":\n{}\n" + line("B", 2));
    Report report = run();
    assertThat(report.rejected()).isEqualTo(Map.of("bad_json", 1, "bad_field", 1));
    assertThat(report.byFile().getFirst().rejected()).isEqualTo(report.rejected());
    assertThat(stories()).hasSize(2);
  }

  @Test
  void saysOfAnUnchangedFileThatLinesOfItWereRejected() throws Exception {
    Files.writeString(stories, line("A", 1) + "{}\n");
    run();
    Report again = run();
    assertThat(again.rejectedInputs()).isZero();
    assertThat(again.warnings()).singleElement().asString().contains("1 of its records or lines");
  }

  @Test
  void tellsStoriesOfTheSameTitleApartByTheirLinks() throws Exception {
    Files.writeString(
        stories,
        line("A", 1).replace("}", ",\"url\":\"https://a.example/1\"}")
            + line("A", 1).replace("}", ",\"url\":\"https://a.example/2\"}"));
    run();
    assertThat(stories()).hasSize(2);
  }

  @Test
  void mergesNothingThatHasNoSource() throws Exception {
    Files.writeString(
        stories, "{\"title\":\"A\",\"author\":\"x\"}\n{\"title\":\"A\",\"author\":\"y\"}\n");
    run();
    assertThat(stories()).hasSize(2);
  }

  private static String line(String title, int day) {
    return "{\"title\":\"%s\",\"source\":\"a.example\",\"published\":\"2026-07-%02dT10:00:00Z\"}\n"
        .formatted(title, day + 1);
  }

  private static CaptureOptions zone() {
    return new CaptureOptions(
        new CaptureTime.Unsaid(), null, null, ZoneOffset.UTC, null, Format.AUTO);
  }

  private Report run() throws Exception {
    return run(false, CaptureOptions.NONE);
  }

  private Report run(boolean rebuild, CaptureOptions options) throws Exception {
    return new IndexRun(
            index, rebuild, options, InputStream.nullInputStream(), InstantSource.fixed(NOW))
        .run(List.of(stories.toString()));
  }

  private Report run(Path file, CaptureOptions options) throws Exception {
    return new IndexRun(
            index, false, options, InputStream.nullInputStream(), InstantSource.fixed(NOW))
        .run(List.of(file.toString()));
  }

  private Map<String, Story> stories() throws IOException {
    var stories = new TreeMap<String, Story>();
    try (var reader = DirectoryReader.open(FSDirectory.open(index))) {
      var hits = new IndexSearcher(reader).search(DocumentType.STORY.query(), 1000);
      for (var hit : hits.scoreDocs) {
        Story story = RecordField.read(new Documents(reader), hit.doc);
        stories.put(story.id(), story);
      }
    }
    return stories;
  }

  private void assertSound() throws Exception {
    assertThat(IndexCheck.of(index).problems()).isEmpty();
  }
}
