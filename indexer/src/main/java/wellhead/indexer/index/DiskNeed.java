package wellhead.indexer.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What an undertaking needs on disk, estimated before it begins, and what is free there.
 *
 * @param what is to be done, as in "to rebuild the index"
 * @param folder where the space is needed
 * @param bytes needed
 * @param free bytes that this user may still write
 */
public record DiskNeed(String what, Path folder, long bytes, long free) {

  public DiskNeed {
    if (bytes < 0) {
      throw new IllegalArgumentException("an undertaking cannot need less than nothing: " + bytes);
    }
  }

  /**
   * What an index takes beside the captures it is read from, in bytes a byte: 1.9 over the captures
   * that come with the program, twice that while segments are merged.
   */
  private static final int INDEX_PER_CAPTURE = 4;

  /** What a run needs however little it reads. One that finds nothing new needs nothing. */
  private static final long LEAST = 1 << 20;

  /**
   * What a run needs.
   *
   * @param unread bytes of captures to be read
   * @param replaced bytes of the index that a rebuild replaces and that stays until the commit; 0
   *     for an ordinary run
   */
  static DiskNeed ofRun(Path index, long unread, long replaced) throws IOException {
    long bytes = Math.max(INDEX_PER_CAPTURE * unread, 2 * replaced);
    return of("this run", index, bytes == 0 ? 0 : LEAST + bytes);
  }

  /**
   * Looks how much is free.
   *
   * @param folder need not be there yet
   */
  static DiskNeed of(String what, Path folder, long bytes) throws IOException {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return new DiskNeed(what, folder, bytes, Files.getFileStore(there).getUsableSpace());
  }

  boolean isMet() {
    return free >= bytes;
  }

  /**
   * Refuses what cannot be done, before it is half done.
   *
   * @throws NotEnoughDiskException when less is free than needed
   */
  void require() throws NotEnoughDiskException {
    if (!isMet()) {
      throw new NotEnoughDiskException(this + ": free some, or name a folder on another disk");
    }
  }

  /** As in "to back the index up needs about 12 MB in /backups, 3 GB are free". */
  @Override
  public String toString() {
    return what
        + " needs about "
        + size(bytes)
        + " in "
        + folder
        + ", "
        + below(free)
        + " are free";
  }

  /** Rounded down, lest what is too little seems to be enough. */
  private static String below(long bytes) {
    if (bytes < 1_000_000) {
      return bytes / 1000 + " kB";
    }
    return bytes < 10_000_000_000L ? bytes / 1_000_000 + " MB" : size(bytes);
  }

  private static String size(long bytes) {
    if (bytes < 1_000_000) {
      return Math.ceilDiv(bytes, 1000) + " kB";
    }
    return bytes < 10_000_000_000L
        ? Math.ceilDiv(bytes, 1_000_000) + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
