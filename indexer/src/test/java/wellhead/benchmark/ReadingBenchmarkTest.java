package wellhead.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** That the benchmark runs and that its pages are read; how long that takes is no matter here. */
class ReadingBenchmarkTest {

  @Test
  void everyFormIsTimedBesideItsParserOrPacking() {
    var printed = new StringWriter();
    int exit =
        new CommandLine(new ReadingBenchmark())
            .setOut(new PrintWriter(printed))
            .execute("--pages", "3", "--tries", "1");
    assertThat(exit).as(printed.toString()).isZero();
    assertThat(printed.toString())
        .contains(
            "text, read", "html, jsoup alone", "html, read", "warc, gzip alone", "warc, read");
  }
}
