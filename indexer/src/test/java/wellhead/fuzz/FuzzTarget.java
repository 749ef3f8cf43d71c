package wellhead.fuzz;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives a reader whatever bytes lead somewhere new in it. From the repository's top, for a reader
 * of {@link FuzzedReader}, some seconds, and folders to begin with:
 *
 * <pre>
 * mvn -q -DskipGates -Pfuzz -pl indexer process-test-classes -Dfuzz="html 240 testdata/pages"
 * </pre>
 *
 * <p>What it found so far is kept in {@code target/fuzz}. What breaks a reader is mended and goes
 * into {@code found} among the test's resources, where {@link FoundByFuzzingTest} reads it in every
 * build.
 */
public final class FuzzTarget {
  /** A page that takes longer, on a machine that may do other things as well, is a finding. */
  private static final int MOST_SECONDS = 30;

  private static final int MOST_BYTES = 12_000;

  private static FuzzedReader reader = FuzzedReader.CONTENT;

  private FuzzTarget() {}

  /**
   * Runs the fuzzer.
   *
   * @param arguments the name of a reader, seconds, folders
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String name = arguments[0];
    Path corpus = Files.createDirectories(Path.of("target", "fuzz", name));
    var options =
        new ArrayList<>(
            List.of(
                "--target_class=" + FuzzTarget.class.getName(),
                "--target_args=" + name,
                "--instrumentation_includes=wellhead.**",
                "--custom_hook_includes=wellhead.**:org.jsoup.**:com.rometools.**:org.tomlj.**",
                "--reproducer_path=" + corpus.getParent(),
                "-artifact_prefix=" + corpus.getParent() + "/",
                "-timeout=" + MOST_SECONDS,
                "-max_len=" + MOST_BYTES,
                "-max_total_time=" + arguments[1],
                corpus.toString()));
    options.addAll(Arrays.asList(arguments).subList(2, arguments.length));
    Jazzer.main(options.toArray(String[]::new));
  }

  /**
   * Called once.
   *
   * @param arguments the name of a reader
   */
  public static void fuzzerInitialize(String[] arguments) {
    reader = FuzzedReader.named(arguments[0]);
  }

  /** Called for each input. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    reader.read(bytes);
  }
}
