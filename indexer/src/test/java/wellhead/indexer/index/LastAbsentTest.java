package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.assemble.FrontPage;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Story;

/** A site that prints the day of a story, captured every hour. */
class LastAbsentTest {
  private static final Instant START = Instant.parse("2026-03-02T06:17:00Z");
  private static final long SEED = Long.getLong("seed", 23);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  @TempDir Path temporary;
  private final FrontPage page =
      new FrontPage(SEED)
          .publish(START.minus(Duration.ofDays(4)), 7, 0)
          .capture(
              START,
              START.plus(Duration.ofDays(3)),
              Duration.ofHours(1),
              240,
              (published, now) -> DAY.format(published));
  private Path captures;

  @BeforeEach
  void folder() throws IOException {
    captures = Files.createDirectory(temporary.resolve("captures"));
  }

  @Test
  void aDayBecomesTheHourInWhichTheStoryCameToTheList() throws Exception {
    for (FrontPage.Page one : page.pages()) {
      write(one, one.text().lines().toList());
    }
    Collection<Story> stories = index("index", List.of(files()));
    assertThat(missed(stories)).isEmpty();
    List<Duration> widths =
        stories.stream()
            .map(story -> Objects.requireNonNull(story.published()))
            .filter(published -> published.lastAbsent() != null)
            .map(published -> published.interval().width().orElseThrow())
            .sorted()
            .toList();
    assertThat(widths).hasSizeGreaterThan(30);
    assertThat(widths.getLast()).isLessThan(Duration.ofHours(3));
  }

  /** Sections, cut pages, rows gone, pinned, in disorder, with other titles. */
  @Test
  void noPageThatIsNotTheWholeListMovesAStoryAwayFromItsTime() throws Exception {
    var random = new Random(SEED);
    for (FrontPage.Page one : page.pages()) {
      write(one, damaged(one.text().lines().toList(), random));
    }
    assertThat(missed(index("index", List.of(files())))).as("seed %s", SEED).isEmpty();
  }

  @Test
  void endsTheSameInAnyOrderAndGrouping() throws Exception {
    var random = new Random(SEED);
    for (FrontPage.Page one : page.pages().subList(0, 40)) {
      List<String> lines = one.text().lines().toList();
      write(one, random.nextInt(5) == 0 ? damaged(lines, random) : lines);
    }
    List<Story> whole = List.copyOf(index("whole", List.of(files())));
    assertThat(whole)
        .filteredOn(s -> s.published() != null && s.published().lastAbsent() != null)
        .isNotEmpty();
    for (int attempt = 0; attempt < 3; attempt++) {
      List<String> shuffled = new ArrayList<>(files());
      Collections.shuffle(shuffled, random);
      var runs = new ArrayList<List<String>>();
      for (int from = 0; from < shuffled.size(); from += 9) {
        runs.add(shuffled.subList(from, Math.min(shuffled.size(), from + 9)));
      }
      assertThat(List.copyOf(index("attempt " + attempt, runs)))
          .as("seed %s", SEED)
          .isEqualTo(whole);
    }
  }

  private static List<String> damaged(List<String> lines, Random random) {
    var rows = new ArrayList<>(lines);
    switch (random.nextInt(9)) {
      case 0 -> rows.removeIf(row -> row.hashCode() % 3 == 0);
      case 1 -> rows.subList(5 + random.nextInt(10), rows.size()).clear();
      case 2 -> rows.remove(6 + random.nextInt(8));
      case 3 -> rows.addFirst(rows.remove(6 + random.nextInt(8)));
      case 4 -> Collections.shuffle(rows, random);
      case 5 -> rows.set(0, rows.get(0).replace("Waits", "Still Waits"));
      default -> {}
    }
    return rows;
  }

  private void write(FrontPage.Page one, List<String> rows) throws IOException {
    String stamp = one.capturedAt().toString().replace(":", "-");
    Files.write(captures.resolve(FrontPage.SOURCE + "_" + stamp + ".txt"), rows);
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(captures)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  private Collection<Story> index(String name, List<List<String>> runs) throws Exception {
    Path folder = temporary.resolve(name);
    for (List<String> paths : runs) {
      new IndexRun(
              folder,
              false,
              CaptureOptions.NONE,
              InputStream.nullInputStream(),
              InstantSource.fixed(START.plus(Duration.ofDays(60))))
          .run(paths);
    }
    return CaptureFolder.stories(folder).values();
  }

  private List<String> missed(Collection<Story> stories) {
    Map<String, Instant> truth =
        page.stories().stream()
            .collect(Collectors.toMap(FrontPage.Story::title, FrontPage.Story::published));
    return stories.stream()
        .filter(story -> truth.containsKey(story.title()))
        .filter(
            story -> !holds(story.published(), Objects.requireNonNull(truth.get(story.title()))))
        .map(story -> truth.get(story.title()) + " is not in " + story)
        .toList();
  }

  private static boolean holds(@Nullable Published published, Instant at) {
    Interval interval = published == null ? null : published.interval();
    return interval != null && interval.contains(at);
  }
}
