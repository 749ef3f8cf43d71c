package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static wellhead.indexer.index.CaptureFolder.NOW;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.story.Story;

/** A machine whose clock was wrong, and then put right, between two runs. */
class ClockSetBackTest {
  private static final Instant EARLIER = NOW.minus(Duration.ofDays(4000));

  @TempDir Path temporary;

  @Test
  void whatIsAheadOfItIsReadByTheNextRunWithTheRightTimeAndTheStoriesAreThoseOfARebuild()
      throws Exception {
    var captures = new CaptureFolder(temporary);
    captures.addSeries("desk.example", 2);
    captures.run();
    captures.add("wind.example", NOW, 100, "2 hours", "1 day");
    assertThat(captures.run(false, EARLIER, FSDirectory::open).index().committed()).isFalse();
    Report right = captures.run(false, NOW, FSDirectory::open);
    assertThat(right.index().generation()).isEqualTo(2);
    Map<String, Story> stories = captures.stories();
    assertThat(stories).hasSize(8);
    assertThat(IndexCheck.of(captures.index).problems()).isEmpty();
    captures.rebuild();
    assertThat(captures.stories()).isEqualTo(stories);
  }
}
