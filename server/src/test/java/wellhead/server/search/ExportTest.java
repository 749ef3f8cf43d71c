package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.schema.Keyword;
import wellhead.schema.Schema;
import wellhead.schema.SchemaVersion;
import wellhead.schema.StoryDocument;
import wellhead.schema.Summary;
import wellhead.server.search.SearchResults.IndexState;
import wellhead.story.Interval;
import wellhead.story.Story;

class ExportTest {
  private static final Instant NOW = TestIndex.NOW;

  @TempDir Path folder;

  private static final List<Story> STORIES =
      List.of(
          TestIndex.headline("b", "Oil at noon", 4),
          TestIndex.headline("a", "Oil at noon", 4),
          TestIndex.headline("new", "Oil this morning", 1),
          TestIndex.undated("u2", "Oil some day"),
          TestIndex.headline("gas", "Gas at noon", 4),
          TestIndex.undated("u1", "Oil some other day"),
          TestIndex.headline("old", "Oil last year", 9000));

  @Test
  void isNewestFirstThenByIdWithTheUndatedLast() throws IOException {
    assertThat(export(STORIES, Asked.of("oil")))
        .containsExactly("new", "a", "b", "old", "u1", "u2");
  }

  @Test
  void oldestFirstTurnsTheTimeRoundAndNothingElse() throws IOException {
    assertThat(export(STORIES, Asked.of("oil").sort(SearchRequest.Sort.OLDEST)))
        .containsExactly("old", "a", "b", "new", "u1", "u2");
  }

  @Test
  void everythingIsWhatTheEmptyQueryExports() throws IOException {
    assertThat(export(STORIES, Asked.of("")))
        .containsExactly("new", "a", "b", "gas", "old", "u1", "u2");
  }

  @Test
  void partialMatchesAreNeverExported() throws IOException {
    assertThat(export(STORIES, Asked.of("oil morning"))).containsExactly("new");
  }

  @Test
  void theLimitAndOffsetOfAPageDoNotCount() throws IOException {
    assertThat(export(STORIES, Asked.of("oil").page(1, 3))).hasSize(6);
  }

  @Test
  void filtersCount() throws IOException {
    Instant since = NOW.minus(Duration.ofHours(5));
    assertThat(export(STORIES, Asked.of("").window(since, null, SearchRequest.Match.POSSIBLE)))
        .containsExactly("new", "a", "b", "gas");
    assertThat(export(STORIES, Asked.of("").from("b.example"))).isEmpty();
  }

  @Test
  void aSinkThatHasEnoughGetsNoMore() throws IOException {
    TestIndex.write(folder, 1, STORIES);
    var taken = new ArrayList<String>();
    try (var engine = LuceneSearchEngine.open(folder)) {
      engine.export(Asked.of("").request(), sink(taken, 2));
    }
    assertThat(taken).containsExactly("new", "a");
  }

  @Test
  void aQueryThatCannotBeReadIsRefusedBeforeAnythingIsHandedOver() throws IOException {
    TestIndex.write(folder, 1, STORIES);
    var taken = new ArrayList<String>();
    try (var engine = LuceneSearchEngine.open(folder)) {
      assertThatThrownBy(() -> engine.export(Asked.of("oil before:noon").request(), sink(taken, 9)))
          .isInstanceOf(InvalidQueryException.class);
    }
    assertThat(taken).isEmpty();
  }

  @Test
  void comesFromOneGenerationThoughTheIndexGoesOn() throws IOException {
    TestIndex.write(folder, 1, STORIES);
    var taken = new ArrayList<String>();
    try (var engine = LuceneSearchEngine.open(folder)) {
      engine.export(
          Asked.of("").request(),
          new ExportSink() {
            @Override
            public void begin(IndexState index) throws IOException {
              assertThat(index.generation()).isEqualTo(1);
              TestIndex.write(folder, 2, List.of());
              engine.refresh();
            }

            @Override
            public boolean take(Found found) throws IOException {
              assertThat(found.story().title()).isEqualTo(found.summary().title());
              return taken.add(found.summary().id());
            }
          });
      assertThat(engine.state().generation()).isEqualTo(2);
    }
    assertThat(taken).hasSize(STORIES.size());
  }

  /** Segments, order of writing, deletions: none of it shows. */
  @Test
  void isTheSameHoweverTheIndexCameAbout() throws IOException {
    long seed = Long.getLong("seed", 20_261_125);
    var random = new Random(seed);
    var stories = new ArrayList<Story>();
    for (int i = 0; i < 300; i++) {
      // few instants, so that ties lie across segments
      stories.add(
          i % 10 == 0
              ? TestIndex.undated("s" + i, "Oil " + i)
              : TestIndex.story("s" + i, "Oil " + i, between(random.nextInt(20)), null));
    }
    List<Summary> first = null;
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(stories, random);
      Path path = folder.resolve("round" + round);
      writeInPieces(path, stories, random);
      List<Summary> exported = summaries(path, Asked.of("oil"));
      assertThat(exported).as("seed %d", seed).hasSize(300);
      first = first == null ? exported : first;
      assertThat(exported).as("seed %d", seed).isEqualTo(first);
      assertThat(ids(summaries(path, Asked.of("oil").sort(SearchRequest.Sort.NEWEST))))
          .isEqualTo(paged(path));
    }
  }

  private static Interval between(int hoursAgo) {
    Instant from = NOW.minus(Duration.ofHours(hoursAgo));
    return Interval.between(from, from.plusSeconds(600));
  }

  private static void writeInPieces(Path path, List<Story> stories, Random random)
      throws IOException {
    try (var directory = FSDirectory.open(path);
        var writer = new IndexWriter(directory, Schema.writerConfig())) {
      for (Story story : stories) {
        writer.addDocument(StoryDocument.toDocument(story));
        if (random.nextInt(4) == 0) {
          writer.updateDocument(
              Keyword.ID.term(story.id()), StoryDocument.toDocument(story)); // leaves one deleted
        }
        if (random.nextInt(30) == 0) {
          writer.flush();
        }
      }
      writer.setLiveCommitData(
          Map.of(Schema.VERSION_KEY, String.valueOf(SchemaVersion.CURRENT)).entrySet());
      writer.commit();
    }
  }

  private static List<String> paged(Path path) {
    var ids = new ArrayList<String>();
    try (var engine = LuceneSearchEngine.open(path)) {
      for (int offset = 0; offset < 300; offset += 100) {
        Asked page = Asked.of("oil").sort(SearchRequest.Sort.NEWEST).page(100, offset);
        engine.search(page.request()).hits().forEach(hit -> ids.add(hit.id()));
      }
    }
    return ids;
  }

  private List<String> export(List<Story> stories, Asked asked) throws IOException {
    TestIndex.write(folder, 1, stories);
    return ids(summaries(folder, asked));
  }

  private static List<String> ids(List<Summary> summaries) {
    return summaries.stream().map(Summary::id).toList();
  }

  private static List<Summary> summaries(Path path, Asked asked) throws IOException {
    var summaries = new ArrayList<Summary>();
    try (var engine = LuceneSearchEngine.open(path)) {
      engine.export(
          asked.request(),
          new ExportSink() {
            @Override
            public void begin(IndexState index) {}

            @Override
            public boolean take(Found found) {
              return summaries.add(found.summary());
            }
          });
    }
    return summaries;
  }

  private static ExportSink sink(List<String> taken, int wanted) {
    return new ExportSink() {
      @Override
      public void begin(IndexState index) {}

      @Override
      public boolean take(Found found) {
        taken.add(found.summary().id());
        return taken.size() < wanted;
      }
    };
  }
}
