package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wellhead.indexer.index.CaptureFolder.NOW;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.story.Story;

class StoppedRunTest {
  @TempDir Path temporary;

  @Test
  void leavesTheIndexAsItWasAndFreesItForTheNext() throws Exception {
    var captures = new CaptureFolder(temporary);
    captures.addSeries("desk.example", 2);
    captures.run();
    Map<String, Story> before = captures.stories();
    captures.add("wind.example", NOW, 100, "2 hours", "1 day");
    var run =
        new IndexRun(
            captures.index,
            false,
            CaptureOptions.NONE,
            InputStream.nullInputStream(),
            InstantSource.fixed(NOW));
    run.stop();
    assertThatThrownBy(() -> run.run(List.of(captures.folder.toString())))
        .isInstanceOf(RunStoppedException.class);
    assertThat(captures.stories()).isEqualTo(before);
    assertThat(captures.run().index().committed()).isTrue();
  }
}
