package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wellhead.indexer.index.CaptureFolder.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.SegmentInfos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wellhead.schema.IndexFiles;
import wellhead.story.Story;

class IndexRestoreTest {
  @TempDir Path temporary;
  private CaptureFolder captures;
  private Map<String, Story> earlier = Map.of();

  @BeforeEach
  void twoRuns() throws Exception {
    captures = new CaptureFolder(temporary);
    captures.addSeries("desk.example", 3);
    captures.run();
    earlier = captures.stories();
    captures.add("wind.example", NOW, 100, "2 hours", "1 day");
    captures.run();
  }

  @Test
  void goesBackOneCommitAndTheNextRunReadsTheRestAgain() throws Exception {
    Map<String, Story> newest = captures.stories();
    var restored = (IndexRestore.Outcome.Restored) IndexRestore.run(captures.index, NOW);
    assertThat(restored.damaged()).isEmpty();
    assertThat(restored.now().generation()).isEqualTo(3);
    assertThat(restored.now().stories()).isEqualTo(earlier.size());
    assertThat(captures.stories()).isEqualTo(earlier);
    assertThat(IndexCheck.of(captures.index).problems()).isEmpty();
    assertThat(captures.run().generation()).isEqualTo(4);
    assertThat(captures.stories()).isEqualTo(newest);
  }

  @Test
  void goesBackOneCommitOnlyOnce() throws Exception {
    IndexRestore.run(captures.index, NOW);
    assertThat(IndexRestore.run(captures.index, NOW))
        .isInstanceOf(IndexRestore.Outcome.NothingEarlier.class);
  }

  /** What may happen to a file on a disk. */
  enum Fault {
    CUT {
      @Override
      byte[] done(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
      }
    },
    BIT_FLIPPED {
      @Override
      byte[] done(byte[] bytes) {
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 4;
        return flipped;
      }
    },
    EMPTIED {
      @Override
      byte[] done(byte[] bytes) {
        return new byte[0];
      }
    },
    ZEROED {
      @Override
      byte[] done(byte[] bytes) {
        return new byte[bytes.length];
      }
    },
    REMOVED {
      @Override
      byte[] done(byte[] bytes) {
        return bytes;
      }

      @Override
      void strike(Path file) throws IOException {
        Files.delete(file);
      }
    };

    abstract byte[] done(byte[] bytes);

