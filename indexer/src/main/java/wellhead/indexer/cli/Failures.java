package wellhead.indexer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.ParameterException;
import wellhead.indexer.capture.SettingsException;
import wellhead.indexer.index.IndexCheck;
import wellhead.indexer.index.IndexHeldException;
import wellhead.indexer.index.IndexUnusableException;
import wellhead.indexer.index.NotEnoughDiskException;
import wellhead.indexer.index.RunStoppedException;

/** Turns what can go wrong with an index into one sentence and an exit code. */
public final class Failures {
  /** What holds when a command fails that changes the index in one commit or not at all. */
  static final String INDEX_AS_IT_WAS = "nothing was committed and the index is as it was";

  private Failures() {}

  /** Runs a command's work, which changes the index in one commit or not at all. */
  public static int guard(PrintWriter err, Callable<Integer> work) throws Exception {
    return guard(err, () -> INDEX_AS_IT_WAS, work);
  }

  /**
   * Runs a command's work.
   *
   * @param then what holds when it fails, as a clause; asked when it has failed
   */
  static int guard(PrintWriter err, Supplier<String> then, Callable<Integer> work)
      throws Exception {
    try {
      return work.call();
    } catch (SettingsException e) {
      err.println("wellhead: " + OneLine.of(e.getMessage()));
      return ExitCode.USAGE;
    } catch (IndexHeldException e) {
      err.println("wellhead: " + OneLine.of(e.getMessage()));
      return ExitCode.HELD;
    } catch (IndexUnusableException e) {
      err.println("wellhead: " + OneLine.of(e.getMessage()));
      return ExitCode.NO_INDEX;
    } catch (IOException e) {
      err.println("wellhead: " + OneLine.of(reason(e)) + "; " + then.get());
      return ExitCode.IO_ERROR;
    } catch (UncheckedIOException e) {
      err.println("wellhead: " + OneLine.of(reason(e)) + "; " + then.get());
      return ExitCode.IO_ERROR;
    } catch (ParameterException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      err.println("wellhead: " + Unexpected.reason(e) + "; " + then.get());
      Unexpected.trace(e);
      return ExitCode.IO_ERROR;
    }
  }

  /** What failed and what would help, in one line; the cause of the failure tells. */
  public static String reason(UncheckedIOException e) {
    return e.getCause() == null ? String.valueOf(e.getMessage()) : reason(e.getCause());
  }

  /** What failed and what would help, in one line. */
  public static String reason(IOException e) {
    String message =
        String.valueOf(e.getMessage())
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining(" "));
    if (Unexpected.isBehind(e)) {
      return Unexpected.reason(e);
    }
    String lower = message.toLowerCase(Locale.ROOT);
    if (e instanceof NotEnoughDiskException || e instanceof RunStoppedException) {
      return message;
    }
    if (lower.contains("no space left") || lower.contains("quota exceeded")) {
      return "the disk is full, free some space and run this again (" + message + ")";
    }
    if (lower.contains("read-only file system")) {
      return "the file system is read-only (" + message + "); name a folder elsewhere";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied: " + message + "; run this as the owner of the index";
    }
    return IndexCheck.damageBehind(e)
        .map(damage -> "the index is damaged (" + damage + "); see: wellhead check")
        .orElseGet(() ->
            "reading or writing failed: "
                + (e.getMessage() == null ? e.getClass().getSimpleName() : message));
  }
}
