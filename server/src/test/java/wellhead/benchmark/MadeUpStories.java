package wellhead.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.store.FSDirectory;
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

/**
 * As many stories as wanted, the same ones for the same seed: headlines of five to thirteen words
 * over ten years, each with an article of 100 to 500. Words are as frequent as in news: a few dozen
 * of the trade in every other headline, and a long tail after Zipf's law.
 */
final class MadeUpStories {
  /** When the newest was published. */
  static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

  private static final long SPAN_SECONDS = 10L * 365 * 86_400;
  private static final int TAIL = 20_000;

  private static final String[] TRADE =
      """
      oil gas prices OPEC crude U.S. energy output natural exports demand LNG Russia China Iran Saudi
      supply market power deal production cuts pipeline shale Europe imports refinery barrels rises
      falls solar wind nuclear coal India tankers sanctions storage Brent OPEC+ Exxon Shell record
      """
          .strip()
          .split("\\s+");

  private final Random random;
  private int made;

  MadeUpStories(long seed) {
    random = new Random(seed);
  }

  /** Writes an index of so many, as the indexer does, in segments as they come. */
  static void write(Path path, int count, long seed) throws IOException {
    var stories = new MadeUpStories(seed);
    try (var directory = FSDirectory.open(path);
        var writer =
            new IndexWriter(directory, Schema.writerConfig().setOpenMode(OpenMode.CREATE))) {
      for (int i = 0; i < count; i++) {
        writer.addDocument(StoryDocument.toDocument(stories.next()));
      }
      writer.setLiveCommitData(
          Map.of(
                  Schema.VERSION_KEY, String.valueOf(SchemaVersion.CURRENT),
                  Schema.GENERATION_KEY, "1",
                  Schema.BUILT_AT_KEY, NOW.toString(),
                  Schema.STORIES_KEY, String.valueOf(count))
              .entrySet());
      writer.commit();
    }
  }

  Story next() {
    String id = "m" + made++;
    String title = words(5 + random.nextInt(9));
    Instant published = NOW.minusSeconds((long) (random.nextDouble() * SPAN_SECONDS));
    var article =
        new ArticleText("Jo Writer", List.of(), words(100 + random.nextInt(401)), List.of());
    String source = "site" + random.nextInt(40) + ".example";
    var capture =
        new CaptureRef(
            "c" + made / 40,
            source,
            new CapturedAt(published.plusSeconds(3600), CapturedAt.From.FILE_NAME),
            null,
            source + ".txt",
            null);
    var sighting = new Sighting(capture, 1, title, null, null, null, null, Evidence.NONE, article);
    var when =
        new Published(
            Interval.between(published.minusSeconds(1800), published),
            Rule.ROUND,
            Evidence.RELATIVE_AGE,
            false,
            List.of());
    return new Story(id, title, List.of(), null, source, when, List.of(sighting), article);
  }

  private String words(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : i % 15 == 0 ? ". " : " ").append(word());
    }
    return text.toString();
  }

  private String word() {
    return random.nextBoolean() ? TRADE[zipf(TRADE.length)] : "w" + zipf(TAIL);
  }

  /** The rank of a word, by the inverse of a continuous 1/x. */
  private int zipf(int ranks) {
    return Math.min(ranks - 1, (int) Math.exp(random.nextDouble() * Math.log(ranks + 1.0)) - 1);
  }
}