    void strike(Path file) throws IOException {
      Files.write(file, done(Files.readAllBytes(file)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysWhichFileIsDamagedAndGoesBackWhereTheEarlierCommitIsWhole(Fault fault) throws Exception {
    var own = new HashSet<>(files(0));
    own.removeAll(files(1));
    assertThat(own).hasSizeGreaterThan(1);
    if (fault == Fault.REMOVED) {
      own.removeIf(IndexFiles::isCommit); // what is left of the index is the earlier commit
    }
    for (String file : own) {
      Path index = copyOfIndex("copy-" + file);
      fault.strike(index.resolve(file));
      assertThat(IndexCheck.of(index).problems()).anyMatch(p -> p.contains(file));
      assertThat(IndexCheck.of(index).restorable()).as(file).isTrue();
      assertThat(IndexRestore.run(index, NOW)).isInstanceOf(IndexRestore.Outcome.Restored.class);
      assertThat(IndexCheck.of(index).problems()).isEmpty();
      assertThat(CaptureFolder.stories(index)).isEqualTo(earlier);
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesTheBackupWhenTheEarlierCommitSharesTheDamagedFile(Fault fault) throws Exception {
    Path backup = temporary.resolve("backup");
    IndexBackup.make(captures.index, backup, NOW, need -> {});
    var shared = new HashSet<>(files(0));
    shared.retainAll(files(1));
    assertThat(shared).isNotEmpty();
    for (String file : shared) {
      Path index = copyOfIndex("copy-" + file);
      fault.strike(index.resolve(file));
      assertThat(IndexCheck.of(index).restorable()).as(file).isFalse();
      var outcome = (IndexRestore.Outcome.EarlierDamaged) IndexRestore.run(index, NOW);
      assertThat(outcome.damaged()).anyMatch(sentence -> sentence.contains(file));
      assertThat(outcome.backup().orElseThrow().folder()).isEqualTo(backup);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rebuildsFromTheCapturesWhateverIsDamaged(Fault fault) throws Exception {
    Map<String, Story> whole = captures.stories();
    for (String file : files(0)) {
      captures.index = copyOfIndex("copy-" + file);
      fault.strike(captures.index.resolve(file));
      captures.rebuild();
      assertThat(captures.stories()).isEqualTo(whole);
      assertThat(IndexCheck.of(captures.index).problems()).isEmpty();
    }
  }

  /** A damaged earlier commit is found, harms no run, and goes with the next commit. */
  @ParameterizedTest
  @EnumSource
  void aDamagedEarlierCommitIsToldAndIsInNobodysWay(Fault fault) throws Exception {
    Map<String, Story> whole = captures.stories();
    var own = new HashSet<>(files(1));
    own.removeAll(files(0));
    for (String file : own) {
      captures.index = copyOfIndex("copy-" + file);
      fault.strike(captures.index.resolve(file));
      IndexCheck check = IndexCheck.of(captures.index);
      assertThat(check.problems()).isEmpty();
      boolean known = fault != Fault.REMOVED || !file.startsWith("segments");
      assertThat(check.isSound()).as(file).isEqualTo(!known);
      assertThat(IndexRestore.run(captures.index, NOW))
          .isInstanceOf(
              known
                  ? IndexRestore.Outcome.OnlyEarlierDamaged.class
                  : IndexRestore.Outcome.NothingEarlier.class);
      Path added = captures.add("gas.example", NOW, 200, "3 hours", "2 days");
      assertThat(captures.run().committed()).isTrue();
      Files.delete(added);
      assertThat(captures.stories()).containsAllEntriesOf(whole).hasSize(whole.size() + 2);
      assertThat(IndexCheck.of(captures.index).isSound()).as(file).isTrue();
      captures.index = temporary.resolve("index");
    }
  }

  @Test
  void aRunSaysThatAnEarlierCommitCannotBeRead() throws Exception {
    try (var directory = IndexFiles.open(captures.index)) {
      Fault.CUT.strike(captures.index.resolve(Commits.in(directory).get(1)));
    }
    assertThat(captures.run().warnings())
        .singleElement()
        .matches(warning -> warning.contains("segments_1 cannot be read"));
    assertThat(captures.run().warnings()).isEmpty();
  }

  @Test
  void rebuildsBesideALuceneLockThatIsNotEmpty() throws Exception {
    Map<String, Story> whole = captures.stories();
    Files.writeString(captures.index.resolve("write.lock"), "held by nobody");
    captures.rebuild();
    assertThat(captures.stories()).isEqualTo(whole);
  }

  @Test
  void warnsWhenWhatWasForgottenCannotBeRead() throws Exception {
    assertThat(captures.rebuild().warnings()).isEmpty();
    try (var directory = IndexFiles.open(captures.index)) {
      Fault.CUT.strike(captures.index.resolve(Commits.in(directory).getFirst()));
    }
    assertThat(captures.rebuild().warnings())
        .singleElement()
        .matches(warning -> warning.contains("wellhead forget"));
  }

  @Test
  void saysThatAFileIsMissing() throws Exception {
    String segment = files(0).stream().filter(f -> !f.startsWith("segments")).findFirst().get();
    Files.delete(captures.index.resolve(segment));
    assertThat(IndexCheck.of(captures.index).problems()).anyMatch(p -> p.contains(segment));
  }

  @Test
  void waitsForNobodyWhenARunHoldsTheIndex() throws Exception {
    try (OpenIndex held = OpenIndex.open(captures.index, false, NOW)) {
      assertThat(held.before().generation()).isEqualTo(2);
      assertThatThrownBy(() -> IndexRestore.run(captures.index, NOW))
          .isInstanceOf(IndexHeldException.class);
    }
  }

  /** The files of a commit; 0 is the newest. */
  private Set<String> files(int back) throws IOException {
    try (var directory = IndexFiles.open(captures.index)) {
      String commit = Commits.in(directory).get(back);
      return Set.copyOf(SegmentInfos.readCommit(directory, commit).files(true));
    }
  }

  private Path copyOfIndex(String name) throws IOException {
    Path from = temporary.resolve("index");
    Path copy = Files.createDirectory(temporary.resolve(name));
    var files = new ArrayList<Path>();
    try (var inside = Files.list(from)) {
      inside.forEach(files::add);
    }
    for (Path file : files) {
      Files.copy(file, copy.resolve(file.getFileName()));
    }
    return copy;
  }

  @Test
  void keepsTwoCommitsAndNoMore() throws Exception {
    captures.add("gas.example", NOW, 200, "3 hours", "2 days");
    captures.run();
    try (var directory = IndexFiles.open(captures.index)) {
      assertThat(Commits.in(directory)).isEqualTo(List.of("segments_3", "segments_2"));
    }
  }
}
