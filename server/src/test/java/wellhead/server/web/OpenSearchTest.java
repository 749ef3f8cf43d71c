package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class OpenSearchTest {

  @Test
  void describesTheSearchAtTheAddressItWasAskedAt() throws Exception {
    try (Site site = Site.of(Stories.article())) {
      String origin = "http://127.0.0.1:" + site.server().port();
      assertThat(templates(site))
          .containsExactly(
              origin + "/search?q={searchTerms}&format=html",
              origin + "/suggest?q={searchTerms}",
              origin + "/search?q={searchTerms}&format=json",
              origin + "/search?q={searchTerms}&format=rss",
              origin + "/search?q={searchTerms}&format=atom",
              origin + "/search?q={searchTerms}&format=jsonfeed",
              origin + "/opensearch.xml");
    }
  }

  @Test
  void behindAProxyItTellsThePublicAddress() throws Exception {
    var options = WebOptions.DEFAULT.with(URI.create("https://search.example.org/energy/"));
    try (Site site = Site.of(new FakeEngine(List.of()), options)) {
      assertThat(templates(site)).allMatch(t -> t.startsWith("https://search.example.org/energy/"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://x",
        "https://x//path",
        "https://x/../path",
        "https://x/?q",
        "https://u@x",
        "search.org",
        "mailto:x"
      })
  void aBaseUrlIsAnAddressWithAPathAtMost(String url) {
    assertThatThrownBy(() -> WebOptions.DEFAULT.with(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(url);
  }

  private static List<String> templates(Site site) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    var source = new InputSource(new StringReader(site.get("/opensearch.xml").body()));
    Element root = factory.newDocumentBuilder().parse(source).getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("OpenSearchDescription");
    var templates = new ArrayList<String>();
    for (int i = 0; i < root.getElementsByTagName("Url").getLength(); i++) {
      templates.add(((Element) root.getElementsByTagName("Url").item(i)).getAttribute("template"));
    }
    return templates;
  }
}
