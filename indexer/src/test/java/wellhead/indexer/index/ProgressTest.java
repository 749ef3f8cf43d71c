package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.index.Progress.Phase;

class ProgressTest {
  private static final String STORY =
      """
      {"title":"Quay Nine Takes Its First Tanker","source":"desk.example","published":"2026-07-03"}
      """;

  @TempDir Path temporary;

  private List<Progress> run(String... paths) throws Exception {
    var told = new ArrayList<Progress>();
    var in = new ByteArrayInputStream(STORY.getBytes(StandardCharsets.UTF_8));
    new IndexRun(
            temporary.resolve("index"),
            false,
            CaptureOptions.NONE,
            in,
            InstantSource.fixed(Instant.parse("2026-07-08T12:00:00Z")))
        .reporting(told::add)
        .run(List.of(paths));
    return told;
  }

  private Path captures() throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("captures"));
    Files.writeString(folder.resolve("a.jsonl"), STORY);
    Files.writeString(folder.resolve("b.jsonl"), STORY.replace("Nine", "Ten") + STORY);
    return folder;
  }

  @Test
  void tellsEachCaptureAndEndsWithAllBytesRead() throws Exception {
    List<Progress> told = run(captures().toString());
    long all = 3L * STORY.length() - 1;
    assertThat(told)
        .extracting(Progress::phase)
        .containsExactly(
            Phase.READING, Phase.READING, Phase.READING, Phase.SETTLING, Phase.COMMITTING);
    assertThat(told).extracting(Progress::bytes).isSorted().endsWith(all);
    assertThat(told).extracting(Progress::bytesInAll).containsOnly(all);
    assertThat(told.getLast().captures()).isEqualTo(3);
  }

  @Test
  void countsNoBytesOfFilesThatAreKnown() throws Exception {
    Path folder = captures();
    run(folder.toString());
    assertThat(run(folder.toString())).containsExactly(new Progress(Phase.SETTLING, 0, 0, 0));
  }

  @Test
  void doesNotGuessHowMuchStandardInputHolds() throws Exception {
    assertThat(run("-").getFirst()).isEqualTo(new Progress(Phase.READING, STORY.length(), -1, 1));
  }
}
