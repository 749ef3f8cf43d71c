package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import wellhead.indexer.assemble.FrontPage;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.cli.CapturesCommand;
import wellhead.indexer.cli.CheckCommand;
import wellhead.schema.StoryCodec;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Story;

/** A front page captured every hour, some captures bearing a wrong time. */
class WrongClocksTest {
  private static final Instant START = Instant.parse("2026-03-02T06:17:00Z");
  private static final long SEED = Long.getLong("seed", 23);
  private static final int CAPTURES = 36;

  @TempDir Path temporary;

  private FrontPage page =
      new FrontPage(SEED)
          .publish(START.minus(Duration.ofDays(2)), 4, 0.03)
          .capture(
              START,
              START.plus(Duration.ofHours(CAPTURES)),
              Duration.ofHours(1),
              200,
              FrontPage::round);

  @Test
  void nobodyIsNamedWhereAllClocksAreRight() throws Exception {
    assertThat(clocks(index("right", files("right", n -> Duration.ZERO)))).isEmpty();
    assertThat(command(new CapturesCommand(), "right", "--json")).doesNotContain("least_seconds");
  }

  @Test
  void oneThatIsAnHourLateIsNamedAndWidensNothing() throws Exception {
    List<String> right = files("right", n -> Duration.ZERO);
    index("right", right);
    List<String> late = files("late", n -> Duration.ofHours(n == 17 ? 1 : 0));
    Report report = index("late", late);
    String file = name(late.get(17));
    assertThat(clocks(report))
        .singleElement()
        .asString()
        .startsWith(file + " contradicts ")
        .contains("late")
        .contains("wellhead forget --capture " + file);
    assertThat(conflicts("late")).isEqualTo(conflicts("right"));
    assertThat(median("late")).isLessThan(median("right").multipliedBy(3).dividedBy(2));
    assertThat(outside("late")).isEmpty();
    assertThat(command(new CapturesCommand(), "late")).containsPattern("late +barrel");
    assertThat(command(new CheckCommand(), "late")).contains("note: " + file + " contradicts");
  }

  @Test
  void oneInTenThatIsAnywhereWithinADayIsNamedAndAllStoriesAreRight() throws Exception {
    var random = new Random(SEED);
    Map<Integer, Duration> off = new TreeMap<>();
    for (int i = 5; i < CAPTURES; i += 10) {
      off.put(i, Duration.ofMinutes(120 + random.nextInt(1200)).multipliedBy(i % 4 < 2 ? 1 : -1));
    }
    List<String> files = files("off", n -> off.getOrDefault(n, Duration.ZERO));
    assertThat(named(index("off", files)))
        .containsExactlyInAnyOrderElementsOf(
            off.keySet().stream().map(i -> name(files.get(i))).toList());
    assertThat(outside("off")).isEmpty();
  }

  @Test
  void aJumpIsToldWithItsSizeAndNeitherSideIsBelievedAlone() throws Exception {
    int middle = CAPTURES / 2;
    Report report = index("jump", files("jump", n -> Duration.ofHours(n < middle ? 0 : 1)));
    assertThat(clocks(report))
        .singleElement()
        .asString()
        .contains("jumped between " + page.pages().get(middle - 1).capturedAt())
        .contains(" and " + page.pages().get(middle).capturedAt().plus(Duration.ofHours(1)))
        .contains("late")
        .contains("not known");
    assertThat(outside("jump")).isEmpty();
  }

  @Test
  void aJumpWhileNothingWasCapturedIsToldByDaysThatGiveWayTooLate() throws Exception {
    Instant monday = START.plus(Duration.ofHours(CAPTURES + 30));
    page =
        new FrontPage(SEED)
            .publish(START.minus(Duration.ofDays(2)), 6, 0.03)
            .capture(
                START,
                monday.minus(Duration.ofHours(30)),
                Duration.ofHours(1),
                200,
                FrontPage::floor)
            .capture(
                monday,
                monday.plus(Duration.ofHours(CAPTURES)),
                Duration.ofHours(1),
                200,
                FrontPage::floor);
    assertThat(clocks(index("right", files("right", n -> Duration.ZERO)))).isEmpty();
    Report report = index("sunday", files("sunday", n -> Duration.ofHours(n < CAPTURES ? 0 : 1)));
    assertThat(clocks(report))
        .singleElement()
        .asString()
        .contains("jumped between " + page.pages().get(CAPTURES - 1).capturedAt())
        .contains(" and " + page.pages().get(CAPTURES).capturedAt().plus(Duration.ofHours(1)))
        .contains("late")
        .contains("not known");
    assertThat(outside("sunday")).isEmpty();
  }

  @Test
  void theFewBehindAJumpAreReadAgainstTheMany() throws Exception {
    Report report = index("few", files("few", n -> Duration.ofHours(n < 30 ? 0 : -2)));
    assertThat(clocks(report)).isNotEmpty();
    assertThat(outside("few")).isEmpty();
  }

