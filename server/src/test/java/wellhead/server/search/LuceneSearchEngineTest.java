package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wellhead.server.search.TestIndex.NOW;
import static wellhead.server.search.TestIndex.article;
import static wellhead.server.search.TestIndex.headline;
import static wellhead.server.search.TestIndex.story;
import static wellhead.server.search.TestIndex.undated;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.story.ArticleText;
import wellhead.story.Comment;
import wellhead.story.Interval;
import wellhead.story.Story;

class LuceneSearchEngineTest {
  private static final List<Story> STORIES =
      List.of(
          headline("opec", "OPEC trims its demand outlook", 10),
          headline("opecplus", "OPEC+ agrees on larger output", 20),
          headline("bpd", "Kuwait adds 80,000 bpd at two fields", 30),
          headline("bid", "Judge backs $7.38B offer for a refiner", 40),
          headline("lng", "Liquefied natural gas exports reach a record", 50),
          headline("lng2", "Japan’s LNG exports resume", 60),
          headline("us", "U.S. sanctions hit tankers", 70),
          headline("pronoun", "Tell us what sanctions do", 80),
          headline("exxon", "Exxon-Hess case nears its end", 90),
          headline("quarter", "Shell weaker in the second quarter", 100),
          undated("undated", "Tankers wait off Basra"),
          story("until", "Tankers leave Basra", Interval.until(NOW.minusSeconds(3600)), null),
          story(
              "wide",
              "Tankers reach Rotterdam",
              Interval.between(NOW.minus(Duration.ofDays(5)), NOW.minus(Duration.ofDays(3))),
              null,
              "b.example"),
          article(
              "art",
              "What the valley hides",
              200,
              "A depot <b>burnt</b> & smoked. Nobody saw the ammunition train leave. "
                  + "Rail traffic rose threefold that week, and liquefied natural gas fell."),
          story(
              "commented",
              "Quiet day at the pit",
              Interval.at(NOW.minus(Duration.ofDays(30))),
              new ArticleText(
                  null,
                  List.of("Coal heaps grow.", "Trains stand still."),
                  "",
                  List.of(new Comment(null, null, null, "I see no zebra here.")))));

  @TempDir static Path index;
  private static LuceneSearchEngine engine;

