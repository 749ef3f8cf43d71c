package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.server.search.SearchResults;
import wellhead.server.search.SearchResults.Hit;
import wellhead.server.search.SearchResults.IndexState;
import wellhead.server.search.SearchResults.Provenance;
import wellhead.server.search.SearchResults.Total;
import wellhead.story.Story;

class PagingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      emptyValue = "",
      value = {
        // total | exact | offset | limit | hits | range | previous | next
        "  3 | true  |    0 |  10 |  3 | ''                          | -       | -",
        " 10 | true  |    0 |  10 | 10 | ''                          | -       | -",
        " 41 | true  |    0 |  10 | 10 | 1–10 of 41                  | -       | offset=10",
        " 41 | true  |   10 |  10 | 10 | 11–20 of 41                 | first   | offset=20",
        " 41 | true  |   15 |  10 | 10 | 16–25 of 41                 | offset=5| offset=25",
        " 41 | true  |   40 |  10 |  1 | 41–41 of 41                 | offset=30 | -",
        " 41 | true  |    5 |  10 | 10 | 6–15 of 41                  | first   | offset=15",
        "9000| false |    0 |  10 | 10 | 1–10 of at least 9,000      | -       | offset=10",
        " 10 | false |    0 |  10 | 10 | 1–10 of at least 10         | -       | offset=10",
        "9000| true  | 1000 |  10 | 10 | '1,001–1,010 of 9,000'      | offset=990 | -",
        " 41 | true  |  100 |  10 |  0 | ''                          | offset=90  | -",
      })
  void goesThroughTheList(
      int total,
      boolean exact,
      int offset,
      int limit,
      int hits,
      String range,
      @Nullable String previous,
      @Nullable String next) {
    QueryParams given =
        QueryParams.parse("q=x&limit=" + limit + (offset == 0 ? "" : "&offset=" + offset));
    var results =
        new SearchResults(
            "x",
            null,
            false,
            List.of(),
            new Total(total, exact, 0, 0, 0),
            Collections.nCopies(hits, HIT),
            new IndexState(1, Stories.NOW, 1));
    Paging paging = Paging.of(SearchCall.read(given, Stories.NOW), results);
    assertThat(paging).isEqualTo(new Paging(range, url(previous, limit), url(next, limit)));
  }

  private static final Hit HIT =
      new Hit(
          "id",
          Story.Kind.HEADLINE,
          1,
          false,
          "t",
          null,
          null,
          null,
          null,
          null,
          null,
          1,
          null,
          null,
          List.of(),
          new Provenance("f", 1, null));

  private static @Nullable String url(@Nullable String offset, int limit) {
    if (offset == null) {
      return null;
    }
    String start = "/search?q=x&limit=" + limit;
    return offset.equals("first") ? start : start + "&" + offset;
  }
}
