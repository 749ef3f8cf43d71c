package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wellhead.indexer.index.CaptureFolder.NOW;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.story.Story;

class IndexBackupTest {
  @TempDir Path temporary;
  private CaptureFolder captures;
  private Path backup = Path.of("");

  @BeforeEach
  void anIndex() throws Exception {
    captures = new CaptureFolder(temporary);
    backup = temporary.resolve("backup");
    captures.addSeries("desk.example", 3);
    captures.run();
  }

  @Test
  void isAnIndexWithTheSameStories() throws Exception {
    var made = make();
    assertThat(made.commit().generation()).isEqualTo(1);
    assertThat(made.copied()).isEqualTo(made.bytes()).isPositive();
    assertThat(IndexCheck.of(backup).problems()).isEmpty();
    assertThat(CaptureFolder.stories(backup)).isEqualTo(captures.stories());
  }

  @Test
  void copiesOnlyWhatIsNewTheNextTime() throws Exception {
    make();
    captures.add("wind.example", NOW, 100, "2 hours", "1 day");
    captures.run();
    var second = make();
    assertThat(second.copied()).isPositive().isLessThan(second.bytes());
    assertThat(CaptureFolder.stories(backup)).isEqualTo(captures.stories());
    assertThat(make().copied()).isZero();
    assertThat(files(backup)).hasSize(second.files() + 2); // the mark and the lock
  }

  @Test
  void isBroughtUpToDateAfterTheIndexWasBegunAnew() throws Exception {
    make();
    for (String file : files(captures.index)) {
      Files.delete(captures.index.resolve(file));
    }
    captures.add("wind.example", NOW, 100, "2 hours", "1 day");
    captures.run();
    make();
    assertThat(IndexCheck.of(backup).problems()).isEmpty();
    assertThat(CaptureFolder.stories(backup)).isEqualTo(captures.stories());
  }

  @Test
  void replacesAFileThatWasDamagedInTheBackup() throws Exception {
    make();
    for (String file : files(backup)) {
      if (file.startsWith("_")) {
        Files.write(backup.resolve(file), new byte[40]);
      }
    }
    make();
    assertThat(IndexCheck.of(backup).problems()).isEmpty();
  }

  @Test
  void leavesTheEarlierBackupAsItWasWhenTheIndexIsDamaged() throws Exception {
    make();
    Map<String, Story> stories = captures.stories();
    captures.add("wind.example", NOW, 100, "2 hours", "1 day");
    captures.run();
    for (String file : files(captures.index)) {
      if (file.endsWith(".cfs") && !Files.exists(backup.resolve(file))) {
        byte[] bytes = Files.readAllBytes(captures.index.resolve(file));
        bytes[bytes.length / 2] ^= 1;
        Files.write(captures.index.resolve(file), bytes);
      }
    }
    assertThatThrownBy(this::make).hasMessageContaining("checksum");
    assertThat(IndexCheck.of(backup).problems()).isEmpty();
    assertThat(CaptureFolder.stories(backup)).isEqualTo(stories);
  }

  /** What earlier programs left when they were killed, and what people leave. */
  @Test
  void isReadAndBroughtUpToDateWhateverLiesBesideItsFiles() throws Exception {
    make();
    for (String name : List.of("segments_9.partial", "segments_1.bak", "_0.cfs.partial", "_x y")) {
      Files.writeString(backup.resolve(name), "no file of an index");
    }
    assertThat(IndexCheck.of(backup).problems()).isEmpty();
    assertThat(make().copied()).isZero();
    captures.add("wind.example", NOW, 100, "2 hours", "1 day");
    captures.run();
    make();
    assertThat(IndexCheck.of(backup).problems()).isEmpty();
    captures.index = backup;
    captures.rebuild();
    assertThat(IndexCheck.of(backup).problems()).isEmpty();
  }

  @Test
  void refusesAFolderThatHoldsSomethingElse() throws Exception {
    Files.createDirectory(backup);
    Files.writeString(backup.resolve("thesis.txt"), "x");
    assertThatThrownBy(this::make)
        .isInstanceOf(IndexUnusableException.class)
        .hasMessageContaining("not a backup");
    assertThat(files(backup)).containsExactly("thesis.txt");
  }

  @Test
  void refusesTheIndexItself() {
    assertThatThrownBy(() -> IndexBackup.make(captures.index, captures.index, NOW, need -> {}))
        .isInstanceOf(IndexUnusableException.class);
  }

  @Test
  void saysWhatItNeedsAndRefusesWhenThatIsNotThere() {
    var need = new DiskNeed("the backup", backup, 12_000_001, 5_000);
    assertThat(need).hasToString("the backup needs about 13 MB in " + backup + ", 5 kB are free");
    assertThatThrownBy(need::require).isInstanceOf(NotEnoughDiskException.class);
  }

  @Test
  void isSoundWhenItIsMadeWhileRunsGoOn() throws Exception {
    var done = new AtomicBoolean();
    try (var executor = Executors.newSingleThreadExecutor()) {
      var runs =
          executor.submit(() -> {
            try {
              for (int i = 0; i < 6; i++) {
                captures.add("wind.example", NOW.plusSeconds(i * 4000L), 100 + i, "2 hours");
                captures.run();
              }
            } finally {
              done.set(true);
            }
            return null;
          });
      int made = 0;
      while (!done.get()) {
        make();
        made++;
        assertThat(IndexCheck.of(backup).problems()).isEmpty();
      }
      assertThat(made).isPositive();
      runs.get();
    }
  }

  private IndexBackup.Made make() throws Exception {
    return IndexBackup.make(captures.index, backup, NOW, need -> {});
  }

  private static List<String> files(Path folder) throws Exception {
    var names = new ArrayList<String>();
    try (var inside = Files.list(folder)) {
      inside.forEach(path -> names.add(String.valueOf(path.getFileName())));
    }
    return names;
  }
}
