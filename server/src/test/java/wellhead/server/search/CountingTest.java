package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static wellhead.server.search.TestIndex.NOW;
import static wellhead.server.search.TestIndex.story;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.story.ArticleText;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Story;

/** What is counted beside the hits, against counting the slow way. */
class CountingTest {
  private static final long SEED = Long.getLong("seed", 20261125L);
  private static final List<String> WORDS = List.of("oil", "gas", "coal", "wind");

  private static final Interval TEN_DAYS =
      Interval.between(
          NOW.minus(Duration.ofDays(20)), NOW.minus(Duration.ofDays(10)).minusSeconds(1));

  @TempDir static Path index;
  private static List<Story> stories = List.of();
  private static LuceneSearchEngine engine;

  @BeforeAll
  static void open() throws IOException {
    var random = new Random(SEED);
    var made = new ArrayList<Story>();
    for (int i = 0; i < 300; i++) {
      made.add(
          story(
              "s" + i,
              WORDS.get(random.nextInt(4)) + " " + WORDS.get(random.nextInt(4)),
              interval(random),
              random.nextInt(3) == 0
                  ? new ArticleText("Writer " + random.nextInt(5), List.of(), "A body.", List.of())
                  : null,
              "s" + random.nextInt(4) + ".example"));
    }
    stories = made;
    TestIndex.write(
        index,
        3,
        stories,
        List.of(
            NOW.minus(Duration.ofDays(9)),
            NOW.minus(Duration.ofDays(5)),
            NOW.minus(Duration.ofDays(5)).plusSeconds(1),
            NOW.minus(Duration.ofDays(4))));
    engine = LuceneSearchEngine.open(index);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static @Nullable Interval interval(Random random) {
    Instant from = NOW.minusSeconds(random.nextInt(40 * 24 * 3600));
    return switch (random.nextInt(10)) {
      case 0 -> null;
      case 1 -> Interval.until(from);
      case 2 -> new Interval(from, null);
      default -> Interval.between(from, from.plusSeconds(random.nextInt(3 * 24 * 3600)));
    };
  }

  private static Breakdown ask(SearchRequestBuilder request, Wanted wanted) {
    return engine.search(request.wanted(wanted).build()).breakdown();
  }

  private static Map<Facet, List<Breakdown.Value>> facets(
      SearchRequestBuilder request, Facet... facets) {
    return Objects.requireNonNull(
        ask(request, new Wanted(Set.of(facets), null, false)).facets(), "asked for");
  }

  private static Breakdown.Histogram histogram(SearchRequestBuilder request, BucketSize size) {
    return Objects.requireNonNull(
        ask(request, new Wanted(Set.of(), size, false)).histogram(), "asked for");
  }

  private static Breakdown.Coverage coverage(
      SearchRequestBuilder request, @Nullable BucketSize size) {
    return Objects.requireNonNull(
        ask(request, new Wanted(Set.of(), size, true)).coverage(), "asked for");
  }

  private static List<Breakdown.Value> counted(
      Map<Facet, List<Breakdown.Value>> facets, Facet facet) {
    return facets.getOrDefault(facet, List.of());
  }

  /** How often each name occurs, the most frequent first, ties by name. */
  private static List<Breakdown.Value> slowly(Stream<String> names) {
    return names
        .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(e -> new Breakdown.Value(e.getKey(), e.getValue().intValue()))
        .toList();
  }

  private static SearchRequestBuilder oil() {
    return SearchRequest.of("oil", NOW);
  }

  private static List<Story> withOil() {
    return stories.stream().filter(s -> s.title().contains("oil")).toList();
  }

  @Test
  void nothingIsCountedUnasked() {
    assertThat(ask(oil(), Wanted.NOTHING)).isEqualTo(Breakdown.NONE);
  }

  @Test
  void valuesAreCountedOverAllFullMatches() {
    var facets = facets(oil().page(1, 0), Facet.SOURCE, Facet.AUTHOR);
    assertThat(facets).containsOnlyKeys(Facet.SOURCE, Facet.AUTHOR);
    assertThat(counted(facets, Facet.SOURCE))
        .isNotEmpty()
        .isEqualTo(slowly(withOil().stream().flatMap(s -> Stream.ofNullable(s.source()))));
    assertThat(counted(facets, Facet.AUTHOR))
        .isNotEmpty()
        .isEqualTo(
            slowly(
                withOil().stream()
                    .flatMap(s -> Stream.ofNullable(s.article()))
                    .flatMap(article -> Stream.ofNullable(article.author()))));
  }

  @Test
  void filtersCountToo() {
    var facets = facets(oil().filter(Facet.SOURCE, List.of("s1.example")), Facet.SOURCE);
    long expected = withOil().stream().filter(s -> "s1.example".equals(s.source())).count();
    assertThat(counted(facets, Facet.SOURCE))
        .as("what another source would add is told, too")
        .contains(new Breakdown.Value("s1.example", (int) expected))
        .isEqualTo(counted(facets(oil(), Facet.SOURCE), Facet.SOURCE));
  }

  @Test
  void aPropertyIsCountedWithinTheOthersThatAreFilteredBy() {
    var facets =
        facets(
            oil()
                .filter(Facet.SOURCE, List.of("s1.example"))
                .filter(Facet.COMMODITY, List.of("crude oil", "coal")),
            Facet.SOURCE,
            Facet.COMMODITY);
    for (Breakdown.Value value : counted(facets, Facet.COMMODITY)) {
      var one = oil().filter(Facet.SOURCE, List.of("s1.example"));
      var results = engine.search(one.filter(Facet.COMMODITY, List.of(value.value())).build());
      assertThat(value.count()).as(value.value()).isEqualTo(results.total().value());
    }
  }

  @Test
  void aCommodityIsFilteredByAnySpelling() {
    var facets =
        facets(
            SearchRequest.of("", NOW).filter(Facet.COMMODITY, List.of("Petroleum")),
            Facet.COMMODITY);
    assertThat(counted(facets, Facet.COMMODITY))
        .contains(new Breakdown.Value("crude oil", withOil().size()));
  }

  @Test
  void aNameThatNoStoryCanHaveIsSaid() {
    var results =
        engine.search(
            SearchRequest.of("oil", NOW).filter(Facet.COMPANY, List.of("Acme Nowhere")).build());
    assertThat(results.total().value()).isZero();
    assertThat(results.warnings()).singleElement().asString().contains("Acme Nowhere", "company");
  }

  @Test
  void bucketsCountWhatIsInsideAndWhatOverlaps() {
    for (String zone : List.of("UTC", "Asia/Kolkata", "America/New_York")) {
      for (BucketSize size : BucketSize.values()) {
        for (boolean bounded : List.of(true, false)) {
          var request = oil().zone(ZoneId.of(zone));
          if (bounded) {
            request.window(NOW.minus(Duration.ofDays(20)), NOW.minus(Duration.ofDays(10)));
          }
          agrees(request, size, bounded);
        }
      }
    }
  }

  private static void agrees(SearchRequestBuilder request, BucketSize size, boolean bounded) {
    var histogram = histogram(request, size);
    assertThat(histogram.buckets()).isNotEmpty();
    Instant expectedStart = histogram.buckets().getFirst().start();
    for (var bucket : histogram.buckets()) {
      assertThat(bucket.start()).isEqualTo(expectedStart);
      expectedStart = bucket.end();
      var within = Interval.between(bucket.start(), bucket.end().minusSeconds(1));
      var matching =
          withOil().stream()
              .flatMap(story -> Stream.ofNullable(story.published()))
              .map(Published::interval)
              .filter(interval -> !bounded || interval.overlaps(TEN_DAYS))
              .toList();
      assertThat(bucket.possible())
          .as("possible in %s", bucket)
          .isEqualTo((int) matching.stream().filter(i -> i.overlaps(within)).count());
      assertThat(bucket.certain())
          .as("certain in %s", bucket)
          .isEqualTo((int) matching.stream().filter(within::contains).count());
    }
    assertThat(histogram.undated())
        .isEqualTo((int) withOil().stream().filter(s -> s.published() == null).count());
  }

  @Test
  void aWindowIsShownWholeEvenWhereItIsEmpty() {
    var request = SearchRequest.of("zeppelin", NOW).window(NOW.minus(Duration.ofDays(2)), NOW);
    assertThat(histogram(request, BucketSize.DAY).buckets())
        .hasSize(3)
        .allMatch(b -> b.possible() == 0);
  }

  @Test
  void withoutWindowAndMatchesThereIsNothingToShow() {
    assertThat(histogram(SearchRequest.of("zeppelin", NOW), BucketSize.DAY).buckets()).isEmpty();
  }

  @Test
  void whereBucketsWouldBeTooManyTheyAreLonger() {
    for (BucketSize size : BucketSize.values()) {
      var everything =
          oil()
              .window(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));
      var histogram = histogram(everything, size);
      assertThat(histogram.size()).isEqualTo(BucketSize.YEAR);
      assertThat(histogram.buckets()).hasSize(9_999);
    }
    var decades = oil().window(Instant.parse("1990-01-01T00:00:00Z"), NOW);
    assertThat(histogram(decades, BucketSize.HOUR).size()).isEqualTo(BucketSize.WEEK);
  }

  @Test
  void coverageJoinsDaysInARow() {
    var coverage = coverage(oil(), null);
    assertThat(coverage.captures()).isEqualTo(4);
    assertThat(coverage.spans())
        .containsExactly(
            new Breakdown.Span(day("2025-06-29"), day("2025-06-30"), 1),
            new Breakdown.Span(day("2025-07-03"), day("2025-07-05"), 3));
  }

  @Test
  void coverageKeepsToTheWindowAndTheSources() {
    Instant since = NOW.minus(Duration.ofDays(5)).plusSeconds(1);
    assertThat(coverage(oil().window(since, null), BucketSize.HOUR).captures()).isEqualTo(2);
    assertThat(coverage(oil().filter(Facet.SOURCE, List.of("elsewhere.example")), null))
        .isEqualTo(new Breakdown.Coverage(0, List.of()));
  }

  private static Instant day(String day) {
    return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
