package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static wellhead.indexer.index.CaptureFolder.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wellhead.schema.IndexFiles;
import wellhead.story.Story;

/**
 * Every command that writes, killed at each of its steps: what it leaves can be read and is what
 * was there or what was to be, and the same command, given again, goes on to its end. {@code
 * -Dfaults.all=true} kills at every step, some 250 a command; without it at every eighth.
 */
class KillTest {
  private static final int STRIDE = Boolean.getBoolean("faults.all") ? 1 : 8;

  @TempDir Path temporary;
  private final Random random = new Random(Long.getLong("seed", 11));
  private CaptureFolder captures;
  private Path before = Path.of("");

  /** A command, in a folder as it lies. */
  enum Command {
    FIRST_INDEX {
      @Override
      void prepare(KillTest test) throws Exception {
        test.captures.addSeries("desk.example", 2);
      }

      @Override
      void run(KillTest test, Path folder) throws Exception {
        test.index(folder, false);
      }
    },
    INDEX {
      @Override
      void prepare(KillTest test) throws Exception {
        test.threeRuns();
        test.captures.add("gas.example", NOW, 200, "3 hours", "2 days");
      }

      @Override
      void run(KillTest test, Path folder) throws Exception {
        test.index(folder, false);
      }
    },
    INDEX_BESIDE_A_DAMAGED_COMMIT {
      @Override
      void prepare(KillTest test) throws Exception {
        INDEX.prepare(test);
        test.damage(1);
      }

      @Override
      void run(KillTest test, Path folder) throws Exception {
        test.index(folder, false);
      }
    },
    REBUILD {
      @Override
      void prepare(KillTest test) throws Exception {
        INDEX.prepare(test);
      }

      @Override
      void run(KillTest test, Path folder) throws Exception {
        test.index(folder, true);
      }
    },
    REBUILD_OF_A_DAMAGED_INDEX {
      @Override
      void prepare(KillTest test) throws Exception {
        INDEX.prepare(test);
        test.damage(0);
      }

      @Override
      void run(KillTest test, Path folder) throws Exception {
        test.index(folder, true);
      }
    },
    FORGET {
      @Override
      void prepare(KillTest test) throws Exception {
        test.threeRuns();
      }

      @Override
      void run(KillTest test, Path folder) throws Exception {
        new Forgetting(folder.resolve("index"), InstantSource.fixed(NOW))
            .forget(new Forgetting.Subject.Source("wind.example"));
      }
    },
    RESTORE {
      @Override
      void prepare(KillTest test) throws Exception {
        test.threeRuns();
      }

      @Override
      void run(KillTest test, Path folder) throws Exception {
        IndexRestore.run(folder.resolve("index"), NOW);
      }
    },
    RESTORE_OF_A_DAMAGED_INDEX {
      @Override
      void prepare(KillTest test) throws Exception {
        test.threeRuns();
        test.damage(0);
      }

      @Override
      void run(KillTest test, Path folder) throws Exception {
        IndexRestore.run(folder.resolve("index"), NOW);
      }
    },
    FIRST_BACKUP {
      @Override
      void prepare(KillTest test) throws Exception {
        test.threeRuns();
      }

      @Override
      void run(KillTest test, Path folder) throws Exception {
        test.backUp(folder);
      }
    },
    BACKUP {
      @Override
      void prepare(KillTest test) throws Exception {
        test.twoRuns();
        test.backUp(test.before);
        test.thirdRun();
      }

      @Override
      void run(KillTest test, Path folder) throws Exception {
        test.backUp(folder);
      }
    },
    BACKUP_OF_AN_INDEX_BEGUN_ANEW {
      @Override
      void prepare(KillTest test) throws Exception {
        test.twoRuns();
        test.backUp(test.before);
        try (var files = Files.list(test.captures.index)) {
          for (Path file : files.toList()) {
            Files.delete(file);
          }
        }
        test.thirdRun();
      }

      @Override
      void run(KillTest test, Path folder) throws Exception {
        test.backUp(folder);
      }
    };

    abstract void prepare(KillTest test) throws Exception;

    abstract void run(KillTest test, Path folder) throws Exception;
  }

  @BeforeEach
  void aFolder() throws Exception {
    before = Files.createDirectory(temporary.resolve("before"));
    captures = new CaptureFolder(temporary);
    captures.index = before.resolve("index");
  }

