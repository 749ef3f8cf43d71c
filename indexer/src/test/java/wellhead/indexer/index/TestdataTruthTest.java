package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.schema.DocumentType;
import wellhead.schema.Documents;
import wellhead.schema.RecordField;
import wellhead.story.Story;

/** The captures of testdata, read as a user would, against the truth beside them. */
class TestdataTruthTest {
  private static final Path TESTDATA =
      Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")), "testdata");

  @TempDir static Path index;
  private static final List<Story> STORIES = new ArrayList<>();
  private static final List<Truth> TRUTHS = new ArrayList<>();

  /** A row of {@code truth/stories.tsv}. */
  private record Truth(String source, Instant published, String title, String article) {}

  @BeforeAll
  static void readEverything() throws Exception {
    var run =
        new IndexRun(
            index,
            false,
            CaptureOptions.NONE,
            InputStream.nullInputStream(),
            InstantSource.fixed(Instant.parse("2026-07-09T00:00:00Z")));
    assertThat(run.run(List.of(TESTDATA.resolve("captures").toString())).rejections()).isEmpty();
    try (var reader = DirectoryReader.open(FSDirectory.open(index))) {
      var hits = new IndexSearcher(reader).search(DocumentType.STORY.query(), 10_000);
      for (var hit : hits.scoreDocs) {
        STORIES.add(RecordField.read(new Documents(reader), hit.doc));
      }
    }
    TRUTHS.addAll(truths());
  }

  private static List<Truth> truths() throws IOException {
    var truths = new ArrayList<Truth>();
    for (String line : Files.readAllLines(TESTDATA.resolve("truth/stories.tsv"))) {
      String[] columns = line.split("\t", -1);
      if (!line.startsWith("#") && !columns[1].equals("published")) {
        truths.add(new Truth(columns[0], Instant.parse(columns[1]), columns[2], columns[3]));
      }
    }
    return truths;
  }

  @Test
  void holdsTheTrueTimeOfEveryStory() {
    assertThat(TRUTHS).hasSizeGreaterThan(300);
    for (Truth truth : TRUTHS) {
      assertThat(told(truth)).as(truth.toString()).anyMatch(story -> holds(story, truth.published));
    }
  }

  @Test
  void inventsNoHeadline() {
    for (Story story : STORIES) {
      assertThat(TRUTHS)
          .as(story.title())
          .anyMatch(t -> t.source.equals(story.source()) && t.title.equals(story.title()));
    }
  }

  @Test
  void lendsEveryArticleToItsOwnStoryAndToNoOther() {
    for (Truth truth : TRUTHS) {
      boolean hasArticle =
          told(truth).stream().anyMatch(story -> story.kind() == Story.Kind.ARTICLE);
      assertThat(hasArticle).as(truth.toString()).isEqualTo(!truth.article.isEmpty());
    }
  }

  private static List<Story> told(Truth truth) {
    return STORIES.stream()
        .filter(s -> truth.source.equals(s.source()) && truth.title.equals(s.title()))
        .toList();
  }

  private static boolean holds(Story story, Instant published) {
    return story.published() != null
        && (story.published().interval().contains(published)
            || story.published().updated().stream().anyMatch(i -> i.contains(published)));
  }
}
