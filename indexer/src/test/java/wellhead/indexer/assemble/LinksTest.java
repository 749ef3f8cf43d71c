package wellhead.indexer.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {

  @ParameterizedTest
  @CsvSource({
    "https://a.example/1, https://a.example/2",
    "https://a.example/s?id=1, https://a.example/s?id=2",
    "https://a.example/, https://a.example/2",
  })
  void differOnOneHostByPathOrQuery(String one, String other) {
    assertThat(Links.differ(one, other)).isTrue();
    assertThat(Links.differ(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/1, https://a.example/1",
    "https://a.example/1, http://www.a.example/1/",
    "https://a.example/1, https://a.example/1#comments",
    "https://a.example/1, https://a.example/1?from=home",
    "https://a.example/1, https://feeds.example/~r/77",
    "https://a.example/1, not a link",
  })
  void mayBeOneElse(String one, String other) {
    assertThat(Links.differ(one, other)).isFalse();
    assertThat(Links.differ(other, one)).isFalse();
  }
}
