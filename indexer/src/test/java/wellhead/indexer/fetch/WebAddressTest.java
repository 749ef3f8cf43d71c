package wellhead.indexer.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.com, https://example.com/",
    "HTTPS://EXAMPLE.com/News#top, https://example.com/News",
    "http://example.com:80/, http://example.com/",
    "https://bücher.example/ä, https://xn--bcher-kva.example/%C3%A4",
  })
  void isAskedForInOneForm(String typed, String address) {
    assertThat(WebAddress.parse(typed)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "example.com", "ftp://example.com/", "https://", "https:///x", "file:///x"})
  void isNoWebAddress(String typed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebAddress.parse(typed))
        .withMessageContaining("not a web address: \"" + typed + "\"");
  }

  @Test
  void aPasswordIsNeverWrittenAnywhere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WebAddress.parse("https://me:secret@example.com/"))
        .withMessageNotContaining("secret");
    assertThat(WebAddress.parse("https://a.example/").resolve("https://me:secret@b.example/"))
        .hasToString("Optional[https://b.example/]");
  }

  @ParameterizedTest
  @CsvSource({
    "desk@example.com, Wellhead/1 (+mailto:desk@example.com)",
    "mailto:desk@example.com, Wellhead/1 (+mailto:desk@example.com)",
    "https://example.com/bot, Wellhead/1 (+https://example.com/bot)",
  })
  void whomToWriteToIsToldToSites(String contact, String header) {
    assertThat(UserAgent.of("1", contact).header()).isEqualTo(header);
  }

  @ParameterizedTest
  @ValueSource(strings = {"me", "a@b\r\nX: y", "https://example.com/)x", "ü@example.com", ""})
  void whatIsNoContactIsNotSent(String contact) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UserAgent.of("1", contact))
        .withMessageContaining("neither a mail address nor a web address");
  }
}
