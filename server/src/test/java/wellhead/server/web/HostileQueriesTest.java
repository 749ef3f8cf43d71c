package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.server.search.TestIndex;

/** Whatever is asked of a real index is answered, or refused with a reason; the same each time. */
class HostileQueriesTest {
  private static final long SEED = Long.getLong("seed", 20261125L);
  private static final int ROUNDS = Integer.getInteger("wellhead.fuzz.requests", 150);

  @TempDir static Path index;
  private static ServedIndex site;

  @BeforeAll
  static void serve() throws IOException {
    site =
        ServedIndex.of(
            index,
            List.of(
                TestIndex.headline("a", "OPEC+ agrees on larger output", 10),
                TestIndex.headline("b", "Oil Cargo Rates Poised to Close May at a Small Loss", 30),
                TestIndex.headline("c", "Liquefied natural gas exports reach a record", 50),
                TestIndex.article(
                    "d", "What next for coal", 70, "Oil, gas and 80,000 b/d of it.")));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  private static HttpResponse<String> get(String address) {
    return site.get(address);
  }

  private static List<String> queries() throws IOException {
    try (var in = HostileQueriesTest.class.getResourceAsStream("hostile-queries.txt")) {
      assertThat(in).isNotNull();
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isEmpty() && !line.startsWith("# "))
              .map(HostileQueriesTest::unescaped)
              .toList();
    }
  }

  private static String unescaped(String line) {
    String[] parts = line.split(" ", 3);
    String text = parts[0].equals("repeat") ? parts[2].repeat(Integer.parseInt(parts[1])) : line;
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (c != '\\') {
        out.append(c);
      } else if (next == 'u') {
        out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        out.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
        i++;
      }
    }
    return out.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void twoHundredQueriesAreAnsweredOrRefusedWithAReason() throws IOException {
    List<String> queries = queries();
    assertThat(queries).hasSizeGreaterThanOrEqualTo(200);
    for (String query : queries) {
      String address = "/search?format=json&q=" + encoded(query);
      if (address.length() > 30_000) {
        continue; // is refused before it is a request of ours
      }
      check(address);
    }
  }

  @Test
  void theyCompleteToSomethingOrNothing() throws IOException {
    for (String query : queries()) {
      String address = "/suggest?q=" + encoded(query);
      if (address.length() < 30_000) {
        assertThat(get(address).statusCode()).as(address).isEqualTo(200);
      }
    }
  }

  @Test
  void anyParametersAreAnsweredOrRefusedWithAReason() {
    var random = new Random(SEED);
    for (int i = 0; i < ROUNDS; i++) {
      check("/search?format=json" + parameters(random));
    }
  }

  private static void check(String address) {
    HttpResponse<String> response = get(address);
    assertThat(response.statusCode()).as("seed %d: %s", SEED, address).isIn(200, 400, 410);
    if (response.statusCode() == 200) {
      assertThat(timeless(get(address))).as(address).isEqualTo(timeless(response));
    } else {
      assertThat(response.body())
          .as(address)
          .contains("\"code\":\"", "\"param\":\"")
          .containsPattern("\"detail\":\".{15,}\\.\"}|\"detail\":\".{15,}\"}");
    }
  }

  private static String timeless(HttpResponse<String> response) {
    return response.body().replaceFirst("\"took_ms\":[0-9.]+", "");
  }

  private static final List<String> NAMES =
      List.of(
          "q",
          "in",
          "since",
          "until",
          "window",
          "tz",
          "match",
          "source",
          "author",
          "company",
          "country",
          "commodity",
          "sort",
          "recency",
          "now",
          "limit",
          "offset",
          "cursor",
          "timewords",
          "correct",
          "highlight",
          "facets",
          "histogram",
          "coverage",
          "explain",
          "nonsense");

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "oil",
          "opec last week",
          "oil OR (gas",
          "title:",
          "all",
          "headline",
          "article",
          "2025-07-01",
          "2025-07-01T00:00:00Z",
          "7d",
          "P1M",
          "PT0S",
          "-P1D",
          "UTC",
          "Europe/Berlin",
          "Pacific/Apia",
          "+02:00",
          "possible",
          "certain",
          "a.example",
          "Exxon",
          "newest",
          "oldest",
          "relevance",
          "0",
          "1",
          "0.5",
          "10",
          "100",
          "1000",
          "-1",
          "1e9",
          "true",
          "false",
          "source,author",
          "company,country,commodity",
          "hour",
          "day",
          "week",
          "month",
          "0001-01-01",
          "9999-12-31T23:59:59Z",
          "AQEB",
          "\ud83d\ude00",
          "%",
          "\u0000");

  private static String parameters(Random random) {
    return IntStream.range(0, 1 + random.nextInt(5))
        .mapToObj(i ->
            "&"
                + NAMES.get(random.nextInt(NAMES.size()))
                + "="
                + encoded(VALUES.get(random.nextInt(VALUES.size()))))
        .collect(Collectors.joining());
  }
}
