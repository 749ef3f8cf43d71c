package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import wellhead.story.Story;

/** A site's own paragraphs, told from an article's by the articles that they stand in. */
class RepetitionTest {

  private static final String CALL =
      "Readers of the Morning Barrel know it first: a letter on every working day, written by people"
          + " who have stood on a rig in January.";

  private static final List<String> TITLES =
      List.of(
          "Kestrel Field Shuts a Third of Its Wells",
          "Dry Spring Leaves Dams Half Empty",
          "Port Strike Holds Eleven Tankers Outside",
          "New Cable Joins Two Grids Under the Sound");

  @TempDir Path temporary;
  private Path captures;
  private Path index;

  @BeforeEach
  void folders() throws IOException {
    captures = Files.createDirectory(temporary.resolve("captures"));
    index = temporary.resolve("index");
  }

  @Test
  void takesOutWhatStandsInThreeArticlesOfASource() throws Exception {
    for (int i = 0; i < 3; i++) {
      article("barrel.example", i, 1);
    }
    run(captures);
    assertThat(bodies().values()).hasSize(3).noneMatch(body -> body.contains("Morning Barrel"));
    assertThat(bodies().get(TITLES.getFirst())).contains("engineers number 0");
  }

  @Test
  void leavesInWhatOneArticleShowsOnManyDays() throws Exception {
    for (int day = 1; day <= 5; day++) {
      article("barrel.example", 0, day);
    }
    article("barrel.example", 1, 6);
    run(captures);
    assertThat(bodies().values()).hasSize(2).allMatch(body -> body.contains("Morning Barrel"));
  }

  @Test
  void countsEachSourceForItself() throws Exception {
    article("one.example", 0, 1);
    article("two.example", 1, 1);
    article("three.example", 2, 1);
    run(captures);
    assertThat(bodies().values()).hasSize(3).allMatch(body -> body.contains("Morning Barrel"));
  }

  @Test
  void leavesCopiesOfOneTextWhole() throws Exception {
    for (int i = 0; i < 3; i++) {
      write("barrel.example", i, 1, text(TITLES.get(i), 7));
    }
    run(captures);
    assertThat(bodies().values()).hasSize(3).allMatch(body -> body.contains("engineers number 7"));
  }

  @Test
  void isTheSameInWhateverOrderTheCapturesCome() throws Exception {
    var files = new ArrayList<Path>();
    for (int i = 0; i < TITLES.size(); i++) {
      files.add(article("barrel.example", i, 1 + i));
    }
    run(captures);
    Map<String, Story> whole = stories();
    long seed = Long.getLong("seed", 20_260_708L);
    var random = new Random(seed);
    for (int round = 0; round < 3; round++) {
      Collections.shuffle(files, random);
      index = temporary.resolve("index-" + round);
      for (Path file : files) {
        run(file);
      }
      assertThat(stories()).as("seed %d, %s", seed, files).isEqualTo(whole);
    }
  }

  @Test
  void bringsBackWhatNoLongerRecurs() throws Exception {
    for (int i = 0; i < 3; i++) {
      article("barrel.example", i, 1);
    }
    run(captures);
    Path other = captures.resolve("barrel.example_20260701T020000Z.txt");
    run(
        other,
        new CaptureOptions(
            new CaptureTime.Unsaid(), "else.example", null, null, null, Format.AUTO));
    assertThat(bodies().values()).hasSize(3).allMatch(body -> body.contains("Morning Barrel"));
  }

  private Path article(String source, int number, int day) throws IOException {
    return write(source, number, day, text(TITLES.get(number), number));
  }

  private Path write(String source, int number, int day, String text) throws IOException {
    Path file = captures.resolve("%s_2026070%dT0%d0000Z.txt".formatted(source, day, number));
    return Files.writeString(file, text);
  }

  private static String text(String title, int number) {
    return """
    %1$s

    By Ingrid Solheim

    The operator said on Monday that its engineers number %2$d would need until the end of the week to learn what had happened.

    %3$s

    Two people who know the place put the loss at %2$d0,000 barrels a day, which is what a tanker carries in a week or so.

    Nobody was hurt, and the harbour office let the last of the number %2$d boats leave before the weather turned in the night.
    """
        .formatted(title, number + 1 - 1, CALL);
  }

  private static InstantSource clock() {
    return InstantSource.fixed(Instant.parse("2026-07-08T12:00:00Z"));
  }

  private void run(Path path) throws Exception {
    run(path, CaptureOptions.NONE);
  }

  private void run(Path path, CaptureOptions options) throws Exception {
    new IndexRun(index, false, options, InputStream.nullInputStream(), clock())
        .run(List.of(path.toString()));
  }

  private Map<String, Story> stories() throws IOException {
    try (var directory = FSDirectory.open(index);
        var reader = DirectoryReader.open(directory)) {
      var searcher = new IndexSearcher(reader);
      var stories = new TreeMap<String, Story>();
      var hits = searcher.search(DocumentType.STORY.query(), 100);
      for (var hit : hits.scoreDocs) {
        Story story = RecordField.read(new Documents(searcher.getIndexReader()), hit.doc);
        stories.put(story.id(), story);
      }
      return stories;
    }
  }

  private Map<String, String> bodies() throws IOException {
    var bodies = new TreeMap<String, String>();
    for (Story story : stories().values()) {
      if (story.article() != null) {
        bodies.put(
            story.title() + (bodies.containsKey(story.title()) ? "'" : ""), story.article().body());
      }
    }
    return bodies;
  }
}
