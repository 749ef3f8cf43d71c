package wellhead.indexer.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * WARC records from the members of a gzip file. A member's checksum stands behind its content, and
 * damage can leave a garbled page that looks whole; so a member is held until its checksum has
 * vouched for it. One that is larger than any record holds many records and is read as it comes.
 */
final class WarcMembers implements WarcRecords.Parts {
  private final GzipMembers members;
  private @Nullable InputStream first;

  /**
   * @param first the first member, looked into already
   * @param members those behind it
   */
  WarcMembers(InputStream first, GzipMembers members) {
    this.first = first;
    this.members = members;
  }

  @Override
  public @Nullable WarcFrames next() throws IOException {
    InputStream member = first == null ? members.next() : first;
    first = null;
    return member == null ? null : held(member);
  }

  private static WarcFrames held(InputStream member) throws IOException {
    var held = new ByteArrayOutputStream(1 << 16);
    byte[] buffer = new byte[1 << 16];
    try {
      while (held.size() <= Limits.RECORD_BYTES) {
        int read = member.read(buffer);
        if (read < 0) {
          return new WarcFrames(new ByteArrayInputStream(held.toByteArray()), null);
        }
        held.write(buffer, 0, read);
      }
    } catch (EOFException | ZipException e) {
      return new WarcFrames(andThen(held, member), e);
    }
    return new WarcFrames(andThen(held, member), null);
  }

  /** A damaged member goes on to say so. */
  private static InputStream andThen(ByteArrayOutputStream held, InputStream member) {
    return new SequenceInputStream(new ByteArrayInputStream(held.toByteArray()), member);
  }
}
