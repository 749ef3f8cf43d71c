package wellhead.evaluation;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import wellhead.schema.Schema;
import wellhead.schema.SchemaVersion;
import wellhead.schema.StoryDocument;
import wellhead.story.ArticleText;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Evidence;
import wellhead.story.Sighting;
import wellhead.story.Story;

/** Judged texts as stories: undated articles, whose link carries the text's id. */
final class JudgedStories {
  private static final String LINK = "https://judged.example/";
  private static final Instant CAPTURED = Instant.parse("2026-01-01T00:00:00Z");

  private JudgedStories() {}

  static void index(List<JudgedText> texts, Path index) throws IOException {
    try (var directory = FSDirectory.open(index);
        var writer = new IndexWriter(directory, Schema.writerConfig())) {
      for (JudgedText text : texts) {
        writer.addDocument(StoryDocument.toDocument(story(text)));
      }
      writer.setLiveCommitData(
          Map.of(
                  Schema.VERSION_KEY, String.valueOf(SchemaVersion.CURRENT),
                  Schema.GENERATION_KEY, "1",
                  Schema.BUILT_AT_KEY, CAPTURED.toString(),
                  Schema.STORIES_KEY, String.valueOf(texts.size()))
              .entrySet());
      writer.commit();
    }
  }

  private static Story story(JudgedText text) {
    String title = text.title().isBlank() ? "-" : text.title();
    String link = LINK + URLEncoder.encode(text.id(), StandardCharsets.UTF_8);
    var article =
        text.body().isBlank() ? null : new ArticleText(null, List.of(), text.body(), List.of());
    var capture =
        new CaptureRef(
            "judged",
            null,
            new CapturedAt(CAPTURED, CapturedAt.From.OPTION),
            null,
            "corpus.jsonl",
            null);
    var sighting = new Sighting(capture, 1, title, null, link, null, null, Evidence.NONE, article);
    return new Story(
        "text-" + text.id(), title, List.of(), link, null, null, List.of(sighting), article);
  }

  /** The text whose story has this link. */
  static String textOf(String link) {
    return URLDecoder.decode(link.substring(LINK.length()), StandardCharsets.UTF_8);
  }
}
