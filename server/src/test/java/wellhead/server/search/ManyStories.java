package wellhead.server.search;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import wellhead.schema.Schema;
import wellhead.schema.SchemaVersion;
import wellhead.schema.StoryDocument;
import wellhead.story.ArticleText;
import wellhead.story.Interval;
import wellhead.story.Story;

/**
 * Writes an index of many made-up stories, to measure on: one in five with an article of about 250
 * words, spread over five years and eight sources, the same for the same seed.
 */
final class ManyStories {
  private static final String[] WORDS =
      ("oil gas crude price barrel OPEC output cut LNG tanker refinery pipeline grid solar wind"
              + " nuclear coal demand supply export import storage rig shale offshore carbon hydrogen"
              + " battery power plant market trader record quarter profit deal auction bid sanctions"
              + " port strike outage winter summer forecast rises falls slips jumps steady weak strong"
              + " Norway Texas Qatar Brazil India China Japan Germany Alberta Nigeria")
          .split(" ");

  private ManyStories() {}

  /**
   * Writes one.
   *
   * @param arguments the index directory, the number of stories, the seed
   */
  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[1]);
    var random = new Random(Long.parseLong(arguments[2]));
    try (var directory = FSDirectory.open(Path.of(arguments[0]));
        var writer = new IndexWriter(directory, Schema.writerConfig())) {
      for (int i = 0; i < count; i++) {
        writer.addDocument(StoryDocument.toDocument(story(i, random)));
      }
      writer.setLiveCommitData(
          Map.of(
                  Schema.VERSION_KEY, String.valueOf(SchemaVersion.CURRENT),
                  Schema.GENERATION_KEY, "1",
                  Schema.BUILT_AT_KEY, TestIndex.NOW.toString(),
                  Schema.STORIES_KEY, String.valueOf(count))
              .entrySet());
      writer.commit();
    }
  }

  private static Story story(int number, Random random) {
    Instant from = TestIndex.NOW.minus(Duration.ofMinutes(random.nextInt(5 * 365 * 24 * 60)));
    var interval = Interval.between(from, from.plus(Duration.ofMinutes(random.nextInt(1500))));
    boolean undated = random.nextInt(50) == 0;
    ArticleText article =
        random.nextInt(5) == 0
            ? new ArticleText("Jo Writer", List.of(), words(random, 250), List.of())
            : null;
    return TestIndex.story(
        String.format(java.util.Locale.ROOT, "%016x", random.nextLong()),
        words(random, 6 + random.nextInt(6)) + " " + number,
        undated ? null : interval,
        article,
        "source" + random.nextInt(8) + ".example");
  }

  private static String words(Random random, int count) {
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      words.add(WORDS[random.nextInt(WORDS.length)]);
    }
    return String.join(" ", words);
  }
}
