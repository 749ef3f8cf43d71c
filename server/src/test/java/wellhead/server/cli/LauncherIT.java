package wellhead.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher itself, with what was just packaged. */
class LauncherIT {
  private static final Path LAUNCHER =
      Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")), "wellhead");

  @TempDir Path folder;

  private record Ran(int exit, String out, String err) {}

  @Test
  void runsFromAnyFolder() throws Exception {
    Ran ran = run(folder, Map.of(), LAUNCHER.toString(), "--version");
    assertThat(ran.exit).isZero();
    assertThat(ran.out).startsWith("wellhead ").contains("Lucene 10.");
    assertThat(ran.err).isEmpty();
  }

  @Test
  void runsThroughSymbolicLinks() throws Exception {
    Path inside = Files.createDirectories(folder.resolve("a folder with spaces"));
    Files.createSymbolicLink(inside.resolve("absolute"), LAUNCHER);
    Path relative = Files.createSymbolicLink(inside.resolve("relative"), Path.of("absolute"));
    assertThat(run(folder, Map.of(), relative.toString(), "--version").exit).isZero();
  }

  @Test
  void passesArgumentsAndExitCodesOn() throws Exception {
    String none = folder.resolve("no index here").toString();
    Ran ran = run(folder, Map.of(), LAUNCHER.toString(), "search", "--index", none, "two words");
    assertThat(ran.exit).isEqualTo(73);
    assertThat(ran.err).contains(none);
  }

  @Test
  void looksElsewhereWhenJavaHomeIsOfNoUse() throws Exception {
    Map<String, String> nowhere = Map.of("JAVA_HOME", folder.toString());
    assertThat(run(folder, nowhere, LAUNCHER.toString(), "--version").exit).isZero();
  }

  @Test
  void startsFromTheClassesThatARehearsalKept() throws Exception {
    Path loaded = folder.resolve("loaded");
    var options = Map.of("WELLHEAD_JAVA_OPTS", "-Xlog:class+load:file=" + loaded);
    Ran ran = run(folder, options, LAUNCHER.toString(), "search", "--index", ".", "oil");
    assertThat(ran.exit).isEqualTo(73);
    assertThat(Files.readString(loaded))
        .contains("org.apache.lucene.store.FSDirectory source: shared objects file (top)");
    Path kept = kept();
    Path aside = Files.move(kept, kept.resolveSibling("aside"));
    try {
      Files.writeString(kept, "no classes at all");
      ran = run(folder, Map.of(), LAUNCHER.toString(), "--version");
      assertThat(ran).as("with a damaged file").isEqualTo(new Ran(0, ran.out, ""));
      assertThat(ran.out).startsWith("wellhead ");
    } finally {
      Files.move(aside, kept, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path kept() throws IOException {
    try (Stream<Path> files = Files.list(LAUNCHER.resolveSibling("server/target/wellhead"))) {
      return files.filter(file -> file.toString().endsWith(".jsa")).findFirst().orElseThrow();
    }
  }

  @Test
  void servesUntilASignalAndLeavesNothingBehind() throws Exception {
    Path page =
        Files.writeString(
            folder.resolve("desk.example_20260701T120000Z.txt"),
            "• 2 hours Refiners Wait for Cheaper Crude\n  • 1 day Wind Farm Wins Grid Link\n");
    Path out = folder.resolve("out");
    Process serving =
        builder(Map.of(), LAUNCHER.toString(), "serve", "--port", "0", page.toString())
            .redirectOutput(out.toFile())
            .start();
    try {
      String printed = Files.readString(out);
      for (int i = 0; i < 300 && !printed.contains("Wellhead is at http://"); i++) {
        TimeUnit.MILLISECONDS.sleep(100);
        printed = Files.readString(out);
      }
      assertThat(printed).contains("Wellhead is at http://127.0.0.1:");
      Path index = Path.of(printed.replaceFirst("(?s).*index: (\\S+) .*", "$1"));
      assertThat(index).isDirectory();
      serving.destroy();
      assertThat(serving.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(index).doesNotExist();
    } finally {
      serving.destroyForcibly();
    }
  }

  private static Ran run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    Process process =
        builder(environment, command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ran(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private static ProcessBuilder builder(Map<String, String> environment, String... command) {
    var builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
    builder.environment().putAll(environment);
    return builder;
  }
}
