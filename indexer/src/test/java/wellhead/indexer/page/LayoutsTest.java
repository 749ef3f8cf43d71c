package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of {@code testdata/pages}: one layout each, in the forms that extractors leave. */
class LayoutsTest {

  private static final int FEWEST_PAGES = 20;

  @ParameterizedTest
  @MethodSource("pages")
  void readsTheLayout(Path page) throws IOException {
    Golden.assertReads(page, PageReader.read(Files.readString(page), null, null));
  }

  static List<Path> pages() throws IOException {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")));
    try (Stream<Path> files = Files.list(root.resolve("testdata/pages"))) {
      List<Path> pages = files.filter(p -> !p.toString().endsWith(".json")).sorted().toList();
      assertThat(pages).hasSizeGreaterThanOrEqualTo(FEWEST_PAGES);
      return pages;
    }
  }
}
