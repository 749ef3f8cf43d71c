package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.server.search.BucketSize;
import wellhead.server.search.Facet;
import wellhead.server.search.SearchRequest;
import wellhead.server.search.SearchRequest.Match;
import wellhead.server.search.SearchRequest.Sort;
import wellhead.server.search.Wanted;
import wellhead.story.Story;

class SearchCallTest {
  private static final Instant CLOCK = Instant.parse("2026-07-06T10:00:00Z");

  private static SearchCall read(String queryString) {
    return SearchCall.read(QueryParams.parse(queryString), CLOCK);
  }

  private static SearchRequest request(String queryString) {
    return read(queryString).request();
  }

  @Test
  void everyDefaultIsAsPromised() {
    assertThat(read("q=oil"))
        .isEqualTo(
            new SearchCall(
                QueryParams.parse("q=oil"),
                SearchRequest.of("oil", CLOCK)
                    .match(Match.POSSIBLE)
                    .sort(Sort.RELEVANCE)
                    .recency(0.1)
                    .page(10, 0)
                    .highlight(true)
                    .explain(false)
                    .wanted(new Wanted(Set.of(), null, false))
                    .build(),
                ZoneOffset.UTC,
                null));
  }

  @ParameterizedTest
  @CsvSource({"'',NEWEST", "q=,NEWEST", "q=%20,NEWEST", "q=oil,RELEVANCE", "sort=oldest,OLDEST"})
  void withoutWordsTheNewestComeFirst(String queryString, Sort sort) {
    assertThat(request(queryString).sort()).isEqualTo(sort);
  }

  @Test
  void readsEveryParameter() {
    SearchCall call =
        read(
            "q=oil&in=article&since=2026-07-01&until=2026-07-04&tz=Europe/Berlin&match=certain"
                + "&source=a.com&source=b.com&author=Ann+Lee&sort=oldest&recency=0.75"
                + "&now=2026-07-05T00:00:00Z&limit=100&offset=1000&format=html&highlight=false"
                + "&timewords=false&collapse=true&facets=source,author&histogram=week&coverage=true");
    assertThat(call.request())
        .isEqualTo(
            SearchRequest.of("oil", Instant.parse("2026-07-05T00:00:00Z"))
                .in(Story.Kind.ARTICLE)
                .window(
                    Instant.parse("2026-06-30T22:00:00Z"), Instant.parse("2026-07-03T22:00:00Z"))
                .match(Match.CERTAIN)
                .filter(Facet.SOURCE, List.of("a.com", "b.com"))
                .filter(Facet.AUTHOR, List.of("Ann Lee"))
                .sort(Sort.OLDEST)
                .recency(0.75)
                .zone(ZoneId.of("Europe/Berlin"))
                .page(100, 1000)
                .highlight(false)
                .timeWords(false)
                .collapse(true)
                .wanted(new Wanted(Set.of(Facet.AUTHOR, Facet.SOURCE), BucketSize.WEEK, true))
                .build());
    assertThat(call.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(call.format()).isEqualTo(Format.HTML);
  }

  @Test
  void spansCountBackFromThePinnedClock() {
    assertThat(request("window=24h&now=2026-01-02T00:00:00Z").since())
        .isEqualTo("2026-01-01T00:00:00Z");
    assertThat(request("until=24h").until()).isEqualTo("2026-07-05T10:00:00Z");
  }

  @Test
  void whatAFormSendsEmptyWasNotGiven() {
    SearchCall call = read("q=&since=&until=&window=7d");
    assertThat(call.request().since()).isEqualTo("2026-06-29T10:00:00Z");
    assertThat(call.given().names()).containsExactly("window");
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "0.5,0.5", ".25,0.25", "1.0,1", "0.,0"})
  void recencyIsAShare(String text, double expected) {
    assertThat(request("recency=" + text).recency()).isEqualTo(expected);
  }

