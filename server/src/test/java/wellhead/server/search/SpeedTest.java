package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import wellhead.story.Interval;
import wellhead.story.Story;

/**
 * Measures what is answered beside plain searches, on made-up headlines: run by hand with {@code
 * -Dtest=SpeedTest -Dwellhead.speed=100000}; the figures are in {@code target/speed.txt}.
 */
@EnabledIfSystemProperty(named = "wellhead.speed", matches = "\\d+")
class SpeedTest {
  private static final int STORIES = Integer.getInteger("wellhead.speed", 1000);
  private static final int ROUNDS = 200;
  private static final Instant NOW = TestIndex.NOW;
  private static final String[] KNOWN =
      ("oil gas opec crude prices exports output iran saudi china exxon mobil shell lng tanker"
              + " refinery pipeline power solar wind coal sanctions cut rise fall deal field norway")
          .split(" ");

  @TempDir Path index;

  private static Story made(Random random, int i) {
    String title =
        IntStream.range(0, 5 + random.nextInt(6))
            .mapToObj(n -> word(random))
            .collect(Collectors.joining(" "));
    Instant from = NOW.minusSeconds(random.nextInt(2 * 365 * 86_400));
    return TestIndex.story(
        "s" + i,
        title,
        Interval.between(from, from.plusSeconds(random.nextInt(86_400))),
        null,
        "s" + random.nextInt(40) + ".example");
  }

  /** Half of them known words, the others rarer the longer they are. */
  private static String word(Random random) {
    if (random.nextBoolean()) {
      return KNOWN[random.nextInt(KNOWN.length)];
    }
    int number = (int) Math.pow(30_000, random.nextDouble());
    return Integer.toString(number * 7919, 26).replaceAll("\\d", "e");
  }

  private interface Timed {
    Object run() throws IOException;
  }

  @Test
  void measures() throws IOException {
    var random = new Random(1);
    var stories = new ArrayList<Story>();
    for (int i = 0; i < STORIES; i++) {
      stories.add(made(random, i));
    }
    TestIndex.write(index, 1, stories);
    var lines = new ArrayList<String>();
    try (var engine = LuceneSearchEngine.open(index)) {
      for (String typed : List.of("o", "op", "opec pro", "exxn", "crude ex", "sanctoins")) {
        lines.add(time("suggest " + typed, () -> engine.completions(typed, 10)));
      }
      lines.add(time("plain oil", () -> engine.search(oil().build())));
      for (Facet facet : Facet.values()) {
        var wanted = new Wanted(Set.of(facet), null, false);
        lines.add(time("facet " + facet, () -> engine.search(oil().wanted(wanted).build())));
      }
      var all = new Wanted(Set.of(Facet.values()), BucketSize.DAY, true);
      lines.add(
          time("five facets, days, coverage", () -> engine.search(oil().wanted(all).build())));
      var everything = SearchRequest.of("", NOW).wanted(all);
      lines.add(time("the same of all stories", () -> engine.search(everything.build())));
      lines.add(time("folded", () -> engine.search(oil().collapse(true).build())));
      lines.add(
          time(
              "folded, offset 1000",
              () -> engine.search(oil().page(10, 1000).collapse(true).build())));
      lines.add(
          time(
              "oil last week",
              () -> engine.search(SearchRequest.of("oil last week", NOW).build())));
      lines.add(
          time("mistyped word", () -> engine.search(SearchRequest.of("oil exprots", NOW).build())));
      lines.add(time("similar", () -> engine.similar("s1", 10)));
      var first = engine.search(oil().page(100, 1000).build());
      Cursor after = Cursor.parse(String.valueOf(first.nextCursor())).orElseThrow();
      lines.add(time("cursor, 1100 deep", () -> engine.search(oil().after(after).build())));
    }
    Files.write(Path.of("target", "speed.txt"), lines);
    assertThat(lines).isNotEmpty();
  }

  private static SearchRequestBuilder oil() {
    return SearchRequest.of("oil", NOW);
  }

  private static String time(String what, Timed timed) throws IOException {
    for (int i = 0; i < ROUNDS; i++) {
      timed.run();
    }
    double[] ms = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long begun = System.nanoTime();
      timed.run();
      ms[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(ms);
    return String.format(
        Locale.ROOT,
        "%-30s median %.2f ms, 95%% %.2f ms",
        what,
        ms[ROUNDS / 2],
        ms[ROUNDS * 95 / 100]);
  }
}
