package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wellhead.indexer.index.CaptureFolder.NOW;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import wellhead.schema.DocumentType;
import wellhead.schema.Documents;
import wellhead.schema.RecordField;
import wellhead.story.Story;

/**
 * Whatever step of a run fails: the index is what it was, or what it is to be, never anything else;
 * and the next run makes it what it is to be. {@code -Dfaults.all=true} tries every step and five
 * hundred places to stop writing at.
 */
class FaultInjectionTest {
  private static final boolean ALL = Boolean.getBoolean("faults.all");

  @TempDir Path temporary;
  private final Random random = new Random(Long.getLong("seed", 11));
  private CaptureFolder captures;
  private Directory before = new ByteBuffersDirectory();

  /** What is there before, and what the run does. */
  enum Scenario {
    FIRST_RUN,
    LATER_RUN,
    REBUILD
  }

  @BeforeEach
  void anIndexInMemory() throws Exception {
    captures = new CaptureFolder(temporary);
  }

  static List<Object[]> scenariosAndFaults() {
    var all = new ArrayList<Object[]>();
    for (Scenario scenario : Scenario.values()) {
      for (FaultyDirectory.Fault fault : FaultyDirectory.Fault.values()) {
        all.add(new Object[] {scenario, fault});
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("scenariosAndFaults")
  void leavesTheIndexAsItWasOrAsItIsToBe(Scenario scenario, FaultyDirectory.Fault fault)
      throws Exception {
    prepare(scenario);
    Map<String, Story> old = stories(before);
    boolean rebuild = scenario == Scenario.REBUILD;
    FaultyDirectory sound = FaultyDirectory.sound(FaultyDirectory.copyOf(before));
    run(sound, rebuild);
    Map<String, Story> wanted = stories(sound);
    assertThat(wanted).isNotEqualTo(old);
    long every = ALL ? 1 : Math.max(1, sound.steps() / 12);
    for (long step = random.nextLong(every); step < sound.steps(); step += every) {
      var faulty = FaultyDirectory.failingAtStep(FaultyDirectory.copyOf(before), fault, step);
      assertOneOrTheOther("step " + step, faulty, fault, rebuild, old, wanted);
    }
    long stride = Math.max(1, sound.bytes() / (ALL ? 500 : 8));
    for (long at = random.nextLong(stride); at < sound.bytes(); at += stride) {
      var faulty = FaultyDirectory.failingAtByte(FaultyDirectory.copyOf(before), fault, at);
      assertOneOrTheOther("byte " + at, faulty, fault, rebuild, old, wanted);
    }
  }

  private void assertOneOrTheOther(
      String where,
      FaultyDirectory faulty,
      FaultyDirectory.Fault fault,
      boolean rebuild,
      Map<String, Story> old,
      Map<String, Story> wanted)
      throws Exception {
    boolean done;
    try {
      run(faulty, rebuild);
      done = true;
    } catch (IOException e) {
      done = false;
    }
    Directory left =
        fault == FaultyDirectory.Fault.CRASH
            ? faulty.afterPowerLoss(random)
            : FaultyDirectory.copyOf(faulty.getDelegate());
    Map<String, Story> now = stories(left);
    if (fault == FaultyDirectory.Fault.CRASH) {
      // the switch itself may or may not have reached the disk when the power went
      assertThat(List.of(old, wanted)).as(where).contains(now);
    } else {
      assertThat(now).as(where + (done ? " done" : " refused")).isEqualTo(done ? wanted : old);
    }
    run(FaultyDirectory.sound(left), rebuild);
    assertThat(stories(left)).as(where).isEqualTo(wanted);
    assertThat(IndexCheck.of(left, captures.index).problems()).as(where).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void saysSoWhenItFails(FaultyDirectory.Fault fault) throws Exception {
    prepare(Scenario.LATER_RUN);
    var faulty = FaultyDirectory.failingAtByte(FaultyDirectory.copyOf(before), fault, 1000);
    assertThatThrownBy(() -> run(faulty, false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
  }

  private void prepare(Scenario scenario) throws Exception {
    captures.addSeries("desk.example", 3);
    if (scenario != Scenario.FIRST_RUN) {
      run(FaultyDirectory.sound(before), false);
      captures.add("wind.example", NOW, 100, "2 hours", "1 day");
      captures.add("desk.example", NOW.plusSeconds(1_000), 2, "2 hours", "1 hour");
    }
  }

  private void run(FaultyDirectory directory, boolean rebuild) throws Exception {
    captures.run(rebuild, NOW, folder -> directory);
  }

  private static Map<String, Story> stories(Directory directory) throws IOException {
    var stories = new TreeMap<String, Story>();
    if (!DirectoryReader.indexExists(directory)) {
      return stories;
    }
    try (var reader = DirectoryReader.open(directory)) {
      var hits = new IndexSearcher(reader).search(DocumentType.STORY.query(), 10_000);
      for (var hit : hits.scoreDocs) {
        Story story = RecordField.read(new Documents(reader), hit.doc);
        stories.put(story.id(), story);
      }
    }
    return stories;
  }
}
