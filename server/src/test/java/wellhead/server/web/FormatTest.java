package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML",
        "text/html                                  | HTML",
        "TEXT/HTML; charset=utf-8                   | HTML",
        "application/json                           | JSON",
        "application/json, text/html;q=0.9          | JSON",
        "application/json;q=0.5, text/html          | HTML",
        "text/html;q=0.1, */*                       | JSON",
        "text/html;q=0, application/json            | JSON",
        "text/html;q=0                              | JSON",
        "*/*                                        | JSON",
        "text/*                                     | JSON",
        "image/png                                  | JSON",
        "text/html;q=nonsense                       | HTML",
        "text/csv                                   | CSV",
        "text/csv, application/json;q=0.9           | CSV",
        "text/csv;q=0.9, application/json           | JSON",
        "application/x-ndjson, */*;q=0.1            | NDJSON",
        "; , ;;q=                                   | JSON",
      })
  void negotiatesWhereJsonIsUsual(String accept, Format expected) {
    assertThat(Format.negotiate(accept, Format.JSON, SearchCall.FORMS)).hasValue(expected);
  }

  @ParameterizedTest
  @CsvSource({"*/*,HTML", "application/json,JSON", "text/html,HTML", "image/png,HTML"})
  void negotiatesWhereThePageIsUsual(String accept, Format expected) {
    assertThat(Format.negotiate(accept, Format.HTML, SearchCall.FORMS)).hasValue(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*;q=0", "application/json;q=0", "application/*;q=0, text/csv;q=0"})
  void aRefusalInSoManyWordsIsTakenAsOne(String accept) {
    assertThat(Format.negotiate(accept, Format.JSON, SearchCall.FORMS)).isEmpty();
  }

  @Test
  void aFormThatIsNotOfferedIsNotGiven() {
    assertThat(Format.negotiate("text/csv", Format.JSON, StoryCall.FORMS)).hasValue(Format.JSON);
  }

  @Test
  void withoutAcceptTheUsualIsGiven() {
    assertThat(Format.negotiate(null, Format.JSON, SearchCall.FORMS)).hasValue(Format.JSON);
    assertThat(Format.negotiate(null, Format.HTML, SearchCall.FORMS)).hasValue(Format.HTML);
  }
}
