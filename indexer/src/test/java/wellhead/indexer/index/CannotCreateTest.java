package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class CannotCreateTest {

  @Test
  void saysWhyInWordsWhereTheSystemGivesNone() {
    assertThat(OpenIndex.reason(new AccessDeniedException("/x"))).isEqualTo("permission denied");
    assertThat(OpenIndex.reason(new NoSuchFileException("/x"))).contains("no folder");
  }

  @Test
  void saysWhatTheSystemSays() {
    var full = new FileSystemException("/x", null, "No space left on device");
    assertThat(OpenIndex.reason(full)).isEqualTo("No space left on device");
    assertThat(OpenIndex.reason(new IOException("gone"))).isEqualTo("gone");
  }
}
