package wellhead.indexer.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads files as captures, with the options of the run. What a file is, is told by its content,
 * archive by archive and record by record.
 */
public final class CaptureReader {
  private final CaptureOptions options;
  private final InputStream standardInput;
  private final Identity identity;
  private final PageBytes pages;

  /**
   * @param standardInput what {@link CaptureFile#STANDARD_INPUT} reads; not closed
   */
  public CaptureReader(CaptureOptions options, InputStream standardInput) {
    this.options = options;
    this.standardInput = standardInput;
    this.identity = new Identity(options);
    this.pages = new PageBytes(identity);
  }

  /**
   * The captures in a file. Never throws for what is in the file or for a file that cannot be read:
   * that is said in its outcomes.
   */
  public Captures open(CaptureFile file) {
    try {
      Path path = file.path();
      InputStream in = path == null ? standardInput : Files.newInputStream(path);
      try {
        return new FileCaptures(file, in, open(in, Origin.of(file), 0));
      } catch (IOException e) {
        if (path != null) {
          in.close();
        }
        throw e;
      }
    } catch (IOException e) {
      return Captures.of(new Outcome.Rejected(CaptureFiles.rejection(file.shown(), e)));
    }
  }

  /** Turns failures to read into the last outcome of the file. */
  private static final class FileCaptures implements Captures {
    private final CaptureFile file;
    private final InputStream in;
    private final Captures captures;
    private boolean failed;

    FileCaptures(CaptureFile file, InputStream in, Captures captures) {
      this.file = file;
      this.in = in;
      this.captures = captures;
    }

    @Override
    public @Nullable Outcome next() {
      try {
        return failed ? null : captures.next();
      } catch (IOException e) {
        failed = true;
        return new Outcome.Rejected(CaptureFiles.rejection(file.shown(), e));
      }
    }

    @Override
    public void close() throws IOException {
      captures.close();
      if (file.path() != null) {
        in.close();
      }
    }
  }

  /**
   * The captures in some bytes.
   *
   * @param depth how many archives they lie in
   */
  Captures open(InputStream bytes, Origin origin, int depth) throws IOException {
    var in = new BufferedInputStream(bytes, ContentKind.HEAD);
    in.mark(ContentKind.HEAD);
    byte[] head = in.readNBytes(ContentKind.HEAD);
    in.reset();
    ContentKind kind = ContentKind.of(head);
    return switch (kind) {
      case JSON_LINES -> jsonLines(in, origin);
      default -> page(in, Format.AUTO, origin);
    };
  }

  private Captures jsonLines(InputStream in, Origin origin) {
    return new JsonLines(in, origin, identity, options.zone());
  }

  private Captures page(InputStream in, Format markup, Origin origin) throws IOException {
    byte[] bytes = in.readNBytes(Limits.RECORD_BYTES + 1);
    return Captures.of(
        bytes.length > Limits.RECORD_BYTES
            ? new Outcome.Rejected(
                new Rejection(
                    origin.shown(),
                    origin.record(),
                    null,
                    Cause.TOO_LARGE,
                    "larger than " + (Limits.RECORD_BYTES >> 20) + " MiB; split it into captures"))
            : pages.read(bytes, markup, origin));
  }
}