  @ParameterizedTest
  @EnumSource
  void leavesWhatWasThereOrWhatIsToBeWhereverItIsKilled(Command command) throws Exception {
    command.prepare(this);
    State old = State.of(before);
    Path done = copy("done");
    command.run(this, done);
    State wanted = State.of(done);
    assertThat(wanted).isNotEqualTo(old);
    boolean killed = true;
    for (long steps = random.nextLong(STRIDE); killed; steps += STRIDE) {
      Path folder = copy("killed-" + steps);
      var files = KilledFiles.after(steps);
      try {
        command.run(this, files.seen(folder));
      } catch (IOException | IndexUnusableException e) {
        assertThat(files.isKilled()).as("step %s: %s", steps, e).isTrue();
      }
      killed = files.isKilled();
      State left = State.of(folder);
      String where = "killed at step " + steps;
      assertThat(List.of(old.index(), wanted.index())).as(where).contains(left.index());
      assertThat(List.of(old.backup(), wanted.backup())).as(where).contains(left.backup());
      boolean again = command != Command.RESTORE && command != Command.RESTORE_OF_A_DAMAGED_INDEX;
      if (again || left.equals(old)) {
        command.run(
            this, KilledFiles.after(Long.MAX_VALUE).seen(folder)); // spares waiting for disks
      }
      assertThat(State.of(folder)).as(where + ", then run again").isEqualTo(wanted);
      assertSound(folder.resolve("index"));
      assertSound(folder.resolve("backup"));
      delete(folder);
    }
  }

  /** The stories of the index and of its backup; of one that cannot be read, none. */
  private record State(Map<String, Story> index, Map<String, Story> backup) {
    /** Told by what tells them apart, for a failure is read by people. */
    @Override
    public String toString() {
      return "index " + titles(index) + ", backup " + titles(backup);
    }

    private static List<String> titles(Map<String, Story> stories) {
      return stories.values().stream().map(Story::title).sorted().toList();
    }

    static State of(Path folder) throws IOException {
      return new State(stories(folder.resolve("index")), stories(folder.resolve("backup")));
    }

    private static Map<String, Story> stories(Path index) throws IOException {
      if (!Files.isDirectory(index)) {
        return Map.of();
      }
      try (var directory = IndexFiles.open(index)) {
        boolean readable =
            DirectoryReader.indexExists(directory)
                && Damage.of(directory, Commits.in(directory).getFirst()).isNone();
        return readable ? CaptureFolder.stories(index) : new TreeMap<>();
      }
    }
  }

  private static void assertSound(Path index) throws Exception {
    if (Files.isDirectory(index)) {
      assertThat(IndexCheck.of(index).problems()).isEmpty();
    }
  }

  private void twoRuns() throws Exception {
    captures.addSeries("desk.example", 2);
    captures.run();
    captures.add("coal.example", NOW, 50, "5 hours", "3 days");
    captures.run();
  }

  private void thirdRun() throws Exception {
    captures.add("wind.example", NOW, 100, "2 hours", "1 day");
    captures.run();
  }

  private void threeRuns() throws Exception {
    twoRuns();
    thirdRun();
  }

  /** Cuts the file of a commit; 0 is the newest. */
  private void damage(int back) throws IOException {
    try (var directory = IndexFiles.open(captures.index)) {
      Path commit = captures.index.resolve(Commits.in(directory).get(back));
      Files.write(commit, List.of("no commit"));
    }
  }

  private void index(Path folder, boolean rebuild) throws Exception {
    Path was = captures.index;
    captures.index = folder.resolve("index");
    captures.run(rebuild, NOW, IndexFiles::open);
    captures.index = was;
  }

  private void backUp(Path folder) throws Exception {
    IndexBackup.make(folder.resolve("index"), folder.resolve("backup"), NOW, need -> {});
  }

  private Path copy(String name) throws IOException {
    Path copy = temporary.resolve(name);
    List<Path> all;
    try (var inside = Files.walk(before)) {
      all = inside.toList();
    }
    for (Path path : all) {
      Files.copy(path, copy.resolve(before.relativize(path)));
    }
    return copy;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (var inside = Files.walk(folder)) {
      all = inside.toList().reversed();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
