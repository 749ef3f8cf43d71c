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
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import wellhead.indexer.assemble.FrontPage;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.cli.CapturesCommand;
import wellhead.schema.Documents;
import wellhead.schema.Keyword;
import wellhead.schema.RecordField;
import wellhead.schema.StoryCodec;
import wellhead.story.CapturedAt;
import wellhead.story.Interval;
import wellhead.story.Sighting;
import wellhead.story.Story;

/** A front page captured again and again, some captures without their time. */
class CaptureSeriesTest {
  private static final Instant START = Instant.parse("2026-03-02T06:17:00Z");
  private static final long SEED = Long.getLong("seed", 11);

  @TempDir Path temporary;
  private Path captures;

  @BeforeEach
  void folder() throws IOException {
    captures = Files.createDirectory(temporary.resolve("captures"));
  }

  @Test
  void endsInTheSameStoriesInAnyOrderGroupingAndRepetition() throws Exception {
    FrontPage page = page(3, Duration.ofHours(2));
    write(page, 5);
    List<String> files = files();
    Map<String, String> stories = index("whole", List.of(files));
    assertThat(stories).hasSizeGreaterThan(40);
    var random = new Random(SEED);
    for (int attempt = 0; attempt < 3; attempt++) {
      var shuffled = new ArrayList<>(files);
      Collections.shuffle(shuffled, random);
      var runs = new ArrayList<List<String>>();
      for (int from = 0; from < shuffled.size(); ) {
        int to = Math.min(shuffled.size(), from + 1 + random.nextInt(14));
        runs.add(shuffled.subList(Math.max(0, from - 2), to));
        from = to;
      }
      assertThat(index("attempt " + attempt, runs))
          .as("seed %s, runs %s", SEED, runs)
          .isEqualTo(stories);
    }
  }

  @Test
  void datesACaptureWithoutItsTimeByTheRowsItShares() throws Exception {
    FrontPage page = page(3, Duration.ofHours(1));
    int undated = 40;
    write(page, 1000);
    index("without", List.of(files()));
    Map<String, Interval> before = times("without");
    Files.writeString(name("unknown"), page.pages().get(undated).text());
    Files.delete(name(page.pages().get(undated).capturedAt().toString()));
    index("with", List.of(files()));
    CapturedAt told = capturedAt("with", "_unknown.txt");
    assertThat(told.from()).isEqualTo(CapturedAt.From.INFERRED);
    Interval between = Objects.requireNonNull(told.between());
    assertThat(between.contains(page.pages().get(undated).capturedAt())).isTrue();
    assertThat(between.width().orElseThrow()).isLessThan(Duration.ofHours(1));
    assertThat(captures("with"))
        .containsOnlyOnce(between.start() + ".." + between.end() + "  inferred");
    assertThat(captures("with", "--json"))
        .containsOnlyOnce(
            "\"captured_at\":null,\"captured_at_from\":\"inferred\",\"captured_between\":"
                + ("{\"earliest\":\""
                    + between.start()
                    + "\",\"latest\":\""
                    + between.end()
                    + "\"}"));
    // it narrows nothing that dated it
    Files.delete(name("unknown"));
    index("never", List.of(files()));
    assertThat(times("with")).isEqualTo(times("never"));
    assertThat(before.keySet()).isEqualTo(times("with").keySet());
  }

  @Test
  void datesRowsThatStandOnNoOtherCapture() throws Exception {
    FrontPage page = page(2, Duration.ofHours(1));
    write(page, 1000);
    FrontPage.Page last = page.pages().getLast();
    Files.writeString(name("unknown"), "• 2 hours Only Here Stands This Row\n" + last.text());
    index("index", List.of(files()));
    Story only =
        stories("index").stream()
            .filter(s -> s.title().startsWith("Only Here"))
            .findFirst()
            .orElseThrow();
    Interval told = Objects.requireNonNull(only.published()).interval();
    assertThat(told.contains(last.capturedAt().minus(Duration.ofMinutes(118)))).isTrue();
    assertThat(told.width().orElseThrow()).isLessThan(Duration.ofHours(4));
  }

  @Test
  void neverGuessesWhenACaptureWasTaken() throws Exception {
    FrontPage page = page(1, Duration.ofHours(2));
    write(page, 1000);
    String shared = page.pages().getLast().text().lines().findFirst().orElseThrow();
    Files.writeString(name("one"), shared + "\n• 3 hours Nobody Else Saw This Row\n");
    Files.writeString(name("none"), "• 2 hours Quite Another Page\n• 3 hours With Its Own Rows\n");
    index("index", List.of(files()));
    assertThat(capturedAt("index", "_one.txt")).isEqualTo(CapturedAt.UNKNOWN);
    assertThat(capturedAt("index", "_none.txt")).isEqualTo(CapturedAt.UNKNOWN);
  }

  private static FrontPage page(int days, Duration every) {
    return new FrontPage(SEED)
        .publish(START.minus(Duration.ofDays(2)), days + 2, 0.03)
        .capture(START, START.plus(Duration.ofDays(days)), every, 200, FrontPage::round);
  }

  /** Every so many captures are written without their time. */
  private void write(FrontPage page, int untimed) throws IOException {
    for (int i = 0; i < page.pages().size(); i++) {
      FrontPage.Page one = page.pages().get(i);
      boolean unknown = i % untimed == untimed - 1;
      Files.writeString(name(unknown ? "unknown" + i : one.capturedAt().toString()), one.text());
    }
  }

  private Path name(String stamp) {
    return captures.resolve(FrontPage.SOURCE + "_" + stamp.replace(":", "-") + ".txt");
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(captures)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  /** The stories as bytes, by id, after these runs. */
  private Map<String, String> index(String name, List<List<String>> runs) throws Exception {
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
    var bytes = new TreeMap<String, String>();
    for (Story story : stories(name)) {
      bytes.put(story.id(), StoryCodec.encode(story, List.of()).toString() + story);
    }
    return bytes;
  }

  private String captures(String index, String... options) {
    var out = new StringWriter();
    var command = new CommandLine(new CapturesCommand()).setOut(new PrintWriter(out, true));
    var args = new ArrayList<>(List.of("--index", temporary.resolve(index).toString()));
    args.addAll(List.of(options));
    assertThat(command.execute(args.toArray(String[]::new))).isEqualTo(0);
    return out.toString();
  }

  private List<Story> stories(String name) throws IOException {
    try (var directory = FSDirectory.open(temporary.resolve(name));
        var reader = DirectoryReader.open(directory)) {
      var stories = new ArrayList<Story>();
      var all = new IndexSearcher(reader).search(Keyword.TYPE.is("story"), Integer.MAX_VALUE);
      for (var hit : all.scoreDocs) {
        stories.add(RecordField.read(new Documents(reader), hit.doc));
      }
      return stories;
    }
  }

  private Map<String, Interval> times(String name) throws IOException {
    return stories(name).stream()
        .filter(story -> story.published() != null)
        .collect(
            Collectors.toMap(
                story -> story.title() + story.firstSeen(),
                story -> Objects.requireNonNull(story.published()).interval()));
  }

  private CapturedAt capturedAt(String index, String file) throws IOException {
    return stories(index).stream()
        .flatMap(story -> story.sightings().stream())
        .map(Sighting::capture)
        .filter(capture -> capture.file().endsWith(file))
        .findFirst()
        .orElseThrow()
        .capturedAt();
  }
}
