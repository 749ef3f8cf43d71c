package wellhead.indexer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  static List<Object[]> failures() {
    return List.of(
        failure(new OutOfMemoryError("Java heap space"), "out of memory (it may use "),
        failure(new OutOfMemoryError("unable to create native thread"), "no more threads"),
        failure(new StackOverflowError(), "nested too deeply"),
        failure(new VerifyError("Could not link verifier"), "too few open files"),
        failure(new NoClassDefFoundError("a/B"), "too few open files"),
        failure(new IOException("/x: Too many open files"), "too many open files; allow"),
        failure(new IOException("merging", new OutOfMemoryError()), "out of memory"),
        failure(new UncheckedIOException(new IOException("Input/output error")), "Input/output"),
        failure(new IllegalStateException("odd"), "an error in the program itself"),
        failure(new AssertionError("odd"), "an error in the program itself"));
  }

  private static Object[] failure(Throwable thrown, String said) {
    return new Object[] {thrown, said};
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureEndsWith74AndOneSentence(Throwable thrown, String said) throws Exception {
    var err = new StringWriter();
    Callable<Integer> work =
        () -> {
          if (thrown instanceof Error error) {
            throw error;
          }
          throw (Exception) thrown;
        };
    assertThat(Failures.guard(new PrintWriter(err, true), work)).isEqualTo(ExitCode.IO_ERROR);
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .startsWith("wellhead: ")
        .contains(said)
        .endsWith("; nothing was committed and the index is as it was");
  }
}
