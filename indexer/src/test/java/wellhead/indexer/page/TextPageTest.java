package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page beside {@code TextPageTest} in the resources is read as its expected.json says. */
class TextPageTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FEWEST_PAGES = 25;

  @ParameterizedTest
  @MethodSource("pages")
  void readsThePage(Path page) throws IOException {
    String expected = page.getFileName().toString().replace(".txt", ".expected.json");

    JsonNode read = toJson(TextPage.read(Files.readString(page), null));

    assertThat(read.toPrettyString())
        .isEqualTo(JSON.readTree(page.resolveSibling(expected).toFile()).toPrettyString());
  }

  static List<Path> pages() throws IOException, URISyntaxException {
    var folder = Objects.requireNonNull(TextPageTest.class.getResource("not-found.txt"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()).resolveSibling("."))) {
      List<Path> pages = files.filter(p -> p.toString().endsWith(".txt")).sorted().toList();
      assertThat(pages).hasSizeGreaterThan(FEWEST_PAGES);
      return pages;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\uFEFF", "\r\n\r\n", "\u00A0\u200B\r\n", "•", "•••\n•", "...", "\0"})
  void readsNothingFromNothing(String text) {
    assertThat(TextPage.read(text, null)).isEqualTo(new ParsedPage(List.of(), null, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\u2028", "\f\n"})
  void takesLineEndsOfEverySystem(String end) {
    String text = String.join(end, "3 hours Gas Rises Again", "5 hours Coal Falls Again");

    assertThat(TextPage.read(text, null).headlines())
        .extracting(ParsedPage.Headline::title)
        .containsExactly("Gas Rises Again", "Coal Falls Again");
  }

  @Test
  void readsALineOfMegabytes() {
    assertThat(TextPage.read("gas ".repeat(1_000_000), null).headlines()).isEmpty();
    assertThat(TextPage.read("x".repeat(4_000_000), null).headlines()).isEmpty();
    assertThat(TextPage.read("气".repeat(1_000_000), null).headlines()).isEmpty();
  }

  @Test
  void readsTensOfThousandsOfLines() {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 20_000; i++) {
      rows.append("  • ").append(i).append(" days Field Number ").append(i).append(" Is Closed\n");
    }

    assertThat(TextPage.read(rows.toString(), null).headlines()).hasSize(20_000);
  }

  @Test
  void usesWhatAHostAlonePrints() {
    String page =
        """
        Gas Storage Fills Early This Year

        %s

        Download Oilprice.com on Apple, and this is a sentence to mistake for prose.
        """
            .formatted(
                "Storage sites filled two weeks early, operators said on Monday.\n\n".repeat(6));

    assertThat(TextPage.read(page, "oilprice.com").article())
        .extracting(a -> a == null ? "" : a.body(), InstanceOfAssertFactories.STRING)
        .contains("operators said")
        .doesNotContain("mistake for prose");
  }

  private static JsonNode toJson(ParsedPage page) {
    ObjectNode node = JSON.createObjectNode();
    ArrayNode headlines = node.putArray("headlines");
    for (ParsedPage.Headline h : page.headlines()) {
      headlines
          .addObject()
          .put("line", h.line())
          .put("title", h.title())
          .put("age", h.age())
          .put("date", h.date());
    }
    node.set("article", toJson(page.article()));
    return node;
  }

  private static @Nullable JsonNode toJson(ParsedPage.@Nullable Article article) {
    if (article == null) {
      return JSON.nullNode();
    }
    String[] paragraphs = article.body().split("\n\n");
    ObjectNode node = JSON.createObjectNode();
    node.put("line", article.line())
        .put("title", article.title())
        .put("author", article.author())
        .put("age", article.age())
        .put("date", article.date())
        .put("takeaways", article.takeaways().size())
        .put("paragraphs", paragraphs.length)
        .put("first", words(paragraphs[0], true))
        .put("last", words(paragraphs[paragraphs.length - 1], false));
    ArrayNode comments = node.putArray("comments");
    for (ParsedPage.Remark c : article.comments()) {
      comments.addObject().put("author", c.author()).put("date", c.date()).put("text", c.text());
    }
    return node;
  }

  /** Six words, or twelve signs where there are no spaces: enough to know a paragraph by. */
  private static String words(String paragraph, boolean first) {
    String[] words = paragraph.split(" ");
    if (words.length < 2) {
      int signs = Math.min(12, paragraph.length());
      return first
          ? paragraph.substring(0, signs)
          : paragraph.substring(paragraph.length() - signs);
    }
    int n = Math.min(6, words.length);
    List<String> all = List.of(words);
    return String.join(" ", first ? all.subList(0, n) : all.subList(all.size() - n, all.size()));
  }
}
