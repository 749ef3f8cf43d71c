package wellhead.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.server.search.LuceneSearchEngine;

class RehearsalTest {
  @TempDir Path folder;

  @Test
  void readsWhatItWroteAndAsksForIt() throws Exception {
    Rehearsal.rehearse(folder);
    try (var engine = LuceneSearchEngine.open(folder.resolve("index"))) {
      assertThat(engine.state().stories()).isEqualTo(3);
    }
  }
}
