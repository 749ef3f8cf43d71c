package wellhead.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.index.IndexCheck;
import wellhead.indexer.index.IndexRun;
import wellhead.schema.DocumentType;
import wellhead.schema.Documents;
import wellhead.schema.RecordField;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.story.Story;

/**
 * Runs of the packaged program that nobody watches: killed at any moment, or two at once. {@code
 * -Dkills=300 -Dpairs=100} for the long run; each prints what came of it.
 */
class UnattendedRunsIT {
  private static final int KILLS = Integer.getInteger("kills", 4);
  private static final int PAIRS = Integer.getInteger("pairs", 2);

  private final Random random = new Random(Long.getLong("seed", 5));

  @TempDir Path folder;
  private Path captures = Path.of("");
  private Path base = Path.of("");
  private Map<String, Story> before = Map.of();
  private Map<String, Story> wanted = Map.of();

  /** An index of some captures, and more captures that came later. */
  @BeforeEach
  void someCaptures() throws Exception {
    captures = Files.createDirectory(folder.resolve("captures"));
    List<Path> all;
    try (Stream<Path> files = Files.list(PackagedProgram.ROOT.resolve("testdata/captures"))) {
      all = files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
    }
    base = folder.resolve("base");
    copy(all.subList(0, 4));
    index(base, false);
    before = stories(base);
    copy(all.subList(4, 16));
    Path later = folder.resolve("later");
    index(later, false);
    wanted = stories(later);
    assertThat(wanted).hasSizeGreaterThan(before.size());
  }

  @Test
  void losesNothingWhenARunIsKilledAtAnyMoment() throws Exception {
    long millis = millisOfARun();
    int begun = 0;
    int committed = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path index = copyOfBase("killed" + kill);
      boolean rebuild = kill % 3 == 2;
      try (var engine = LuceneSearchEngine.open(index)) {
        Process run = start(index, rebuild);
        TimeUnit.MILLISECONDS.sleep(random.nextLong(millis));
        begun += Files.exists(index.resolve("run.lock")) ? 1 : 0;
        run.destroyForcibly(); // kill -9
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(engine.state().stories()).isIn(before.size(), wanted.size());
        assertThat(IndexCheck.of(index).problems()).as("kill %d", kill).isEmpty();
        Map<String, Story> left = stories(index);
        assertThat(List.of(before, wanted)).as("kill %d", kill).contains(left);
        committed += left.equals(wanted) ? 1 : 0;
        index(index, rebuild);
        assertThat(stories(index)).as("kill %d, run again", kill).isEqualTo(wanted);
        assertThat(IndexCheck.of(index).problems()).as("kill %d, run again", kill).isEmpty();
        engine.refresh();
        assertThat(engine.state().stories()).isEqualTo(wanted.size());
      }
      delete(index);
    }
    System.out.printf(
        "%d runs killed within %d ms: %d had begun to write, %d had committed%n",
        KILLS, millis, begun, committed);
  }

  @Test
  void letsOneOfTwoRunsAtOnceWinOrTheyFollowEachOther() throws Exception {
    int refused = 0;
    for (int pair = 0; pair < PAIRS; pair++) {
      Path index = copyOfBase("pair" + pair);
      List<Process> both = List.of(start(index, false), start(index, pair % 2 == 1));
      for (Process run : both) {
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as("pair %d", pair).isIn(0, 75);
        refused += run.exitValue() == 75 ? 1 : 0;
      }
      assertThat(both).anyMatch(run -> run.exitValue() == 0);
      assertThat(IndexCheck.of(index).problems()).as("pair %d", pair).isEmpty();
      assertThat(stories(index)).as("pair %d", pair).isEqualTo(wanted);
      delete(index);
    }
    System.out.printf("%d pairs of runs at once, %d refused%n", PAIRS, refused);
  }

  @Test
  void endsWithoutACommitWhenItIsToldTo() throws Exception {
    Path index = copyOfBase("stopped");
    Process run = start(index, true);
    TimeUnit.MILLISECONDS.sleep(400);
    run.destroy(); // SIGTERM
    assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isIn(0, 143);
    assertThat(stories(index)).isEqualTo(run.exitValue() == 0 ? wanted : before);
    assertThat(IndexCheck.of(index).problems()).isEmpty();
  }

  private long millisOfARun() throws Exception {
    Path index = copyOfBase("timed");
    long begun = System.nanoTime();
    assertThat(start(index, false).waitFor()).isZero();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) + 50;
  }

  private Process start(Path index, boolean rebuild) throws IOException {
    var arguments = new ArrayList<>(List.of("index", "--quiet", "--index", index.toString()));
    if (rebuild) {
      arguments.add("--rebuild");
    }
    arguments.add(captures.toString());
    return PackagedProgram.start(arguments);
  }

  private void index(Path index, boolean rebuild) throws Exception {
    new IndexRun(
            index,
            rebuild,
            CaptureOptions.NONE,
            InputStream.nullInputStream(),
            InstantSource.system())
        .run(List.of(captures.toString()));
  }

  private static Map<String, Story> stories(Path index) throws IOException {
    var stories = new TreeMap<String, Story>();
    try (var directory = FSDirectory.open(index);
        var reader = DirectoryReader.open(directory)) {
      var hits = new IndexSearcher(reader).search(DocumentType.STORY.query(), 100_000);
      for (var hit : hits.scoreDocs) {
        Story story = RecordField.read(new Documents(reader), hit.doc);
        assertThat(stories.put(story.id(), story)).isNull();
      }
    }
    return stories;
  }

  private void copy(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.copy(file, captures.resolve(String.valueOf(file.getFileName())));
    }
  }

  private Path copyOfBase(String name) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    try (Stream<Path> files = Files.list(base)) {
      for (Path file : files.filter(f -> !f.endsWith("run.lock")).toList()) {
        Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
      }
    }
    return copy;
  }

  private static void delete(Path index) throws IOException {
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(index);
  }
}
