package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static wellhead.server.search.TestIndex.NOW;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.story.Interval;
import wellhead.story.Story;

/** The ranking against one made the slow way, over stories and queries made up at random. */
class RankingPropertyTest {
  private static final long SEED = Long.getLong("seed", 20261123L);
  private static final int STORIES = 2000;
  private static final String[] WORDS = {
    "oil", "oil", "oil", "gas", "gas", "price", "OPEC+", "LNG", "US", "us", "of", "the", "crude",
    "80,000", "bpd", "refiner", "Iran’s", "$5B", "second", "quarter", "tanker"
  };

  @TempDir static Path index;
  private static LuceneSearchEngine engine;
  private static final Map<String, Story> STORY = new HashMap<>();

  @BeforeAll
  static void write() throws IOException {
    var random = new Random(SEED);
    for (int i = 0; i < STORIES; i++) {
      String id = "s" + i;
      STORY.put(id, TestIndex.story(id, title(random), interval(random), null));
    }
    var stories = new ArrayList<>(STORY.values());
    stories.sort(Comparator.comparing(Story::id));
    TestIndex.write(index, 1, stories);
    engine = LuceneSearchEngine.open(index);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void keepsTheBestInOrderHoweverFewAreWanted() {
    var random = new Random(SEED);
    for (int i = 0; i < 100; i++) {
      String query = title(random);
      Asked asked = Asked.of(query).recency(random.nextInt(11) / 10.0);
      List<SearchResults.Hit> all = everything(asked);
      assertThat(all)
          .as("seed %d: %s", SEED, query)
          .isSortedAccordingTo(RankingPropertyTest::order);
      int limit = 1 + random.nextInt(10);
      int offset = Math.min(random.nextInt(30), all.size());
      List<SearchResults.Hit> page = engine.search(asked.page(limit, offset).request()).hits();
      assertThat(page.stream().filter(hit -> !hit.partial()).toList())
          .as("seed %d: %s from %d", SEED, query, offset)
          .isEqualTo(all.subList(offset, Math.min(all.size(), offset + limit)));
    }
  }

  @Test
  void raisesTheTextScoreByFreshnessAndNoMore() {
    Asked asked = Asked.of("gas price");
    Map<String, Float> text =
        everything(asked.recency(0)).stream()
            .collect(Collectors.toMap(SearchResults.Hit::id, SearchResults.Hit::score));
    for (SearchResults.Hit hit : everything(asked.recency(0.5))) {
      double fresh =
          published(hit)
              .midpoint()
              .map(m -> new Freshness(NOW, 0.5).factor(m.getEpochSecond()))
              .orElse(1.0);
      assertThat(hit.score())
          .isCloseTo((float) (text.getOrDefault(hit.id(), 0f) * fresh), within(1e-5f));
      assertThat(fresh).isBetween(1.0, 1.5);
    }
  }

  @Test
  void everyStoryIsFoundByItsOwnTitle() {
    STORY.values().stream()
        .limit(500)
        .forEach(story ->
            assertThat(everything(Asked.of(story.title())))
                .as("seed %d: %s", SEED, story.title())
                .extracting(SearchResults.Hit::id)
                .contains(story.id()));
  }

  /** All full matches, a hundred at a time. */
  private static List<SearchResults.Hit> everything(Asked asked) {
    var all = new ArrayList<SearchResults.Hit>();
    for (int offset = 0; offset <= 1000; offset += 100) {
      SearchResults results = engine.search(asked.page(100, offset).request());
      results.hits().stream().filter(hit -> !hit.partial()).forEach(all::add);
      if (all.size() >= results.total().value()) {
        return all;
      }
    }
    return all;
  }

  private static int order(SearchResults.Hit a, SearchResults.Hit b) {
    return Comparator.comparingDouble(SearchResults.Hit::score)
        .thenComparingLong(RankingPropertyTest::sortSecond)
        .reversed()
        .thenComparing(SearchResults.Hit::id)
        .compare(a, b);
  }

  private static long sortSecond(SearchResults.Hit hit) {
    if (hit.published() == null) {
      return Long.MIN_VALUE;
    }
    Interval interval = hit.published().interval();
    return interval.midpoint().orElse(interval.end()).getEpochSecond();
  }

  private static Interval published(SearchResults.Hit hit) {
    return hit.published() == null ? Interval.until(NOW) : hit.published().interval();
  }

  private static String title(Random random) {
    return IntStream.range(0, 1 + random.nextInt(5))
        .mapToObj(i -> WORDS[random.nextInt(WORDS.length)])
        .collect(Collectors.joining(" "));
  }

  private static Interval interval(Random random) {
    var end = NOW.plusSeconds(3600).minusSeconds(random.nextInt(200) * 7200L);
    return switch (random.nextInt(4)) {
      case 0 -> Interval.until(end);
      case 1 -> Interval.between(end.minusSeconds(86_400), end);
      default -> Interval.at(end);
    };
  }
}
