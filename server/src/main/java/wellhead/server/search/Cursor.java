package wellhead.server.search;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A place in the hits of one search on one commit, from which the next page goes on. Opaque to who
 * asks; it carries everything that must not change between pages.
 *
 * @param commit the commit's id, 16 bytes in hexadecimal
 * @param now what now was for the first page: freshness and spans count back from it
 * @param search tells searches apart
 * @param partialsFollow whether partial matches follow the full ones, as the first page decided
 * @param partial whether the last hit was a partial match
 * @param score of the last full match
 * @param at the last full match's number in the commit; among partial matches, how many of those
 *     were shown
 */
public record Cursor(
    String commit,
    Instant now,
    long search,
    boolean partialsFollow,
    boolean partial,
    float score,
    int at) {

  private static final byte VERSION = 1;
  private static final int COMMIT_BYTES = 16;
  private static final int BYTES = 1 + COMMIT_BYTES + 8 + 4 + 8 + 1 + 4 + 4 + 4;

  /** The form that answers give. */
  public String text() {
    ByteBuffer bytes =
        ByteBuffer.allocate(BYTES)
            .put(VERSION)
            .put(hex(commit))
            .putLong(now.getEpochSecond())
            .putInt(now.getNano())
            .putLong(search)
            .put((byte) ((partialsFollow ? 1 : 0) | (partial ? 2 : 0)))
            .putFloat(score)
            .putInt(at);
    bytes.putInt(checksum(bytes.array()));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /** Reads {@link #text}; empty when the text is no cursor. */
  public static Optional<Cursor> parse(String text) {
    try {
      byte[] raw = Base64.getUrlDecoder().decode(text);
      ByteBuffer bytes = ByteBuffer.wrap(raw);
      if (raw.length != BYTES
          || bytes.get() != VERSION
          || bytes.getInt(BYTES - 4) != checksum(raw)) {
        return Optional.empty();
      }
      byte[] commit = new byte[COMMIT_BYTES];
      bytes.get(commit);
      Instant now = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
      long search = bytes.getLong();
      byte flags = bytes.get();
      return Optional.of(
          new Cursor(
              HexFormat.of().formatHex(commit),
              now,
              search,
              (flags & 1) != 0,
              (flags & 2) != 0,
              bytes.getFloat(),
              bytes.getInt()));
    } catch (IllegalArgumentException | BufferUnderflowException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static int checksum(byte[] bytes) {
    var crc = new CRC32();
    crc.update(bytes, 0, BYTES - 4);
    return (int) crc.getValue();
  }
}
