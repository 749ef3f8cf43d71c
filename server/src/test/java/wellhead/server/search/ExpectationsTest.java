package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wellhead.story.Story;

/** What an energy reader expects, from {@code expectations.txt}; its head says how to read it. */
class ExpectationsTest {
  private static final long SEED = Long.getLong("seed", 20261125L);
  private static final List<Expectation> EXPECTATIONS = read();

  @TempDir static Path folder;
  private static LuceneSearchEngine engine;
  private static final Map<String, String> TITLES = new LinkedHashMap<>();

  record Expectation(String query, Set<String> found, Set<String> notFound) {
    @Override
    public String toString() {
      return query;
    }
  }

  private static List<Expectation> read() {
    var expectations = new ArrayList<Expectation>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ExpectationsTest.class.getResourceAsStream("expectations.txt")),
                StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        if (line.startsWith(" + ")) {
          expectations.getLast().found().add(line.substring(3));
        } else if (line.startsWith(" - ")) {
          expectations.getLast().notFound().add(line.substring(3));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          expectations.add(new Expectation(line, new LinkedHashSet<>(), new LinkedHashSet<>()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return expectations;
  }

  @BeforeAll
  static void write() throws IOException {
    EXPECTATIONS.stream()
        .flatMap(e -> Stream.concat(e.found().stream(), e.notFound().stream()))
        .distinct()
        .forEach(title -> TITLES.put("s" + TITLES.size(), title));
    var stories = new ArrayList<Story>();
    TITLES.forEach((id, title) -> stories.add(TestIndex.headline(id, title, 10)));
    TestIndex.write(folder, 1, stories);
    engine = LuceneSearchEngine.open(folder);
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  static List<Expectation> expectations() {
    assertThat(EXPECTATIONS).hasSizeGreaterThan(200);
    return EXPECTATIONS;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("expectations")
  void findsWhatIsMeantAndNothingElse(Expectation expected) {
    Set<String> found = found(expected.query());
    assertThat(found).containsAll(expected.found());
    assertThat(expected.notFound()).doesNotContainAnyElementsOf(found);
  }

  @Test
  void everyHeadlineIsFoundByItselfQuotedAndUnquoted() {
    for (String title : TITLES.values()) {
      assertThat(finds(engine, title, title)).as(title).isTrue();
      assertThat(finds(engine, "\"" + title + "\"", title)).as("\"%s\"", title).isTrue();
    }
  }

  @Test
  void oddHeadlinesAreFoundByThemselvesQuotedAndUnquoted(@TempDir Path other) throws IOException {
    var random = new Random(SEED);
    List<String> words =
        TITLES.values().stream().flatMap(title -> Arrays.stream(title.split(" "))).toList();
    List<String> joints =
        List.of(" ", " ", " ", " ", "-", "/", " – ", ": ", ", ", "’s ", ". ", "&");
    var stories = new ArrayList<Story>();
    for (int i = 0; i < Integer.getInteger("headlines", 120); i++) {
      var title = new StringBuilder("Odd");
      for (int length = 1 + random.nextInt(9); length > 0; length--) {
        title.append(joints.get(random.nextInt(joints.size())));
        title.append(words.get(random.nextInt(words.size())));
      }
      stories.add(TestIndex.headline("o" + i, title.toString(), 10));
    }
    TestIndex.write(other, 1, stories);
    try (var odd = LuceneSearchEngine.open(other)) {
      for (Story story : stories) {
        for (String query : List.of(story.title(), "\"" + story.title() + "\"")) {
          assertThat(finds(odd, query, story.title())).as("seed %d: %s", SEED, query).isTrue();
        }
      }
    }
  }

  private static boolean finds(SearchEngine searched, String query, String title) {
    return searched.search(Asked.of(query).page(10, 0).request()).hits().stream()
        .anyMatch(hit -> hit.title().equals(title) && !hit.partial());
  }

  /** The titles of the full matches. */
  private static Set<String> found(String query) {
    var found = new LinkedHashSet<String>();
    for (int offset = 0; offset <= 1000; offset += 100) {
      List<SearchResults.Hit> hits =
          engine.search(Asked.of(query).page(100, offset).request()).hits();
      found.addAll(
          hits.stream()
              .filter(hit -> !hit.partial())
              .map(SearchResults.Hit::title)
              .collect(Collectors.toSet()));
      if (hits.size() < 100 || hits.getLast().partial()) {
        break;
      }
    }
    return found;
  }
}
