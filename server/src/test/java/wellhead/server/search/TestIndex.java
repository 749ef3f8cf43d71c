package wellhead.server.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import wellhead.schema.CaptureDocument;
import wellhead.schema.Schema;
import wellhead.schema.SchemaVersion;
import wellhead.schema.StoryDocument;
import wellhead.story.ArticleText;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.Sighting;
import wellhead.story.Story;

/** Writes small indexes as the program does. */
public final class TestIndex {
  static final Instant NOW = Instant.parse("2025-07-08T12:00:00Z");

  private TestIndex() {}

  /** Makes an index of these stories, whatever was there; two segments if there are two stories. */
  public static void write(Path path, long generation, List<Story> stories) throws IOException {
    write(path, SchemaVersion.CURRENT, generation, stories);
  }

  /** With the records of captures of a.example that were taken then. */
  static void write(Path path, long generation, List<Story> stories, List<Instant> captures)
      throws IOException {
    write(path, SchemaVersion.CURRENT, generation, stories, captures);
  }

  static void write(Path path, int schema, long generation, List<Story> stories)
      throws IOException {
    write(path, schema, generation, stories, List.of());
  }

  private static void write(
      Path path, int schema, long generation, List<Story> stories, List<Instant> captures)
      throws IOException {
    try (var directory = FSDirectory.open(path);
        var writer =
            new IndexWriter(directory, Schema.writerConfig().setOpenMode(OpenMode.CREATE))) {
      for (int i = 0; i < stories.size(); i++) {
        Story story = stories.get(i);
        writer.addDocument(
            StoryDocument.toDocument(story, List.of("was-" + story.id()), List.of(), List.of()));
        if (i == stories.size() / 2) {
          writer.flush();
        }
      }
      for (Instant captured : captures) {
        writer.addDocument(capture(captured).toDocument());
      }
      writer.setLiveCommitData(
          Map.of(
                  Schema.VERSION_KEY, String.valueOf(schema),
                  Schema.GENERATION_KEY, String.valueOf(generation),
                  Schema.BUILT_AT_KEY, NOW.toString(),
                  Schema.STORIES_KEY, String.valueOf(stories.size()))
              .entrySet());
      writer.commit();
    }
  }

  private static CaptureDocument capture(Instant captured) {
    var ref =
        new CaptureRef(
            "c" + captured,
            "a.example",
            new CapturedAt(captured, CapturedAt.From.OPTION),
            null,
            captured + ".txt",
            null);
    return new CaptureDocument(
        ref, null, "/" + ref.file(), "", "hash of " + captured, "list", true, 20, 0, List.of());
  }

  /** A headline, published some time before NOW to the second. */
  public static Story headline(String id, String title, long hoursAgo) {
    return story(id, title, Interval.at(NOW.minusSeconds(hoursAgo * 3600)), null);
  }

  static Story undated(String id, String title) {
    return story(id, title, null, null);
  }

  public static Story article(String id, String title, long hoursAgo, String body) {
    return story(
        id,
        title,
        Interval.at(NOW.minusSeconds(hoursAgo * 3600)),
        new ArticleText("Jo Writer", List.of(), body, List.of()));
  }

  static Story story(
      String id, String title, @Nullable Interval interval, @Nullable ArticleText article) {
    return story(id, title, interval, article, "a.example");
  }

  static Story story(
      String id,
      String title,
      @Nullable Interval interval,
      @Nullable ArticleText article,
      String source) {
    var capture =
        new CaptureRef(
            "c", source, new CapturedAt(NOW, CapturedAt.From.OPTION), null, "page.txt", null);
    Published published =
        interval == null
            ? null
            : new Published(interval, Rule.ROUND, Evidence.RELATIVE_AGE, false, List.of());
    var sighting = new Sighting(capture, 1, title, null, null, null, null, Evidence.NONE, article);
    return new Story(id, title, List.of(), null, source, published, List.of(sighting), article);
  }
}
