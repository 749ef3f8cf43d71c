package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static wellhead.server.search.TestIndex.NOW;
import static wellhead.server.search.TestIndex.headline;
import static wellhead.server.search.TestIndex.story;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import wellhead.schema.Summary;
import wellhead.server.search.SearchRequest.Sort;
import wellhead.story.Interval;
import wellhead.story.Story;

/** Stories that say the same are one hit, and none is lost. */
class FoldingTest {
  private static final long SEED = Long.getLong("seed", 20261125L);

  @TempDir Path index;

  private static Story at(String id, String title, String source, @Nullable Instant instant) {
    return story(id, title, instant == null ? null : Interval.at(instant), null, source);
  }

  private static Wording wording(String title, String source, @Nullable Instant instant) {
    return Wording.of(Summary.of(at("x", title, source, instant)));
  }

  @ParameterizedTest(name = "{0} / {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Oil Prices Rise as OPEC+ Cuts Output        | Oil prices rise as OPEC+ cuts output          | true
          Oil Prices Rise as OPEC+ Cuts Output        | Oil Prices Rise As OPEC+ Cuts Output Again    | true
          Iran’s crude exports reach record           | Crude Exports of Iran Reach Record            | true
          LNG exports resume                          | Liquefied natural gas exports resume          | true
          Saudi refinery fire is under control        | UPDATE: Saudi refinery fire is under control  | true
          Oil Prices Rise as OPEC+ Cuts Output        | Oil Prices Fall as OPEC+ Cuts Output          | false
          Shell reports record quarterly net profit   | Chevron reports record quarterly net profit   | false
          Shell adds 20 stations in the far north     | Shell adds 30 stations in the far north       | false
          U.S. oil rig count falls by 3 this week     | U.S. oil rig count falls by 4 this week       | false
          Oil slips                                   | Oil slips again                               | false
          Oil slips                                   | oil slips                                     | true
          Coal plant shuts in the valley of the moon  | Wind farm opens in the valley of the sun      | false
          The of and                                  | of the and                                    | false
          """)
  void saysTheSame(String one, String other, boolean same) {
    var a = wording(one, "a.example", NOW);
    var b = wording(other, "b.example", NOW.plusSeconds(3600));
    assertThat(a.saysTheSameAs(b)).isEqualTo(same);
    assertThat(b.saysTheSameAs(a)).isEqualTo(same);
  }

  @Test
  void daysApartIsAnotherStory() {
    String title = "Oil Cargo Rates Poised to Close May at a Small Loss";
    var now = wording(title, "a.example", NOW);
    assertThat(now.saysTheSameAs(wording(title, "b.example", NOW.minusSeconds(3 * 86_400))))
        .isTrue();
    assertThat(now.saysTheSameAs(wording(title, "b.example", NOW.minusSeconds(3 * 86_400 + 1))))
        .isFalse();
    assertThat(now.saysTheSameAs(wording(title, "b.example", null))).isTrue();
    assertThat(now.saysTheSameAs(wording(title, "a.example", NOW.minusSeconds(86_400))))
        .as("a column printed again")
        .isFalse();
  }

  private static List<Story> syndicated() {
    var random = new Random(SEED);
    var stories = new ArrayList<Story>();
    for (int i = 0; i < 150; i++) {
      int event = random.nextInt(45);
      String title = "Event" + word(event) + " at the " + word(event / 3) + " pipeline terminal";
      stories.add(
          at(
              "s" + i,
              random.nextInt(4) == 0 ? title + " today" : title,
              "s" + random.nextInt(9) + ".example",
              random.nextInt(8) == 0 ? null : NOW.minusSeconds(random.nextInt(20) * 86_400L)));
    }
    return stories;
  }

  private static String word(int number) {
    return "q" + Integer.toString(number, 26).replaceAll("\\d", "z$0").replaceAll("\\d", "y");
  }

  private record Seen(List<String> leaders, Map<String, List<String>> folded) {}

  private static Seen follow(SearchEngine engine, SearchRequestBuilder request, int limit) {
    var leaders = new ArrayList<String>();
    var folded = new LinkedHashMap<String, List<String>>();
    @Nullable Cursor after = null;
    do {
      var results = engine.search(request.page(limit, 0).after(after).collapse(true).build());
      var under = Objects.requireNonNull(results.folded());
      for (var hit : results.hits()) {
        leaders.add(hit.id());
        folded.put(
            hit.id(),
            under.getOrDefault(hit.id(), List.of()).stream()
                .map(SearchResults.Folded::id)
                .toList());
      }
      String next = results.nextCursor();
      after = next == null ? null : Cursor.parse(next).orElseThrow();
    } while (after != null);
    return new Seen(leaders, folded);
  }

  @ParameterizedTest
  @EnumSource(Sort.class)
  void everyHitIsSeenOnceInWhateverPages(Sort sort) throws IOException {
    TestIndex.write(index, 1, syndicated());
    try (var engine = LuceneSearchEngine.open(index)) {
      var request = SearchRequest.of("pipeline terminal", NOW).sort(sort);
      Seen whole = follow(engine, request, 100);
      assertThat(follow(engine, request, 13)).as("seed %d", SEED).isEqualTo(whole);
      var all = new ArrayList<>(whole.leaders);
      whole.folded.values().forEach(all::addAll);
      assertThat(all).hasSize(150).doesNotHaveDuplicates();
      assertThat(whole.leaders).hasSizeLessThan(145);
      assertThat(engine.search(request.page(10, 20).after(null).collapse(true).build()).hits())
          .extracting(SearchResults.Hit::id)
          .containsExactlyElementsOf(whole.leaders.subList(20, 30));
    }
  }

  @Test
  void theTotalCountsWhatIsFoldedToo() throws IOException {
    TestIndex.write(
        index,
        1,
        List.of(
            at("a", "Tanker fire off Basra is out", "a.example", NOW),
            at("b", "Tanker Fire Off Basra Is Out", "b.example", NOW.minusSeconds(60)),
            headline("c", "Tanker leaves Basra", 5)));
    try (var engine = LuceneSearchEngine.open(index)) {
      var results = engine.search(SearchRequest.of("basra", NOW).collapse(true).build());
      assertThat(results.total().value()).isEqualTo(3);
      assertThat(results.hits()).hasSize(2);
      assertThat(results.folded())
          .containsEntry(
              "a",
              List.of(
                  new SearchResults.Folded(
                      "b", "Tanker Fire Off Basra Is Out", "b.example", null)));
      assertThat(engine.search(SearchRequest.of("basra", NOW).build()).folded()).isNull();
    }
  }

  @Test
  void similarStoriesShareTheWordsThatTellAStoryApart() throws IOException {
    TestIndex.write(
        index,
        1,
        List.of(
            headline("a", "Refinery fire at Basra terminal halts crude exports", 5),
            headline("b", "Crude exports from Basra terminal resume after fire", 50),
            headline("c", "Refinery margins widen in Europe", 20),
            headline("d", "Wind farm opens off Jutland", 30)));
    try (var engine = LuceneSearchEngine.open(index)) {
      var similar = engine.similar("a", 10).orElseThrow();
      assertThat(similar.id()).isEqualTo("a");
      assertThat(similar.hits()).extracting(SearchResults.Hit::id).containsExactly("b");
      assertThat(engine.similar("was-a", 10)).hasValue(similar);
      assertThat(engine.similar("d", 10).orElseThrow().hits()).isEmpty();
      assertThat(engine.similar("nothing", 10)).isEmpty();
    }
  }
}
