package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is written with single quotes here. */
class PageMetadataTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'@type':'NewsArticle','headline':'Gas','author':'Jane Doe'}",
        "{'@type':['Thing','Article'],'headline':'Gas','author':{'name':'Jane Doe'}}",
        "[{'@type':'WebSite'},{'@type':'BlogPosting','headline':'Gas','author':['Jane Doe']}]",
        "{'@graph':[{'@type':'ReportageNewsArticle','headline':'Gas','author':'Jane Doe'}]}",
      })
  void believesJsonLdFirst(String json) {
    PageMetadata metadata = read(json, "<meta property='og:title' content='Oil'>");

    assertThat(metadata.title()).isEqualTo("Gas");
    assertThat(metadata.author()).isEqualTo("Jane Doe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "no", "{'@type':'WebSite','headline':'Gas'}", "[]", "null", "'", ""})
  void fallsBackToOpenGraph(String json) {
    PageMetadata metadata =
        read(
            json,
            "<meta property='og:title' content='Oil'>"
                + "<meta property='article:published_time' content='2024-03-01'>");

    assertThat(metadata.title()).isEqualTo("Oil");
    assertThat(metadata.published()).isEqualTo("2024-03-01");
  }

  @Test
  void saysNothingWhereThePageDoes() {
    assertThat(read("", "")).isEqualTo(new PageMetadata(null, false, null, null, null, null, null));
  }

  private static PageMetadata read(String json, String head) {
    return PageMetadata.of(
        Jsoup.parse(
            "<head><script type='application/ld+json'>%s</script>%s</head>"
                .formatted(json.replace('\'', '"'), head)));
  }

  @Test
  void believesNoTitleThatIsTheSitesName() {
    String html =
        "<title>Grid &amp; Barrel</title><a href='/'>Grid &amp; Barrel</a><h1>Oil Slips</h1>";
    assertThat(PageMetadata.of(Jsoup.parse(html)).title()).isNull();
    assertThat(PageMetadata.of(Jsoup.parse(html.replace("'/'", "'/1'"))).title())
        .isEqualTo("Grid & Barrel");
  }
}
