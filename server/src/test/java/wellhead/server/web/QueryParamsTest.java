package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParamsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "q=oil                  | oil",
        "q=oil+gas              | oil gas",
        "q=OPEC%2B              | OPEC+",
        "q=a%20b                | a b",
        "q=caf%C3%A9            | café",
        "q=café                 | café",
        "q=%F0%9F%9B%A2         | 🛢",
        "q=a%26b%3Dc            | a&b=c",
        "q=a=b                  | a=b",
        "&&q=oil&               | oil",
        "q                      | ``",
        "q=                     | ``",
      })
  void decodes(String queryString, String q) {
    assertThat(QueryParams.parse(queryString).first("q")).isEqualTo(q);
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%", "q=%2", "q=%zz", "q=%E9", "q=%C3", "q=a%C3b", "q=%-1", "q=%+1"})
  void refusesWhatWouldBecomeAnotherQuery(String queryString) {
    assertThatThrownBy(() -> QueryParams.parse(queryString))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo("malformed_encoding");
              assertThat(e.problem().param()).isEqualTo("q");
            });
  }

  @Test
  void keepsOrderAndRepetition() {
    QueryParams params = QueryParams.parse("source=b&q=x&source=a");
    assertThat(params.names()).containsExactly("source", "q");
    assertThat(params.all("source")).containsExactly("b", "a");
  }

  @Test
  void writesWhatItReads() {
    QueryParams params =
        QueryParams.NONE
            .with("q", "OPEC+ & \"käse\" 🛢 100%")
            .with("source", List.of("a.com", "b c"));
    String url = params.on("/search");
    assertThat(QueryParams.parse(url.substring(url.indexOf('?') + 1))).isEqualTo(params);
  }

  @Test
  void changesOneAndKeepsTheRest() {
    QueryParams params = QueryParams.parse("q=x&sort=newest&offset=20");
    assertThat(params.without("offset").with("sort", "oldest").on("/search"))
        .isEqualTo("/search?q=x&sort=oldest");
    assertThat(params.with("sort", List.of()).names()).containsExactly("q", "offset");
    assertThat(QueryParams.NONE.on("/search")).isEqualTo("/search");
  }
}
