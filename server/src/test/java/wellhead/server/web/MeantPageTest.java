package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.server.search.TestIndex;

/** A page that would be empty shows what was probably meant; programs get what they asked. */
class MeantPageTest {
  private static final String SHOWN = "No story has “opek”; showing “opec”. Search only for";

  @TempDir static Path index;
  private static ServedIndex site;

  @BeforeAll
  static void serve() throws IOException {
    site =
        ServedIndex.of(
            index,
            List.of(
                TestIndex.headline("a", "OPEC agrees on larger output", 10),
                TestIndex.headline("b", "Refinery on the coast reopens", 30)));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static String get(String address, String accept) {
    return site.get(address, "Accept", accept).body();
  }

  @Test
  void anEmptyPageShowsWhatWasMeantAndOneClickUndoesIt() {
    assertThat(get("/search?q=opek&in=headline", "text/html"))
        .contains(
            SHOWN
                + " <a href=\"/search?q=opek&amp;in=headline&amp;correct=false\" dir=\"auto\">opek</a>.",
            "agrees on larger output");
  }

  @Test
  void withoutCorrectionThePageIsEmptyAndOffersIt() {
    assertThat(get("/search?q=opek&correct=false", "text/html"))
        .contains("No results", "Did you mean <a href=\"/search?q=opec\" dir=\"auto\">opec</a>?")
        .doesNotContain("agrees on larger output");
  }

  @Test
  void partialMatchesOfWhatWasMeantAreBetterThanNothing() {
    assertThat(get("/search?q=opek+refinery", "text/html"))
        .contains("No story has “opek refinery”; showing “opec refinery”.", "Partial matches");
  }

  @Test
  void programsGetTheHitsOfWhatTheyAskedAndTheOtherQueryByName() {
    assertThat(get("/search?q=opek", "application/json"))
        .contains("\"corrected\":\"opec\"", "\"hits\":[]");
    assertThat(get("/search?q=opek&correct=maybe", "application/json")).contains("\"correct\"");
  }
}
