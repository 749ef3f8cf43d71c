package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.capture.CaptureOptions;

/**
 * A file that was cut short, by a full disk or a broken line, does no harm wherever it was cut. At
 * one place a file in the build; at every one, many of a file in one index, with {@code
 * -Dtruncate=all}.
 */
class TruncationTest {
  private static final Path TESTDATA =
      Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")), "testdata");
  private static final int LARGEST = 200_000;
  private static final int AT_ONCE = 500;

  @TempDir Path temporary;

  @Test
  void leavesASoundIndex() throws Exception {
    boolean all = "all".equals(System.getProperty("truncate"));
    var random = new Random(Long.getLong("seed", 4));
    var cuts = new ArrayList<Cut>();
    for (Path file : files()) {
      int size = Math.toIntExact(Files.size(file));
      IntStream places = all ? IntStream.range(0, size) : random.ints(1, 0, size);
      places.forEach(length -> cuts.add(new Cut(file, length)));
    }
    assertThat(cuts).hasSizeGreaterThan(200);
    for (int from = 0; from < cuts.size(); from += AT_ONCE) {
      index(cuts.subList(from, Math.min(cuts.size(), from + AT_ONCE)));
    }
  }

  /**
   * The first bytes of a file.
   *
   * @param length how many
   */
  private record Cut(Path file, int length) {
    void writeTo(Path folder) throws IOException {
      byte[] whole = Files.readAllBytes(file);
      Path to = Files.createDirectories(folder.resolve(Integer.toString(length)));
      Files.write(to.resolve(file.getFileName()), Arrays.copyOf(whole, length));
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(TESTDATA)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
          .filter(file -> file.toFile().length() > 0 && file.toFile().length() < LARGEST)
          .sorted()
          .toList();
    }
  }

  private void index(List<Cut> cuts) throws Exception {
    Path folder = temporary.resolve("cut");
    Path index = temporary.resolve("index");
    for (Cut cut : cuts) {
      cut.writeTo(folder);
    }
    Report report =
        new IndexRun(
                index,
                false,
                CaptureOptions.NONE,
                InputStream.nullInputStream(),
                InstantSource.fixed(Instant.parse("2026-07-08T12:00:00Z")))
            .run(List.of(folder.toString()));
    String from = cuts.getFirst() + " to " + cuts.getLast();
    assertThat(report.files()).as(from).isEqualTo(cuts.size());
    if (report.committed()) {
      assertThat(IndexCheck.of(index).problems()).as(from).isEmpty();
    }
    delete(folder);
    delete(index);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
