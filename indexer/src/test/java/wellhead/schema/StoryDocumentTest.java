package wellhead.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wellhead.story.ArticleText;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Comment;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.Sighting;
import wellhead.story.Story;

class StoryDocumentTest {
  private static final Instant NOON = Instant.parse("2025-07-08T12:00:00Z");

  @Test
  void readsASummaryAndAStoryBack() throws IOException {
    Story article =
        story(
            "a",
            new Published(
                Interval.until(NOON),
                null,
                Evidence.COMMENT_DATE,
                true,
                List.of(Interval.at(NOON)),
                NOON.minusSeconds(7)),
            new ArticleText(
                "Jo Writer",
                List.of("A point."),
                "A body.",
                List.of(new Comment(null, null, null, "A comment."))));
    try (Directory directory = indexOf(article);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(SummaryField.read(reader.leaves().getFirst().reader(), 0))
          .isEqualTo(Summary.of(article));
      assertThat(RecordField.read(new Documents(reader), 0)).isEqualTo(article);
    }
  }

  @Test
  void storiesAreReadBackInAnyOrderWithTheirOwnTexts() throws IOException {
    List<Story> stories =
        Stream.of("One body.", "", "Another body.", "One body.")
            .map(body -> new ArticleText(null, List.of(body + " In short."), body, List.of()))
            .map(text -> story("s" + text.body().length(), null, text))
            .toList();
    try (Directory directory = indexOf(stories.toArray(Story[]::new));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      var documents = new Documents(reader);
      var read = new ArrayList<Story>();
      for (int document : new int[] {3, 1, 0, 2, 0}) {
        read.add(RecordField.read(documents, document));
      }
      assertThat(stories).containsAll(read);
      assertThat(read.get(2)).isEqualTo(read.get(4));
      assertThat(read.stream().distinct()).hasSize(3);
    }
  }

  @Test
  void anArticleIsInTheIndexOnce() throws IOException {
    String body = "A word and another. ".repeat(1_000);
    var article = new ArticleText(null, List.of(), body, List.of());
    Document document = StoryDocument.toDocument(story("a", null, article));
    long stored =
        document.getFields().stream()
            .filter(field -> field.fieldType().stored() && field.binaryValue() != null)
            .mapToLong(field -> field.binaryValue().length)
            .sum();
    assertThat(stored).isLessThan(body.length() / 10);
  }

  @Test
  void sortsUndatedLastBothWays() throws IOException {
    try (Directory directory =
        indexOf(
            story("old", at(NOON.minusSeconds(60)), null),
            story("undated", null, null),
            story("open", published(Interval.until(NOON.minusSeconds(30))), null),
            story("new", at(NOON), null),
            story("twin", at(NOON), null))) {
      assertThat(ids(directory, Schema.order()))
          .containsExactly("new", "twin", "open", "old", "undated");
      assertThat(ids(directory, new Sort(PublishedField.oldestFirst(), Keyword.ID.ascending())))
          .containsExactly("old", "open", "new", "twin", "undated");
    }
  }

  @Test
  void meetsWindowsAsIntervalsDo() throws IOException {
    try (Directory directory =
        indexOf(
            story("span", published(Interval.between(NOON, NOON.plusSeconds(10))), null),
            story("until", published(Interval.until(NOON)), null),
            story("from", published(new Interval(NOON, null)), null),
            story("undated", null, null))) {
      Instant later = NOON.plusSeconds(10);
      assertThat(ids(directory, PublishedField.possiblyIn(NOON, NOON.plusSeconds(1))))
          .containsExactlyInAnyOrder("span", "until", "from");
      assertThat(ids(directory, PublishedField.possiblyIn(NOON.plusMillis(1), null)))
          .containsExactlyInAnyOrder("span", "from");
      assertThat(ids(directory, PublishedField.possiblyIn(null, NOON))).containsExactly("until");
      assertThat(ids(directory, PublishedField.certainlyIn(NOON, later))).isEmpty();
      assertThat(ids(directory, PublishedField.certainlyIn(NOON, later.plusMillis(1))))
          .containsExactly("span");
      assertThat(ids(directory, PublishedField.certainlyIn(NOON, null)))
          .containsExactlyInAnyOrder("span", "from");
      assertThat(ids(directory, PublishedField.certainlyIn(null, later))).containsExactly("until");
      assertThat(ids(directory, PublishedField.possiblyIn(NOON, NOON))).isEmpty();
      assertThat(ids(directory, PublishedField.isUndated())).containsExactly("undated");
    }
  }

  @Test
  void refusesASpellingThatTwoLinesHave() {
    assertThatThrownBy(
            () -> Vocabulary.parse(List.of("a = x y", "b = z | x y"), s -> List.of(s.split(" "))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b = z | x y");
  }

  private static Directory indexOf(Story... stories) throws IOException {
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, Schema.writerConfig())) {
      for (Story story : stories) {
        writer.addDocument(StoryDocument.toDocument(story));
      }
      var other = new Document();
      other.add(DocumentType.CAPTURE.field());
      writer.addDocument(other);
      writer.forceMerge(1);
    }
    return directory;
  }

  private static List<String> ids(Directory directory, Query query) throws IOException {
    return ids(directory, query, Schema.order());
  }

  private static List<String> ids(Directory directory, Sort sort) throws IOException {
    return ids(directory, DocumentType.STORY.query(), sort);
  }

  private static List<String> ids(Directory directory, Query query, Sort sort) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      var ids = new ArrayList<String>();
      ScoreDoc[] hits = new IndexSearcher(reader).search(query, 100, sort).scoreDocs;
      for (ScoreDoc hit : hits) {
        ids.add(SummaryField.read(reader.leaves().getFirst().reader(), hit.doc).id());
      }
      return ids;
    }
  }

  private static Published at(Instant instant) {
    return published(Interval.at(instant));
  }

  private static Published published(Interval interval) {
    return new Published(interval, Rule.ROUND, Evidence.RELATIVE_AGE, false, List.of());
  }

  private static Story story(
      String id, @Nullable Published published, @Nullable ArticleText article) {
    var capture =
        new CaptureRef(
            "c", "a.example", new CapturedAt(NOON, CapturedAt.From.OPTION), null, "f", null);
    String title = "Title of " + id;
    var sighting = new Sighting(capture, 3, title, null, null, null, null, Evidence.NONE, article);
    return new Story(
        id, title, List.of(), null, "a.example", published, List.of(sighting), article);
  }
}
