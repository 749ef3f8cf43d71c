package wellhead.indexer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import wellhead.indexer.state.StateFolder;

class StateFolderTest {
  @TempDir Path folder;
  private Path index;
  private Path kept;

  @BeforeEach
  void keep() throws Exception {
    index = folder.resolve("index");
    kept = folder.resolve("state/capture/example.com.json");
    Files.createDirectories(kept.getParent());
    Files.writeString(kept, "{}");
    Files.writeString(kept.resolveSibling("example.com.lock"), "");
  }

  private static int execute(Object command, String... arguments) {
    return new CommandLine(command).execute(arguments);
  }

  @Test
  void aBackupTakesItAlongAndBringsItBack() throws Exception {
    Path page =
        Files.writeString(
            folder.resolve("example.com_20260708T120000Z.txt"), "2 hours Oil Rises\n");
    Path backup = folder.resolve("backup");
    for (int i = 0; i < 2; i++) { // the second brings the first up to date
      Files.writeString(page, i + " hours Oil Rises Again\n");
      assertThat(
              execute(new IndexCommand(), "--quiet", "--index", index.toString(), page.toString()))
          .isZero();
      assertThat(
              execute(
                  new BackupCommand(), "--quiet", "--index", index.toString(), backup.toString()))
          .isZero();
    }
    assertThat(backup.resolve("state/capture/example.com.json")).hasContent("{}");
    assertThat(backup.resolve("state/capture/example.com.lock")).doesNotExist();

    Path elsewhere = folder.resolve("elsewhere");
    Path restored = Files.move(backup, Files.createDirectories(elsewhere).resolve("index"));
    assertThat(StateFolder.open(restored)).isEqualTo(elsewhere.resolve("state"));
    assertThat(elsewhere.resolve("state/capture/example.com.json")).hasContent("{}");
  }

  @Test
  void whatStandsBesideTheIndexIsNotOverwritten() throws Exception {
    Path inside = index.resolve("state/capture/example.com.json");
    Files.createDirectories(inside.getParent());
    Files.writeString(inside, "older");
    StateFolder.open(index);
    assertThat(kept).hasContent("{}");
  }
}
