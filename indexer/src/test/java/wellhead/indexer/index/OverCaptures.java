package wellhead.indexer.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import wellhead.story.Published;

/** Claims about what is in the index after a run over a folder, empty at first. */
abstract class OverCaptures {
  static final String ARTICLE = "Old Wells Are Plugged at Last";

  @TempDir Path temporary;
  CaptureFolder captures;

  @BeforeEach
  final void folder() throws IOException {
    captures = new CaptureFolder(temporary);
  }

  /** A page with {@link #ARTICLE}. */
  final void article(String stamp, String head, String byline) throws IOException {
    Files.writeString(
        captures.folder.resolve("a.example_" + stamp + ".html"),
        "<html><head>"
            + head
            + "</head><body><article><h1>"
            + ARTICLE
            + "</h1>"
            + byline
            + "<p>"
            + "The wells were drilled long ago and nobody knew who owned them. ".repeat(12)
            + "</p></article></body></html>");
  }

  final Published published(String title) throws IOException {
    return Objects.requireNonNull(
        captures.stories().values().stream()
            .filter(story -> story.title().equals(title))
            .findFirst()
            .orElseThrow()
            .published());
  }
}
