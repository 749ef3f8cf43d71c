package wellhead.server.web;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import wellhead.server.search.CursorExpiredException;
import wellhead.server.search.InvalidQueryException;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.server.search.SearchResults;
import wellhead.server.search.TestIndex;

/**
 * Whatever stands behind the question mark of {@code /search}: it is refused with a reason, or
 * answered in JSON and as a page.
 *
 * <p>With the build, on what was found before; for new finds run with the environment variable
 * {@code JAZZER_FUZZ=1}.
 */
class SearchFuzzTest {
  private static final Instant NOW = Instant.parse("2025-07-08T12:00:00Z");
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  @TempDir static Path index;
  private static LuceneSearchEngine engine;
  private static Pages pages;

  @BeforeAll
  static void open() throws IOException {
    TestIndex.write(
        index,
        1,
        List.of(
            TestIndex.headline("a", "OPEC+ agrees on larger output", 10),
            TestIndex.headline("b", "Oil Cargo Rates Poised to Close May at a Small Loss", 30),
            TestIndex.headline("c", "Oil cargo rates poised to close May at a loss", 31),
            TestIndex.article("d", "What next for coal", 70, "Oil, gas and 80,000 b/d of it.")));
    engine = LuceneSearchEngine.open(index);
    pages = new Pages(Assets.load(), new BaseUrl(null));
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @FuzzTest(maxDuration = "5m")
  @DictionaryEntries({
    "q=oil",
    "&in=article",
    "&since=2025-07-01",
    "&until=7d",
    "&window=P30D",
    "&tz=Asia/Kolkata",
    "&match=certain",
    "&source=x",
    "&author=y",
    "&sort=oldest",
    "&recency=0.5",
    "&now=2025-07-08",
    "&limit=2",
    "&offset=1",
    "&cursor=",
    "&facets=source,company",
    "&histogram=day",
    "&highlight=false",
    "&explain=true",
    "&coverage=true",
    "&timewords=false",
    "&collapse=true",
    "&country=",
    "&commodity=",
    "%22",
    "%2B",
    "T00:00:00Z",
    "PT6H",
    "NEAR/5",
    "OR",
    "before:"
  })
  void anyParametersAreAnsweredOrRefused(byte[] bytes) throws IOException {
    SearchCall call;
    SearchResults results;
    try {
      call = SearchCall.read(QueryParams.parse(new String(bytes, StandardCharsets.UTF_8)), NOW);
      results = engine.search(call.request());
    } catch (ProblemException | InvalidQueryException | CursorExpiredException refused) {
      return;
    }
    JSON.readTree(AnswerJson.render(call, results, 0));
    SearchCall paged = call.forPage();
    String page =
        new String(
            pages.search(SearchPage.of(paged, engine.search(paged.request()), null)),
            StandardCharsets.UTF_8);
    if (!page.strip().endsWith("</html>")) {
      throw new AssertionError("a page without an end for " + call);
    }
  }
}
