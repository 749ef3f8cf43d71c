package wellhead.indexer.capture;

import java.io.IOException;

/** Watches how much larger than itself something packed gets. */
final class Expansion {
  private long packed;
  private long unpacked;

  /** It goes on for far too long for what it is. */
  static final class BombException extends IOException {
    BombException(String reason) {
      super(reason);
    }
  }

  /**
   * Counts what was read.
   *
   * @param more packed bytes
   */
  void packed(long more) {
    packed += more;
  }

  /** How many packed bytes were counted. */
  long packed() {
    return packed;
  }

  /**
   * Counts what came out.
   *
   * @param more unpacked bytes
   * @throws BombException when that is too much
   */
  void unpacked(long more) throws BombException {
    unpacked += more;
    if (unpacked > Limits.RATIO_FREE_BYTES && unpacked / Limits.RATIO > packed) {
      throw new BombException(
          "unpacks to more than "
              + Limits.RATIO
              + " times its size; unpack it first if you trust it");
    }
    if (unpacked > Limits.ARCHIVE_BYTES) {
      throw new BombException(
          "unpacks to more than " + (Limits.ARCHIVE_BYTES >> 30) + " GiB; split it");
    }
  }
}