  @BeforeAll
  static void open() throws IOException {
    TestIndex.write(index, 7, STORIES);
    engine = LuceneSearchEngine.open(index);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          OPEC                              | opec opecplus
          OPEC+                             | opecplus
          80k b/d                           | bpd
          $7.38 billion                     | bid
          liquefied natural gas             | lng lng2 art
          "liquefied natural gas exports"   | lng lng2
          "LNG exports"                     | lng lng2
          "natural gas exports"             | lng
          "80 thousand barrels a day"       | bpd
          "Japan's liquefied natural gas"   | lng2
          US sanctions                      | us
          us sanctions                      | us pronoun
          refineries                        | bid
          Q2                                | quarter
          "in Q2"                           |
          "the second quarter"              | quarter
          exxon/hess                        | exxon
          title:gas                         | lng
          body:gas                          | art
          body:zebra                        |
          zebra                             | commented
          liquef*                           | lng art
          ammun* depot                      | art
          "ammunition train"                | art
          train NEAR/2 nobody               |
          train NEAR/3 saw                  | art
          saw NEAR/3 train                  | art
          "heaps grow trains"               |
          tankers -basra                    | us wide
          tankers -source:b.example         | undated until us
          tankers source:b.example          | wide
          author:"Jo Writer"                | art
          -tankers author:"Jo Writer"       | art
          (opec OR exxon) case              | exxon
          opec OR exxon                     | opec opecplus exxon
          tankers after:2025-07-04T13:00:00Z| until us wide
          tankers before:2025-07-04         | until wide
          the weaker of Shell               | quarter
          source:B.EXAMPLE                  | wide
          source:www.b.example              | wide
          source:b-example                  |
          source:b*example                  |
          author:"jo WRITER"                | art
          author:jo                         |
          """)
  void finds(String query, String ids) {
    String[] expected = ids == null ? new String[0] : ids.split(" ");
    assertThat(full(Asked.of(query))).containsExactlyInAnyOrder(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oil/gas", "\"OPEC", "Dallas Fed: Oilfield Inflation", "What next?", "C++", "AND", "((oil",
            "🛢",
        "-tankers", "*", "NEAR/5", "\ud800 oil", "a* b* c*", "1 2 3 4 5 6 7 8 9 10", "-\"\" oil",
            "😀😀"
      })
  void answersWhateverIsTyped(String query) {
    assertThat(engine.search(Asked.of(query).request()).understood()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"((", "\ud800", "-\"\"", "???", "\"!!\"", "oil before:noon"})
  void explainsWhatItCannotAnswer(String query) {
    assertThatThrownBy(() -> engine.search(Asked.of(query).request()))
        .isInstanceOfSatisfying(
            InvalidQueryException.class, e -> assertThat(e.position()).isNotNull());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 300, 499})
  void answersLongQueries(int words) {
    var query = new StringBuilder("opec");
    for (int i = 1; i < words; i++) {
      query.append(" w").append(i);
    }
    SearchResults results = engine.search(Asked.of(query.toString()).request());
    assertThat(results.total().value()).isZero();
    assertThat(results.hits()).extracting(SearchResults.Hit::id).contains("opec");
  }

  @Test
  void refusesTooManyWords() {
    assertThatThrownBy(() -> engine.search(Asked.of("w/".repeat(501)).request()))
        .isInstanceOfSatisfying(
            InvalidQueryException.class, e -> assertThat(e.param()).isEqualTo("q"))
        .hasMessageContaining("more than 500 words");
  }

  @Test
  void refusesTooManySpellings() {
    String phrase = "\"80,000 bpd of LNG by Q2\" ";
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i += 5) {
                engine.search(Asked.of(distinct(phrase, i)).request());
              }
            })
        .isInstanceOf(InvalidQueryException.class);
  }

  private static String distinct(String phrase, int times) {
    var query = new StringBuilder("opec");
    for (int i = 0; i < times; i++) {
      query.append(phrase.replace("80", String.valueOf(80 + i)));
    }
    return query.toString();
  }

  @Test
  void everyHitIsExplainedByItsOwnSightings() {
    var request = SearchRequest.of("tankers", NOW).explain(true).build();
    List<SearchResults.Hit> hits = engine.search(request).hits();
    assertThat(hits).hasSizeGreaterThan(2).allMatch(hit -> hit.explanation() != null);
    for (SearchResults.Hit hit : hits) {
      Story story = engine.story(hit.id()).orElseThrow();
      assertThat(Objects.requireNonNull(hit.explanation()).time()).isEqualTo(Narrowing.of(story));
    }
    assertThat(engine.search(SearchRequest.of("tankers", NOW).build()).hits())
        .allMatch(hit -> hit.explanation() == null);
  }

  @Test
  void countsWhatAWindowCertainlyAndPossiblyHolds() {
    Instant since = NOW.minus(Duration.ofDays(4));
    SearchResults possible =
        ask(Asked.of("tankers").window(since, null, SearchRequest.Match.POSSIBLE));
    assertThat(possible.total()).isEqualTo(new SearchResults.Total(3, true, 1, 3, 1));
    assertThat(ids(possible)).containsExactlyInAnyOrder("us", "wide", "until");
    SearchResults certain =
        ask(Asked.of("tankers").window(since, null, SearchRequest.Match.CERTAIN));
    assertThat(certain.total()).isEqualTo(new SearchResults.Total(1, true, 1, 1, 1));
    assertThat(ids(certain)).containsExactly("us");
    assertThat(ask(Asked.of("tankers")).total())
        .isEqualTo(new SearchResults.Total(4, true, 3, 4, 1));
  }

  @Test
  void narrowsTheWindowByTheQuery() {
    Instant since = NOW.minus(Duration.ofDays(40));
    assertThat(full(Asked.of("tankers after:4d").window(since, null, SearchRequest.Match.CERTAIN)))
        .containsExactly("us");
  }

  @Test
  void filtersByKindAndSource() {
    assertThat(full(Asked.of("").in(Story.Kind.ARTICLE))).containsExactly("art");
    assertThat(full(Asked.of("tankers").from("b.example"))).containsExactly("wide");
    assertThat(full(Asked.of("tankers").from("b.example", "a.example"))).hasSize(4);
    assertThat(full(Asked.of("tankers").from("c.example"))).isEmpty();
  }

  @Test
  void listsNewestFirstWithUndatedLast() {
    List<String> newest = ids(ask(Asked.of("").page(20, 0)));
    assertThat(newest).hasSize(STORIES.size()).startsWith("until", "opec").endsWith("undated");
    assertThat(ids(ask(Asked.of("*").page(20, 0)))).isEqualTo(newest);
    List<String> oldest = ids(ask(Asked.of("").sort(SearchRequest.Sort.OLDEST).page(20, 0)));
    assertThat(oldest).startsWith("commented", "art").endsWith("until", "undated");
  }

  @Test
  void addsPartialMatchesAfterTheLastFullOne() {
    SearchResults results = ask(Asked.of("tankers \"reach Rotterdam\""));
    assertThat(results.total().value()).isEqualTo(1);
    assertThat(results.relaxed()).isTrue();
    assertThat(ids(results)).first().isEqualTo("wide");
    assertThat(results.hits()).extracting(SearchResults.Hit::partial).startsWith(false, true);
    assertThat(ids(results)).containsExactlyInAnyOrder("wide", "us", "until", "undated");
    assertThat(
            ids(ask(Asked.of("tankers \"reach Rotterdam\"").page(2, 0)))
                .equals(ids(results).subList(0, 2)))
        .isTrue();
    assertThat(ids(ask(Asked.of("tankers \"reach Rotterdam\"").page(2, 1))))
        .isEqualTo(ids(results).subList(1, 3));
    assertThat(ids(ask(Asked.of("tankers \"reach Rotterdam\"").page(2, 3))))
        .isEqualTo(ids(results).subList(3, 4));
  }

  @Test
  void addsNoPartialMatchesToEnoughFullOnes() {
    SearchResults results = ask(Asked.of("tankers \"reach Rotterdam\"").page(1, 0));
    assertThat(results.relaxed()).isFalse();
    assertThat(ids(results)).containsExactly("wide");
    assertThat(ids(ask(Asked.of("tankers \"reach Rotterdam\"").page(1, 1)))).isEmpty();
    assertThat(ask(Asked.of("tankers")).relaxed()).isFalse();
  }

  @Test
  void keepsFiltersForPartialMatches() {
    assertThat(ids(ask(Asked.of("tankers sanctions leave hit source:b.example"))))
        .containsExactly("wide");
    assertThat(ids(ask(Asked.of("tankers reach leave hit -basra"))))
        .containsExactlyInAnyOrder("lng", "us", "wide", "art");
    assertThat(ids(ask(Asked.of("the tankers of zeppelin")))).doesNotContain("quarter", "art");
  }

  @Test
  void marksWhatWasAskedForAndEscapesTheRest() {
    SearchResults.Hit art = ask(Asked.of("burnt lng")).hits().getFirst();
    assertThat(art.highlightedBody())
        .anySatisfy(passage ->
            assertThat(passage)
                .contains("A depot &lt;b&gt;<mark>burnt</mark>&lt;/b&gt; &amp; smoked."))
        .anySatisfy(
            passage -> assertThat(passage).contains("<mark>liquefied natural gas</mark> fell."));
    assertThat(art.snippet()).doesNotContain("&lt;", "<mark>");
    assertThat(art.highlightedTitle()).isEqualTo("What the valley hides");
    assertThat(ask(Asked.of("7.38 billion")).hits().getFirst().highlightedTitle())
        .isEqualTo("Judge backs $<mark>7.38B</mark> offer for a refiner");
    assertThat(ask(Asked.of("$7.38 billion offer")).hits().getFirst().highlightedTitle())
        .isEqualTo("Judge backs $<mark>7.38B</mark> <mark>offer</mark> for a refiner");
    assertThat(ask(Asked.of("opec+")).hits().getFirst().highlightedTitle())
        .isEqualTo("<mark>OPEC+</mark> agrees on larger output");
    assertThat(ask(Asked.of("liquef*")).hits())
        .anySatisfy(hit ->
            assertThat(hit.highlightedTitle())
                .isEqualTo("<mark>Liquefied</mark> natural gas exports reach a record"));
  }

  @Test
  void showsTheBeginningWhereNothingWasFound() {
    SearchResults.Hit art = ask(Asked.of("valley")).hits().getFirst();
    assertThat(art.snippet()).startsWith("A depot <b>burnt</b> & smoked.");
    assertThat(art.highlightedBody()).isEmpty();
    assertThat(ask(Asked.of("pit")).hits().getFirst().snippet()).startsWith("Coal heaps grow.");
    assertThat(ask(Asked.of("opec")).hits().getFirst().snippet()).isNull();
  }

  @Test
  void findsStoriesById() {
    assertThat(engine.story("art")).contains(STORIES.get(13));
    assertThat(engine.story("was-art")).contains(STORIES.get(13));
    assertThat(engine.story("nobody")).isEmpty();
  }

  @Test
  void answersTheSameAgain() {
    for (String query : List.of("tankers", "opec exxon", "", "us sanctions", "gas")) {
      assertThat(ask(Asked.of(query))).isEqualTo(ask(Asked.of(query)));
    }
  }

  @Test
  void breaksTiesById(@TempDir Path other) throws IOException {
    var twins = new ArrayList<Story>();
    for (String id : Arrays.asList("d", "a", "f", "c", "b", "e")) {
      twins.add(headline(id, "Same words", 5));
    }
    TestIndex.write(other, 1, twins);
    try (var twinEngine = LuceneSearchEngine.open(other)) {
      for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
        var paged = new ArrayList<String>();
        for (int page = 0; page < 3; page++) {
          paged.addAll(
              ids(twinEngine.search(Asked.of("words").sort(sort).page(2, 2 * page).request())));
        }
        assertThat(paged).as("%s", sort).containsExactly("a", "b", "c", "d", "e", "f");
      }
    }
  }

  @Test
  void putsTitlesBeforeBodiesAndFreshBeforeStale(@TempDir Path other) throws IOException {
    TestIndex.write(
        other,
        1,
        List.of(
            article(
                "body",
                "Nothing here today",
                9000,
                "Pipelines and pumps, said the mayor of a town by the sea. ".repeat(5)),
            headline("stale", "Pipelines shut down", 9000),
            headline("fresh", "Pipelines shut down", 9),
            headline("other", "Something else again", 9)));
    try (var ranking = LuceneSearchEngine.open(other)) {
      assertThat(ids(ranking.search(Asked.of("pipelines").request())))
          .containsExactly("fresh", "stale", "body");
      List<SearchResults.Hit> hits =
          ranking.search(Asked.of("pipelines").recency(0).request()).hits();
      assertThat(hits.get(0).score()).isEqualTo(hits.get(1).score());
    }
  }

  private static SearchResults ask(Asked asked) {
    return engine.search(asked.request());
  }

  private static List<String> full(Asked asked) {
    SearchResults results = engine.search(asked.page(50, 0).request());
    List<SearchResults.Hit> full = results.hits().stream().filter(h -> !h.partial()).toList();
    assertThat(results.total().value()).isEqualTo(full.size());
    return full.stream().map(SearchResults.Hit::id).toList();
  }

  private static List<String> ids(SearchResults results) {
    return results.hits().stream().map(SearchResults.Hit::id).toList();
  }
}