  @Test
  void theLongestQueryIsRead() {
    assertThat(request("q=" + "x".repeat(10_000)).query()).hasSize(10_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Q=oil                            | Q         | unknown_parameter",
        "q=oil&page=2                     | page      | unknown_parameter",
        "q=oil&=x                         | ''        | unknown_parameter",
        "q=a&q=b                          | q         | repeated_parameter",
        "limit=5&limit=5                  | limit     | repeated_parameter",
        "since=&since=                    | since     | repeated_parameter",
        "in=comments                      | in        | unusable_value",
        "in=                              | in        | unusable_value",
        "in=Article                       | in        | unusable_value",
        "since=yesterday                  | since     | unusable_value",
        "until=soon                       | until     | unusable_value",
        "since=2026-07-02&until=2026-07-02| until     | unusable_value",
        "window=7d&until=8d               | until     | unusable_value",
        "window=fortnight                 | window    | unusable_value",
        "window=                          | window    | unusable_value",
        "window=7d&since=2026-07-01       | window    | conflicting_parameters",
        "tz=Atlantis                      | tz        | unusable_value",
        "tz=                              | tz        | unusable_value",
        "match=likely                     | match     | unusable_value",
        "source=                          | source    | unusable_value",
        "author=a&author=                 | author    | unusable_value",
        "sort=date                        | sort      | unusable_value",
        "recency=2                        | recency   | unusable_value",
        "recency=-0.1                     | recency   | unusable_value",
        "recency=NaN                      | recency   | unusable_value",
        "recency=.                        | recency   | unusable_value",
        "now=today                        | now       | unusable_value",
        "now=2026-07-05                   | now       | unusable_value",
        "limit=0                          | limit     | unusable_value",
        "limit=101                        | limit     | unusable_value",
        "limit=ten                        | limit     | unusable_value",
        "limit=                           | limit     | unusable_value",
        "limit=99999999999                | limit     | unusable_value",
        "offset=-1                        | offset    | unusable_value",
        "offset=1001                      | offset    | unusable_value",
        "format=pdf                       | format    | unusable_value",
        "highlight=yes                    | highlight | unusable_value",
        "collapse=no                      | collapse  | unusable_value",
        "timewords=no                     | timewords | unusable_value",
        "cursor=                          | cursor    | unusable_value",
        "cursor=abc                       | cursor    | unusable_value",
        "cursor=abc&offset=10             | offset    | conflicting_parameters",
        "explain=1                        | explain | unusable_value",
        "facets=                          | facets    | unusable_value",
        "facets=source,,author            | facets    | unusable_value",
        "facets=sources                   | facets    | unusable_value",
        "facets=source&facets=author      | facets    | repeated_parameter",
        "histogram=fortnight              | histogram | unusable_value",
        "histogram=                       | histogram | unusable_value",
        "coverage=some                    | coverage  | unusable_value",
      })
  void refusesAndNamesTheParameter(String queryString, String param, String code) {
    assertThatThrownBy(() -> read(queryString))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().status()).isEqualTo(400);
              assertThat(e.problem().param()).isEqualTo(param);
              assertThat(e.problem().code()).isEqualTo(code);
              assertThat(e.problem().detail()).endsWith(".").hasSizeGreaterThan(20);
            });
  }

  @Test
  void aQueryThatIsTooLongIsToldWhereItEnds() {
    assertThatThrownBy(() -> read("q=" + "x".repeat(10_001)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("query_too_long");
              assertThat(e.problem().position()).isEqualTo(10_000);
            });
  }

  @Test
  void aLongValueIsRepeatedShortened() {
    assertThatThrownBy(() -> read("sort=" + "x".repeat(5_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200).contains("xxx…\""));
  }

  @Test
  void asksForWhatCameInSinceAnInstantAndNothingElse() {
    var params = QueryParams.parse("added_since=2026-07-08T12:00:00Z");
    assertThat(SearchCall.read(params, CLOCK).request().addedSince())
        .isEqualTo("2026-07-08T12:00:00Z");
    assertThat(SearchCall.read(QueryParams.parse("added_since="), CLOCK).request().addedSince())
        .isNull();
    assertThatThrownBy(() -> SearchCall.read(QueryParams.parse("added_since=lately"), CLOCK))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("an instant with its zone");
  }
}
