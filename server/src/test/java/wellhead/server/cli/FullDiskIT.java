package wellhead.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on a disk of 6 MB that fills up; skipped where this user may not mount one. */
class FullDiskIT {
  private static final Path CAPTURES =
      Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")), "testdata/captures");

  @TempDir Path folder;
  private Path disk = Path.of("");
  private Path filling = Path.of("");
  private List<String> first = List.of();
  private List<String> more = List.of();
  private List<String> most = List.of();

  private record Ran(int exit, String out, String err) {}

  @BeforeEach
  void anIndexOnASmallDisk() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    Process mounting = start("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString());
    String said = new String(mounting.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(mounting.waitFor() == 0, "no small disk can be mounted here: " + said.strip());
    filling = disk.resolve("filling");
    List<String> all;
    try (Stream<Path> files = Files.list(CAPTURES)) {
      all = files.map(Path::toString).filter(name -> name.endsWith(".txt")).sorted().toList();
    }
    first = all.subList(0, 3);
    more = all.subList(0, 6);
    most = all.subList(0, 9);
    assertThat(run("index", first).exit).isZero();
    assertThat(run("backup", List.of(backup())).exit).isZero();
  }

  @AfterEach
  void unmount() throws Exception {
    start("umount", "--lazy", disk.toString()).waitFor();
  }

  @ParameterizedTest
  @ValueSource(strings = {"index", "index --rebuild", "backup", "forget"})
  void leavesAllAsItWasWhenThereIsNoRoomAndSucceedsWhenThereIs(String command) throws Exception {
    run("index", more);
    String before = stories("index");
    String saved = stories("backup");
    fill(0);
    Ran refused = command(command);
    assertThat(refused.err).as(refused.out).hasLineCount(1).contains("free some");
    assertThat(refused.exit).isEqualTo(74);
    assertThat(stories("index")).isEqualTo(before);
    assertThat(stories("backup")).isEqualTo(saved);
    Files.delete(filling);
    assertThat(command(command).exit).isZero();
    assertThat(stories("backup")).isEqualTo(command.equals("backup") ? before : saved);
  }

  @ParameterizedTest
  @ValueSource(strings = {"index", "index --rebuild", "backup", "forget"})
  void isAllOrNothingWhenTheDiskFillsUpMeanwhile(String command) throws Exception {
    run("index", first);
    Set<String> old = files();
    String before = stories("index");
    var over = new AtomicBoolean();
    var filler =
        CompletableFuture.runAsync(() -> {
          try {
            while (files().equals(old) && !over.get()) {
              TimeUnit.MILLISECONDS.sleep(1);
            }
            fill(over.get() ? 1 << 20 : 0);
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    Ran ran = command(command);
    over.set(true);
    filler.get();
    assertThat(ran.exit).as(ran.err).isIn(0, 74);
    if (ran.exit == 74) {
      assertThat(ran.err).hasLineCount(1).contains("disk is full");
      assertThat(stories("index")).isEqualTo(before);
    }
    assertThat(stories("backup")).isNotEmpty();
    Files.deleteIfExists(filling);
    Ran again = command(command);
    assertThat(again.exit)
        .as(again.err)
        .isIn(0, ran.exit == 0 ? 1 : 0); // what is gone is not there
    assertThat(stories("backup")).isNotEmpty();
    assertThat(stories("index").lines().count())
        .as("stories")
        .isEqualTo(storiesAfter(command, before.lines().count()));
  }

  private long storiesAfter(String command, long before) {
    if (command.equals("backup")) {
      return before;
    }
    String own = folder.resolve("own").toString();
    var arguments = new ArrayList<>(List.of("index", "--quiet", "--index", own));
    arguments.addAll(command.equals("forget") ? first.subList(1, first.size()) : most);
    assertThat(run(arguments).exit).isZero();
    return run(List.of("search", "--ndjson", "--index", own, "")).out.lines().count();
  }

  @Test
  void saysWhatItNeedsBeforeItBegins() throws Exception {
    fill(300_000);
    Ran refused = run("index", more);
    assertThat(refused.exit).isEqualTo(74);
    assertThat(refused.err).matches("(?s)wellhead: this run needs about .* are free: .*\\n");
  }

  private Ran command(String command) {
    return switch (command) {
      case "index" -> run("index", most);
      case "index --rebuild" -> {
        var arguments = new ArrayList<>(List.of("--rebuild", "--quiet"));
        arguments.addAll(most);
        yield run("index", arguments);
      }
      case "backup" -> run("backup", List.of("--quiet", backup()));
      default -> run("forget", List.of("--capture", first.getFirst()));
    };
  }

  private Ran run(String command, List<String> arguments) {
    var all = new ArrayList<>(List.of(command, "--index", disk.resolve("index").toString()));
    all.addAll(arguments);
    return run(all);
  }

  private static Ran run(List<String> arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit = Main.run(arguments.toArray(String[]::new), out, err);
    return new Ran(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** All stories of a sound index. */
  private String stories(String name) {
    String index = disk.resolve(name).toString();
    Ran check = run(List.of("check", "--index", index));
    assertThat(check.exit).as(check.err).isZero();
    return run(List.of("search", "--ndjson", "--index", index, "")).out;
  }

  private String backup() {
    return disk.resolve("backup").toString();
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(disk)) {
      return files.map(Path::toString).collect(Collectors.toSet());
    }
  }

  /** Leaves so many bytes free, or what is free when that is less. */
  private void fill(long left) throws IOException {
    var piece = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filling)) {
      while (Files.getFileStore(disk).getUsableSpace() > left) {
        out.write(piece);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private static Process start(String... command) throws IOException {
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
