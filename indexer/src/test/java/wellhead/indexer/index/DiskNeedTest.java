package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wellhead.indexer.index.CaptureFolder.NOW;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.capture.CaptureOptions;

class DiskNeedTest {
  @TempDir Path temporary;

  @Test
  void isEnoughForTheIndexThatARunLeaves() throws Exception {
    var captures = new CaptureFolder(temporary);
    captures.addSeries("desk.example", 40);
    captures.run();
    assertThat(size(captures.index))
        .isLessThan(DiskNeed.ofRun(captures.index, size(captures.folder), 0).bytes());
  }

  @Test
  void isSaidBeforeARebuildBegins() throws Exception {
    var captures = new CaptureFolder(temporary);
    captures.addSeries("desk.example", 3);
    captures.run();
    var said = new ArrayList<DiskNeed>();
    new IndexRun(
            captures.index,
            true,
            CaptureOptions.NONE,
            InputStream.nullInputStream(),
            InstantSource.fixed(NOW))
        .announcing(said::add)
        .run(List.of(captures.folder.toString()));
    assertThat(said).singleElement().matches(need -> need.bytes() > size(captures.folder));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> new DiskNeed("this run", temporary, 2_000_000, 1_999_999).require())
        .isInstanceOf(NotEnoughDiskException.class)
        .hasMessageContaining("needs about 2 MB")
        .hasMessageContaining("1 MB are free")
        .hasMessageContaining(temporary.toString());
  }

  private static long size(Path folder) {
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
