package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wellhead.indexer.page.ParsedPage.Headline;

/** Pages cut up, shuffled and glued at random: the seed is in the name of what fails. */
class AnyPageTest {

  private static final long SEED = Long.getLong("seed", 20231018L);
  private static final int PAGES = 300;

  @Test
  void readsAnyPageIntoSoundFields() throws IOException, URISyntaxException {
    List<String> lines = new ArrayList<>();
    for (Path page : Golden.pages(".txt", 1)) {
      lines.addAll(Files.readString(page).lines().toList());
    }
    Random random = new Random(SEED);
    for (int n = 0; n < PAGES; n++) {
      String text = cutUp(lines, random);

      assertSound(TextPage.read(text, null), text.split("\n", -1).length, "seed " + SEED);
      assertSound(HtmlPage.read(marked(text, random), null, null), Integer.MAX_VALUE, text);
    }
  }

  private static String cutUp(List<String> lines, Random random) {
    List<String> page = new ArrayList<>();
    for (int n = random.nextInt(80); n >= 0; n--) {
      int from = random.nextInt(lines.size());
      page.addAll(lines.subList(from, Math.min(lines.size(), from + random.nextInt(6))));
      if (random.nextInt(10) == 0) {
        Collections.shuffle(page, random);
      }
    }
    StringBuilder text = new StringBuilder(String.join("\n", page));
    for (int n = random.nextInt(20); n > 0 && !text.isEmpty(); n--) {
      text.deleteCharAt(random.nextInt(text.length()));
    }
    return text.toString();
  }

  private static String marked(String text, Random random) {
    String[] tags = {
      "<p>", "</p>", "<li>", "<ul>", "</ul>", "<h2>", "<span>", "<time>", "<a href=x>"
    };
    StringBuilder html = new StringBuilder();
    for (String line : text.split("\n")) {
      html.append(tags[random.nextInt(tags.length)]).append(line);
    }
    return html.toString();
  }

  private static void assertSound(ParsedPage page, int lines, String description) {
    for (Headline headline : page.headlines()) {
      assertThat(headline.title()).as(description).isNotBlank();
      assertThat(headline.line()).as(description).isBetween(1, lines);
    }
    assertThat(page.headlines())
        .as(description)
        .isSortedAccordingTo((a, b) -> Integer.compare(a.line(), b.line()));
    ParsedPage.Article article = page.article();
    if (article != null) {
      assertThat(article.title()).as(description).isNotBlank();
      assertThat(article.body()).as(description).isNotBlank();
    }
    page.rejected().forEach(r -> assertThat(r.reason()).as(description).isNotBlank());
  }
}
