package wellhead.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** That the benchmark runs; how long anything takes is no matter for a test. */
class BenchmarkTest {

  @Test
  void everyKindOfQueryIsTimedBesideLuceneAndAnEmptyRoute(@TempDir Path index) {
    var printed = new StringWriter();
    int exit =
        new CommandLine(new SearchBenchmark())
            .setOut(new PrintWriter(printed))
            .execute(
                "--stories", "300", "--tries", "3", "--warm-up", "1", "--index", index.toString());
    assertThat(exit).as(printed.toString()).isZero();
    assertThat(printed.toString())
        .contains("one term", "phrase", "unknown word", "mistyped word", "window", "newest")
        .contains("8 clients: ");
  }

  @Test
  void percentilesAreOfTheSortedTimes() {
    var timings = new Timings(100);
    LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).forEach(timings::add);
    assertThat(timings.median()).isEqualTo(51);
    assertThat(timings.percentile(0.99)).isEqualTo(100);
  }

  @Test
  void theSameSeedMakesTheSameStories() {
    var one = new MadeUpStories(7);
    var other = new MadeUpStories(7);
    for (int i = 0; i < 50; i++) {
      assertThat(one.next()).isEqualTo(other.next());
    }
  }
}
