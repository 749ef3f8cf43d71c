package wellhead.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What broke a reader once: {@code found/READER/...}. */
class FoundByFuzzingTest {

  static List<Path> found() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(FoundByFuzzingTest.class.getResource("found"));
    try (Stream<Path> files = Files.walk(Path.of(folder.toURI()))) {
      List<Path> found = files.filter(Files::isRegularFile).sorted().toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  @ParameterizedTest
  @MethodSource("found")
  void isReadOrRefused(Path file) throws IOException {
    String reader = String.valueOf(Objects.requireNonNull(file.getParent()).getFileName());
    FuzzedReader.named(reader).read(Files.readAllBytes(file));
  }
}
