package wellhead.indexer.index;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.capture.CaptureFile;
import wellhead.schema.FileDocument;

/**
 * A file as it is now, beside what the index knows of it.
 *
 * @param now what to record of it
 * @param before what was recorded; {@code null} when it was never read
 */
record FileState(FileDocument now, @Nullable FileDocument before) {

  /** The name of a file in the index, the same from whatever folder it is named. */
  static String key(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  /**
   * Looks a file up.
   *
   * @param options the fingerprint of those that it is to be read with
   * @return {@code null} for standard input and for what cannot be looked at; reading it says why
   */
  static @Nullable FileState of(CaptureFile file, String options, KnownFiles known) {
    Path path = file.path();
    Instant modified = file.modified();
    if (path == null || modified == null) {
      return null;
    }
    String key = key(path);
    FileDocument before = known.get(key);
    return new FileState(new FileDocument(key, file.size(), modified, options, 0), before);
  }

  /** Whether it was read with other options before. */
  boolean isReadOtherwise() {
    return before != null && !before.options().equals(now.options());
  }

  /** How many of its records or lines were rejected when it was read. */
  int rejectedBefore() {
    return before == null ? 0 : before.rejected();
  }

  /** Whether it would be read the same way again. */
  boolean isUnchanged() {
    return before != null && before.isUnchanged(now.size(), now.modified(), now.options());
  }
}
