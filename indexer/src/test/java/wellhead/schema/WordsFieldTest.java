package wellhead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import wellhead.story.ArticleText;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Comment;
import wellhead.story.Evidence;
import wellhead.story.Sighting;
import wellhead.story.Story;

class WordsFieldTest {

  @Test
  void countsAWordByTheWeightsOfWhereItStands() throws IOException {
    assertThat(frequencies(story("Gas", "gas, gas and oil", "oil")))
        .containsEntry("gas", 9 + 3 + 3)
        .containsEntry("oil", 3 + 1)
        .containsEntry("and", 3);
  }

  @Test
  void countsWordAndStemEachAndTheirLengthOnce() throws IOException {
    Story story = story("Refineries", "prices", null);
    assertThat(frequencies(story))
        .containsEntry("refineries", 9)
        .containsEntry("prices", 3)
        .containsEntry("price", 3);
    assertThat(length(story)).isEqualTo(9 + 3);
  }

  @Test
  void knowsAConceptBesideItsWords() throws IOException {
    Story story = story("Liquefied natural gas", null, null);
    assertThat(frequencies(story)).containsEntry("lng", 9).containsEntry("gas", 9);
    assertThat(length(story)).isEqualTo(3 * 9);
  }

  @Test
  void hasNoStoryWithoutAWord() throws IOException {
    assertThat(frequencies(story("…", null, null))).isEmpty();
  }

  private static Map<String, Integer> frequencies(Story story) throws IOException {
    var frequencies = new TreeMap<String, Integer>();
    reading(
        story,
        segment -> {
          TermsEnum each = WordsField.all(segment);
          for (BytesRef term = each.next(); term != null; term = each.next()) {
            PostingsEnum postings = each.postings(null, PostingsEnum.FREQS);
            postings.nextDoc();
            frequencies.put(term.utf8ToString(), postings.freq());
          }
        });
    return frequencies;
  }

  private static int length(Story story) throws IOException {
    var length = new int[1];
    reading(
        story,
        segment -> {
          var norms = segment.getNormValues("words");
          norms.nextDoc();
          length[0] = SmallFloat.byte4ToInt((byte) norms.longValue());
        });
    return length[0];
  }

  private interface Reading {
    void of(LeafReader segment) throws IOException;
  }

  private static void reading(Story story, Reading reading) throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, Schema.writerConfig())) {
        Document document = StoryDocument.toDocument(story);
        writer.addDocument(document);
      }
      try (var reader = DirectoryReader.open(directory)) {
        reading.of(reader.leaves().getFirst().reader());
      }
    }
  }

  private static Story story(String title, @Nullable String body, @Nullable String comment) {
    var article =
        body == null
            ? null
            : new ArticleText(
                null,
                List.of(),
                body,
                comment == null ? List.of() : List.of(new Comment(null, null, null, comment)));
    var capture =
        new CaptureRef(
            "c",
            null,
            new CapturedAt(Instant.EPOCH, CapturedAt.From.OPTION),
            null,
            "page.txt",
            null);
    var sighting = new Sighting(capture, 1, title, null, null, null, null, Evidence.NONE, article);
    return new Story("s", title, List.of(), null, null, null, List.of(sighting), article);
  }
}
