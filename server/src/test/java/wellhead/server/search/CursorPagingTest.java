package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wellhead.server.search.TestIndex.NOW;
import static wellhead.server.search.TestIndex.headline;
import static wellhead.server.search.TestIndex.undated;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wellhead.server.search.SearchRequest.Sort;
import wellhead.story.Story;

/** Whoever follows the cursors sees each hit once, in the order of one long page. */
class CursorPagingTest {
  private static final long SEED = Long.getLong("seed", 20261125L);

  @TempDir Path index;

  /** Many ties: few titles, few times. */
  private static List<Story> stories(int count) {
    var random = new Random(SEED);
    List<String> titles =
        List.of("Oil climbs", "Oil slips", "Gas climbs", "Coal and oil and gas", "Pipeline");
    var stories = new ArrayList<Story>();
    for (int i = 0; i < count; i++) {
      String title = titles.get(random.nextInt(titles.size()));
      stories.add(
          random.nextInt(6) == 0
              ? undated("u" + i, title)
              : headline("h" + i, title, random.nextInt(4)));
    }
    return stories;
  }

  private static List<String> follow(SearchEngine engine, SearchRequestBuilder request, int limit) {
    var seen = new ArrayList<String>();
    @Nullable Cursor after = null;
    int pages = 0;
    do {
      var results = engine.search(request.page(limit, 0).after(after).build());
      results.hits().forEach(hit -> seen.add(hit.id() + (hit.partial() ? " partial" : "")));
      String next = results.nextCursor();
      after = next == null ? null : Cursor.parse(next).orElseThrow();
      assertThat(results.hits().isEmpty() && after != null).as("an empty page, and more").isFalse();
      assertThat(++pages).isLessThan(500);
    } while (after != null);
    return seen;
  }

  private static List<String> byOffset(
      SearchEngine engine, SearchRequestBuilder request, int limit) {
    var seen = new ArrayList<String>();
    for (int offset = 0; offset <= 200; offset += limit) {
      var results = engine.search(request.page(limit, offset).after(null).build());
      results.hits().forEach(hit -> seen.add(hit.id() + (hit.partial() ? " partial" : "")));
    }
    return seen;
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void everyHitIsSeenOnceInOrder(Sort sort) throws IOException {
    TestIndex.write(index, 1, stories(130));
    try (var engine = LuceneSearchEngine.open(index)) {
      for (String query : List.of("oil", "oil climbs", "", "oil gas pipeline", "title:gas")) {
        for (int limit : List.of(1, 7, 100)) {
          var request = SearchRequest.of(query, NOW).sort(sort);
          assertThat(follow(engine, request, limit))
              .as("seed %d: '%s' by %s in pages of %d", SEED, query, sort, limit)
              .doesNotHaveDuplicates()
              .isEqualTo(byOffset(engine, request, limit));
        }
      }
    }
  }

  @Test
  void partialMatchesFollowAsTheFirstPageDecided() throws IOException {
    TestIndex.write(index, 1, stories(60));
    try (var engine = LuceneSearchEngine.open(index)) {
      var request = SearchRequest.of("coal pipeline oil", NOW);
      var first = engine.search(request.page(20, 0).build());
      assertThat(first.relaxed()).isTrue();
      String next = first.nextCursor();
      assertThat(next).isNotNull();
      var second =
          engine.search(
              request.page(3, 0).after(Cursor.parse(String.valueOf(next)).orElseThrow()).build());
      var whole = engine.search(request.page(23, 0).after(null).build());
      assertThat(second.hits()).isEqualTo(whole.hits().subList(20, 23));
    }
  }

  @Test
  void aCursorStaysWithItsGeneration() throws IOException {
    var stories = stories(50);
    TestIndex.write(index, 1, stories);
    try (var engine = LuceneSearchEngine.open(index)) {
      var request = SearchRequest.of("", NOW);
      var whole = engine.search(request.page(100, 0).build());
      var first = engine.search(request.page(10, 0).build());
      TestIndex.write(index, 2, List.of(headline("new", "Oil all new", 0)));
      engine.refresh();
      assertThat(engine.state().generation()).isEqualTo(2);
      Cursor after = Cursor.parse(String.valueOf(first.nextCursor())).orElseThrow();
      var second = engine.search(request.page(100, 0).after(after).build());
      assertThat(second.index().generation()).isEqualTo(1);
      assertThat(second.hits()).isEqualTo(whole.hits().subList(10, whole.hits().size()));
    }
  }

  @Test
  void aGenerationThatIsGoneIsSaid() throws IOException {
    TestIndex.write(index, 1, stories(50));
    try (var engine = LuceneSearchEngine.open(index)) {
      var request = SearchRequest.of("", NOW).page(10, 0);
      Cursor after =
          Cursor.parse(String.valueOf(engine.search(request.build()).nextCursor())).orElseThrow();
      for (int generation = 2; generation <= Shelf.MAX + 2; generation++) {
        TestIndex.write(index, generation, List.of(headline("new", "Oil all new", generation)));
        engine.refresh();
      }
      assertThatThrownBy(() -> engine.search(request.after(after).build()))
          .isInstanceOf(CursorExpiredException.class);
    }
  }

  @Test
  void anotherSearchIsRefused() throws IOException {
    TestIndex.write(index, 1, stories(50));
    try (var engine = LuceneSearchEngine.open(index)) {
      Cursor after =
          Cursor.parse(
                  String.valueOf(
                      engine.search(SearchRequest.of("", NOW).page(10, 0).build()).nextCursor()))
              .orElseThrow();
      for (var other :
          List.of(
              SearchRequest.of("oil", NOW),
              SearchRequest.of("", NOW.plus(Duration.ofDays(1))),
              SearchRequest.of("", NOW).sort(Sort.OLDEST))) {
        assertThatThrownBy(() -> engine.search(other.after(after).build()))
            .isInstanceOfSatisfying(
                InvalidQueryException.class, e -> assertThat(e.param()).isEqualTo("cursor"))
            .hasMessageContaining("another search");
      }
    }
  }

  @Test
  void theLastPageHasNoCursor() throws IOException {
    TestIndex.write(index, 1, stories(10));
    try (var engine = LuceneSearchEngine.open(index)) {
      assertThat(engine.search(SearchRequest.of("", NOW).page(10, 0).build()).nextCursor())
          .isNull();
      assertThat(engine.search(SearchRequest.of("", NOW).page(9, 0).build()).nextCursor())
          .isNotNull();
    }
  }
}
