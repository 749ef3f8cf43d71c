package wellhead.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.index.IndexBackup;
import wellhead.indexer.index.IndexCheck;
import wellhead.indexer.index.IndexRun;

/**
 * Every command that writes, killed by {@code kill -9} at any moment under a server that is asked
 * all the while. {@code -Dkills=60} for the long run: so many that met the command under way, for
 * one that came after its end is none. Each prints what came of it.
 */
class KilledCommandsIT {
  private static final int KILLS = Integer.getInteger("kills", 1);

  /** How a process ends that was killed: 128 and the number of the signal. */
  private static final int BY_KILL = 137;

  private static final int MOST_TRIES = 20;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("2026-07-10T00:00:00Z");
  private static final List<String> ADDRESSES =
      List.of("search?q=oil", "search?q=gas+OR+lng&facets=source", "search", "suggest?q=op", "");

  enum Command {
    INDEX,
    REBUILD,
    BACKUP,
    FORGET,
    RESTORE
  }

  @TempDir Path folder;

  private final Random random = new Random(Long.getLong("seed", 5));
  private final Map<String, Long> answers = new ConcurrentSkipListMap<>();
  private volatile boolean over;
  private int captured;

  @ParameterizedTest
  @EnumSource
  void losesNothingAndTheServerAnswersOn(Command command) throws Exception {
    begin();
    long millis = millis(command);
    int killed = 0;
    int late = 0;
    try (var server = PackagedProgram.Server.start(index(), folder.resolve("out"))) {
      Thread client = Thread.ofPlatform().start(() -> ask(server.home()));
      for (int kill = 0; killed < KILLS && kill < MOST_TRIES * KILLS; kill++) {
        somethingToDo(command);
        Process run = PackagedProgram.start(arguments(command));
        TimeUnit.MILLISECONDS.sleep(random.nextLong(millis));
        run.destroyForcibly(); // kill -9
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        if (run.exitValue() == BY_KILL) {
          killed++;
        } else {
          late++; // it had come to its end by itself: no kill, so another is to be
        }
        requireSound("kill " + kill);
        assertThat(exit(command)).as("run again after kill %d", kill).isIn(0, again(command));
        requireSound("run again after kill " + kill);
      }
      over = true;
      client.join();
      requireFollowing(server.home());
    }
    System.out.printf(
        "%s: %d killed under way, within %d ms; %d kills came after its end; answers: %s%n",
        command, killed, millis, late, answers);
    assertThat(killed).isEqualTo(KILLS);
    assertThat(answers.keySet()).containsExactly("200");
  }

  /** An index with an earlier commit, and a backup of it. */
  private void begin() throws Exception {
    Files.createDirectory(captures());
    try (Stream<Path> files = Files.list(PackagedProgram.ROOT.resolve("testdata/captures"))) {
      for (Path file :
          files.filter(f -> f.toString().endsWith(".txt")).sorted().limit(8).toList()) {
        Files.copy(file, captures().resolve(String.valueOf(file.getFileName())));
      }
    }
    read();
    anotherCapture();
    read();
    IndexBackup.make(index(), backup(), FIRST, need -> {});
  }

  private void somethingToDo(Command command) throws Exception {
    anotherCapture();
    if (command != Command.INDEX && command != Command.REBUILD) {
      read();
    }
  }

  /** What the same command may end with when the killed one had done all there was to do. */
  private static int again(Command command) {
    return switch (command) {
      case INDEX, REBUILD, BACKUP -> 0;
      case FORGET, RESTORE -> 1;
    };
  }

  private List<String> arguments(Command command) {
    String index = index().toString();
    return switch (command) {
      case INDEX -> List.of("index", "--quiet", "--index", index, captures().toString());
      case REBUILD ->
          List.of("index", "--quiet", "--rebuild", "--index", index, captures().toString());
      case BACKUP -> List.of("backup", "--quiet", "--index", index, backup().toString());
      case FORGET -> List.of("forget", "--index", index, "--capture", capture(captured).toString());
      case RESTORE -> List.of("check", "--restore", "--index", index);
    };
  }

  /** Runs it to its end, in this process, which is warm. */
  private int exit(Command command) {
    String[] arguments = arguments(command).toArray(String[]::new);
    return Main.run(arguments, OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  }

  /** How long the command takes from its beginning to its end; the second time counts. */
  private long millis(Command command) throws Exception {
    somethingToDo(command);
    assertThat(PackagedProgram.start(arguments(command)).waitFor()).isZero();
    somethingToDo(command);
    long begun = System.nanoTime();
    assertThat(PackagedProgram.start(arguments(command)).waitFor()).isZero();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  private void anotherCapture() throws IOException {
    captured++;
    var lines = new ArrayList<String>();
    for (int i = 1; i <= 20; i++) {
      lines.add("Crude Oil Cargo " + captured + " Reaches Port Number " + i + " Ahead of Plan");
      lines.add(i + " hours ago");
      lines.add("");
    }
    Files.write(capture(captured), lines);
  }

  private Path capture(int number) {
    String stamp = STAMP.format(FIRST.plus(Duration.ofHours(number)));
    return captures().resolve("site" + number + ".example_" + stamp + ".txt");
  }

  private void read() throws Exception {
    new IndexRun(
            index(),
            false,
            CaptureOptions.NONE,
            InputStream.nullInputStream(),
            InstantSource.system())
        .run(List.of(captures().toString()));
  }

  private void requireSound(String when) throws Exception {
    for (Path one : List.of(index(), backup())) {
      IndexCheck check = IndexCheck.of(one);
      assertThat(check.problems()).as("%s, %s", when, one).isEmpty();
      assertThat(check.former()).as("%s, %s", when, one).isEmpty();
      assertThat(check.stories()).as("%s, %s", when, one).isPositive();
    }
  }

  private void ask(URI home) {
    try (var client = HttpClient.newHttpClient()) {
      for (int i = 0; !over; i++) {
        URI address = home.resolve(ADDRESSES.get(i % ADDRESSES.size()));
        String outcome;
        try {
          var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
          outcome = String.valueOf(client.send(request, BodyHandlers.ofString()).statusCode());
        } catch (IOException e) {
          outcome = e.toString();
        }
        answers.merge(outcome, 1L, Long::sum);
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** It looks every second. */
  private static void requireFollowing(URI home) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(home.resolve("health/ready")).build();
      for (int i = 0; ; i++) {
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status == 200) {
          return;
        }
        assertThat(i).as("status %d", status).isLessThan(50);
        TimeUnit.MILLISECONDS.sleep(100);
      }
    }
  }

  private Path index() {
    return folder.resolve("index");
  }

  private Path backup() {
    return folder.resolve("backup");
  }

  private Path captures() {
    return folder.resolve("captures");
  }
}
