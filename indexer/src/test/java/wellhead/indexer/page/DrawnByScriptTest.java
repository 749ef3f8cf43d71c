package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose rows exist for scripts only, in the shapes that frameworks leave. */
class DrawnByScriptTest {
  private static final String HEAD =
      "<!doctype html><html lang=en><head><meta charset=utf-8><title>The Wire</title>"
          + "<script defer src=/static/main.3f2a.js></script></head><body>";

  private static ParsedPage read(String body) {
    return HtmlPage.read(HEAD + body + "</body></html>", null, "https://wire.example/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>",
        "<div id=app></div><script src=/js/chunk-vendors.js></script>",
        "<app-root></app-root><script src=runtime.js type=module></script>",
        "<app-root><div class=spinner>Loading...</div></app-root>",
        "<div id=__next><div class=skeleton></div><div class=skeleton></div></div>"
            + "<script id=__DATA__ type=application/json>{\"props\":{}}</script>",
        "<div><div id=shell><main id=content></main></div></div>",
        "<script>window.boot({el: document.body})</script>",
        "<noscript><p>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.</p></noscript>"
            + "<header><a href=/>The Wire</a> <a href=/login>Anmelden</a></header><div id=app></div>"
            + "<footer><a href=/imprint>Impressum</a> <a href=/privacy>Datenschutz</a></footer>",
      })
  void areNamedAsSuch(String body) {
    ParsedPage page = read(body);
    assertThat(page.kind()).isEqualTo(ParsedPage.Kind.NEITHER);
    assertThat(page.drawnByScript()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div id=main><p>The archive is closed until Monday. Write to us if you miss a paper.</p></div>",
        "<h1>404</h1><p>There is no page at this address any more, or there never was one here.</p>",
        "<form action=/login><div id=box><input name=user></div></form>"
            + "<p>Subscribers log in here to read the paper.</p>",
      })
  void aPageThatOnlyHasNoNewsIsNot(String body) {
    assertThat(read(body).drawnByScript()).isFalse();
  }

  @Test
  void withoutAScriptNothingIsDrawn() {
    String page = "<!doctype html><html><body><div id=root></div></body></html>";
    assertThat(HtmlPage.read(page, null, null).drawnByScript()).isFalse();
    String told = "<html><body><div id=root></div><script type=application/ld+json>{}</script>";
    assertThat(HtmlPage.read(told, null, null).drawnByScript()).isFalse();
  }

  @Test
  void aShellThatTellsItsListToMachinesIsRead() {
    String list =
        "<div id=root></div><script type=application/ld+json>{\"@type\":\"ItemList\",\"itemListElement\":["
            + "{\"@type\":\"ListItem\",\"position\":1,\"item\":{\"@type\":\"NewsArticle\",\"headline\":"
            + "\"Refiners Cut Runs After Margins Collapse\",\"url\":\"/a\"}}]}</script>";
    assertThat(read(list).headlines()).hasSize(1);
    assertThat(read(list).drawnByScript()).isFalse();
  }
}
