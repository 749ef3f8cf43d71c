package wellhead.indexer.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;

/** Reads one file as a capture, with the options of the run. */
public final class CaptureReader {

  /**
   * The largest capture that is read, in bytes. The largest front page seen in the wild is 2 MB
   * with its markup; what is larger is a dump of something else, and would be held in memory whole.
   */
  static final int MAX_BYTES = 64 << 20;

  private final CaptureOptions options;
  private final InputStream standardInput;

  /**
   * @param standardInput what {@link CaptureFile#STANDARD_INPUT} reads; not closed
   */
  public CaptureReader(CaptureOptions options, InputStream standardInput) {
    this.options = options;
    this.standardInput = standardInput;
  }

  /** What came of reading a file. */
  public sealed interface Outcome {
    /**
     * A capture was read.
     *
     * @param contentHash of the file's bytes: SHA-256 in hex
     */
    record Read(Capture capture, String contentHash) implements Outcome {}

    /** Nothing in it: worth a warning, not an error. */
    record Empty(String file) implements Outcome {}

    /** Not read, and why. */
    record Rejected(Rejection rejection) implements Outcome {}
  }

  /** Never throws for what is in the file or for a file that cannot be read. */
  public Outcome read(CaptureFile file) {
    try {
      byte[] bytes = bytes(file);
      if (bytes.length > MAX_BYTES) {
        return rejected(file, "larger than " + (MAX_BYTES >> 20) + " MiB; split it into captures");
      }
      String text = TextDecoding.decode(bytes);
      if (text.isBlank()) {
        return new Outcome.Empty(file.shown());
      }
      String hash = hex(sha256(bytes));
      return new Outcome.Read(capture(file, text, hash), hash);
    } catch (TextDecoding.NotTextException e) {
      return rejected(file, e.reason());
    } catch (IOException e) {
      return rejected(file, CaptureFiles.reason(e));
    }
  }

  private Capture capture(CaptureFile file, String text, String contentHash) throws IOException {
    String source = source(file);
    CapturedAt capturedAt = capturedAt(file);
    String reading =
        String.join(
            "|",
            contentHash,
            String.valueOf(capturedAt.instant()),
            String.valueOf(source),
            String.valueOf(options.url()),
            String.valueOf(options.zone()),
            String.valueOf(options.rounding()));
    String id = hex(sha256(reading.getBytes(StandardCharsets.UTF_8))).substring(0, 32);
    return new Capture(
        new CaptureRef(id, source, capturedAt, options.rounding(), file.shown(), null),
        options.url(),
        options.zone(),
        text);
  }

  /** In the order of the user's manual: the option, the file's name, nothing. */
  private CapturedAt capturedAt(CaptureFile file) throws IOException {
    return switch (options.time()) {
      case CaptureTime.At at -> new CapturedAt(at.instant(), CapturedAt.From.OPTION);
      case CaptureTime.Now now ->
          new CapturedAt(now.instant().truncatedTo(ChronoUnit.SECONDS), CapturedAt.From.NOW);
      case CaptureTime.ModificationTime ignored -> modified(file);
      case CaptureTime.Unsaid ignored ->
          NameTimestamp.find(file.name())
              .map(instant -> new CapturedAt(instant, CapturedAt.From.FILE_NAME))
              .orElse(CapturedAt.UNKNOWN);
    };
  }

  private static CapturedAt modified(CaptureFile file) throws IOException {
    Path path = file.path();
    if (path == null) {
      return CapturedAt.UNKNOWN; // standard input was never modified
    }
    Instant modified = Files.getLastModifiedTime(path).toInstant();
    return new CapturedAt(modified.truncatedTo(ChronoUnit.SECONDS), CapturedAt.From.MTIME);
  }

  private @Nullable String source(CaptureFile file) {
    String given = options.source();
    return given != null
        ? SourceName.normal(given)
        : SourceName.ofUrl(options.url())
            .or(() -> SourceName.ofFileName(file.name()))
            .or(() -> parentFolder(file).flatMap(SourceName::ofHostLike))
            .orElse(null);
  }

  private static Optional<String> parentFolder(CaptureFile file) {
    return Optional.ofNullable(file.path())
        .map(path -> path.toAbsolutePath().normalize().getParent())
        .map(Path::getFileName)
        .map(Path::toString);
  }

  private byte[] bytes(CaptureFile file) throws IOException {
    Path path = file.path();
    if (path == null) {
      return standardInput.readNBytes(MAX_BYTES + 1);
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  private static Outcome rejected(CaptureFile file, String reason) {
    return new Outcome.Rejected(new Rejection(file.shown(), reason));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
