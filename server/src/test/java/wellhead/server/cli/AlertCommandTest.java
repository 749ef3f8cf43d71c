package wellhead.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts over a real index, as cron runs them. */
class AlertCommandTest {
  @TempDir Path folder;
  private Path captures;

  private record Ran(int exit, String out, String err) {}

  @BeforeEach
  void begin() throws IOException {
    captures = Files.createDirectories(folder.resolve("captures"));
    Files.writeString(folder.resolve("alerts.toml"), "[crude]\nq = \"crude\"\n");
    capture("20260708T100000Z", "1 hour Refiners Wait for Cheaper Crude", "2 hours Wind Farm Wins");
  }

  private void capture(String time, String... rows) throws IOException {
    Files.write(captures.resolve("desk.example_" + time + ".txt"), List.of(rows));
  }

  private Ran run(String... words) {
    var arguments = new ArrayList<>(List.of(words));
    arguments.add("--index");
    arguments.add(folder.resolve("index").toString());
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit = Main.run(arguments.toArray(String[]::new), out, err);
    return new Ran(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Ran index(String... more) {
    var words = new ArrayList<>(List.of("index", "--quiet"));
    words.addAll(List.of(more));
    words.add(captures.toString());
    return run(words.toArray(String[]::new));
  }

  private static final Ran NOTHING = new Ran(0, "", "");

  @Test
  void toldOnceWhateverHappensToTheIndex() throws IOException {
    index();
    assertThat(run("alert", "run").out())
        .isEqualTo("crude begins: what it finds now is taken as known (1)\n");
    capture(
        "20260708T110000Z",
        "30 minutes Crude Falls After a Surprise",
        "2 hours Refiners Wait for Cheaper Crude");
    assertThat(index("--alerts").out())
        .startsWith("crude: 1 story\n\n* Crude Falls After a Surprise\n  desk.example · published");
    assertThat(run("alert", "run", "--quiet")).isEqualTo(NOTHING);
    Path backup = folder.resolve("backups/wellhead");
    assertThat(run("backup", "--quiet", backup.toString())).isEqualTo(NOTHING);
    for (int i = 0; i < 10; i++) {
      assertThat(index("--rebuild", "--alerts")).isEqualTo(NOTHING);
    }
    // captured before all others, and arriving late
    capture("20260708T090000Z", "3 hours Crude Was Quiet Overnight");
    assertThat(index("--alerts").out()).contains("Crude Was Quiet").doesNotContain("Falls");
    assertThat(run("alert", "log").out().lines()).hasSize(3);
    restore(backup);
    assertThat(index("--alerts")).isEqualTo(NOTHING);
  }

  /** As the manual says: move the broken one away, put the backup in its place. */
  private void restore(Path backup) throws IOException {
    Path index = folder.resolve("index");
    Files.move(index, folder.resolve("index.broken"));
    Files.createDirectories(index);
    try (var files = Files.list(backup)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, index.resolve(file.getFileName().toString()));
      }
    }
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertThat(run("alert", "run").exit()).isEqualTo(73);
    index();
    Ran unknown = run("alert", "test", "nothing");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("no such alert: nothing");
    Files.writeString(folder.resolve("alerts.toml"), "[crude]\nq = \"crude\"\nmatch = \"some\"\n");
    Ran wrong = run("alert", "run");
    assertThat(wrong.exit()).isEqualTo(2);
    assertThat(wrong.err()).startsWith("wellhead: alert crude: ").contains("match");
    Files.delete(folder.resolve("alerts.toml"));
    assertThat(run("alert", "list").err()).contains("alerts.toml: no alerts can be read there");
  }

  @Test
  void aTestShowsTheNewestAndTheListSaysWhatIsKnown() {
    index();
    assertThat(run("alert", "test", "crude").out()).contains("test of crude: 1 story", "Refiners");
    assertThat(run("alert", "list").out()).isEqualTo("crude: stdout · has not run yet\n");
    run("alert", "run", "--quiet");
    assertThat(run("alert", "list").out()).startsWith("crude: stdout · knows 1, last run 20");
    run("alert", "reset", "crude");
    assertThat(run("alert", "list").out()).isEqualTo("crude: stdout · has not run yet\n");
  }
}