  @Test
  void whatIsStatedInTheSettingsMakesTheClockRight() throws Exception {
    List<String> files = files("stated", n -> Duration.ofHours(n < 18 ? 0 : 1));
    Instant since = page.pages().get(18).capturedAt();
    Files.writeString(
        temporary.resolve("stated/wellhead.toml"),
        "[\"barrelpost.example\"]\nclock-late = \"1h\"\nclock-late-since = " + since + "\n");
    assertThat(clocks(index("stated", List.of(temporary.resolve("stated").toString())))).isEmpty();
    assertThat(outside("stated")).isEmpty();
    assertThat(files).hasSize(CAPTURES);
  }

  @Test
  void forgettingTheWrongOneLeavesWhatTheOthersTell() throws Exception {
    List<String> files = files("late", n -> Duration.ofHours(n == 17 ? 1 : 0));
    index("late", files);
    new Forgetting(temporary.resolve("ix-late"), InstantSource.fixed(now()))
        .forget(new Forgetting.Subject.Capture(name(files.get(17))));
    index("without", files.stream().filter(f -> !f.equals(files.get(17))).toList());
    assertThat(times("late")).isEqualTo(times("without"));
    assertThat(command(new CheckCommand(), "late")).doesNotContain("note:");
  }

  @Test
  void theJudgementDoesNotHangOnTheOrderOfRuns() throws Exception {
    List<String> files =
        files("any", n -> Duration.ofHours(n == 17 ? 1 : n == 9 ? -7 : n >= 27 ? 2 : 0));
    index("any", files);
    Map<String, String> whole = bytes("any");
    var shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, new Random(SEED));
    for (int from = 0; from < CAPTURES; from += 5) {
      index("parts", shuffled.subList(from, Math.min(CAPTURES, from + 5)));
    }
    assertThat(bytes("parts")).as("seed %s", SEED).isEqualTo(whole);
  }

  /** Writes the captures, each stamped so much late. */
  private List<String> files(String folder, IntFunction<Duration> late) throws IOException {
    Path captures = Files.createDirectories(temporary.resolve(folder));
    var files = new ArrayList<String>();
    for (int i = 0; i < page.pages().size(); i++) {
      FrontPage.Page one = page.pages().get(i);
      String stamp = one.capturedAt().plus(late.apply(i)).toString().replace(":", "-");
      Path file = captures.resolve(FrontPage.SOURCE + "_" + stamp + ".txt");
      files.add(Files.writeString(file, one.text()).toString());
    }
    return files;
  }

  private static Instant now() {
    return START.plus(Duration.ofDays(30));
  }

  private Report index(String name, List<String> paths) throws Exception {
    return new IndexRun(
            temporary.resolve("ix-" + name),
            false,
            CaptureOptions.NONE,
            InputStream.nullInputStream(),
            InstantSource.fixed(now()))
        .run(paths);
  }

  private static List<String> clocks(Report report) {
    return report.warnings().stream()
        .filter(w -> w.contains("its clock seems") || w.contains("jumped"))
        .toList();
  }

  private static List<String> named(Report report) {
    return clocks(report).stream().map(w -> w.substring(0, w.indexOf(' '))).toList();
  }

  private static String name(String file) {
    return Path.of(file).getFileName().toString();
  }

  private Map<String, Story> stories(String name) throws IOException {
    return CaptureFolder.stories(temporary.resolve("ix-" + name));
  }

  private Map<String, Interval> times(String name) throws IOException {
    return stories(name).values().stream()
        .collect(
            Collectors.toMap(
                story -> story.title() + story.firstSeen(), story -> published(story).interval()));
  }

  private Map<String, String> bytes(String name) throws IOException {
    var bytes = new TreeMap<String, String>();
    stories(name)
        .forEach((id, story) -> bytes.put(id, StoryCodec.encode(story, List.of()) + " " + story));
    return bytes;
  }

  private static Published published(Story story) {
    return Objects.requireNonNull(story.published(), story::title);
  }

  private long conflicts(String name) throws IOException {
    return stories(name).values().stream().filter(story -> published(story).conflict()).count();
  }

  private Duration median(String name) throws IOException {
    List<Duration> widths =
        stories(name).values().stream()
            .map(story -> published(story).interval().width().orElseThrow())
            .sorted()
            .toList();
    return widths.get(widths.size() / 2);
  }

  /** The stories whose interval does not hold when they were published, or dated anew. */
  private List<String> outside(String name) throws IOException {
    Map<String, FrontPage.Story> truth =
        page.stories().stream().collect(Collectors.toMap(FrontPage.Story::title, story -> story));
    return stories(name).values().stream()
        .filter(story -> {
          FrontPage.Story told = Objects.requireNonNull(truth.get(story.title()));
          Interval interval = published(story).interval();
          return !interval.contains(told.published())
              && !(told.isRedated() && interval.contains(told.redated()));
        })
        .map(story -> story.title() + " " + published(story).interval())
        .toList();
  }

  private String command(Callable<Integer> command, String index, String... options) {
    var out = new StringWriter();
    var args = new ArrayList<>(List.of("--index", temporary.resolve("ix-" + index).toString()));
    args.addAll(List.of(options));
    assertThat(
            new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .execute(args.toArray(String[]::new)))
        .isZero();
    return out.toString();
  }
}
