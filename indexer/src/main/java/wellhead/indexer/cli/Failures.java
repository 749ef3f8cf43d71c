package wellhead.indexer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import wellhead.indexer.index.IndexHeldException;
import wellhead.indexer.index.IndexUnusableException;

/** Turns what can go wrong with an index into one sentence and an exit code. */
public final class Failures {
  private Failures() {}

  /** Runs a command's work. */
  public static int guard(PrintWriter err, Callable<Integer> work) throws Exception {
    try {
      return work.call();
    } catch (IndexHeldException e) {
      err.println("wellhead: " + e.getMessage());
      return ExitCode.HELD;
    } catch (IndexUnusableException e) {
      err.println("wellhead: " + e.getMessage());
      return ExitCode.NO_INDEX;
    } catch (IOException e) {
      err.println(
          "wellhead: reading or writing failed, nothing was committed and the index is as it was: "
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage());
      return ExitCode.IO_ERROR;
    }
  }
}
