package wellhead.indexer.capture;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The members of a gzip file (RFC 1952), one after the other. WARC files have one a record; a
 * damaged one must not lose those behind it, so after damage the next member's beginning is looked
 * for. The JDK's reader runs members into each other and cannot go on.
 */
final class GzipMembers {

  /** So much of a member is kept to look for the next one in, should it turn out damaged. */
  private static final int MOST_KEPT = 8 << 20;

  private static final int DEFLATE = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream in;
  private final Expansion expansion = new Expansion();
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int at;
  private int end;
  private @Nullable Member member;

  GzipMembers(InputStream in) {
    this.in = in;
  }

  /**
   * The next member's content; {@code null} after the last. What is left of this one is skipped.
   */
  @Nullable InputStream next() throws IOException {
    if (member != null) {
      skip(member);
    }
    while (hasMore() && buffer[at] == 0) {
      at++; // padding
    }
    if (!hasMore()) {
      return null;
    }
    start = at;
    member = new Member();
    return member;
  }

  private void skip(Member last) throws IOException {
    try {
      if (last.failure == null) {
        last.transferTo(OutputStream.nullOutputStream());
      }
    } catch (EOFException | ZipException e) {
      // damage in what nobody was interested in
    }
    if (last.failure != null) {
      findBeginning();
    }
    last.inflater.end();
    member = null;
  }

  /** Moves to what looks like the beginning of a member behind the beginning of this one. */
  private void findBeginning() throws IOException {
    at = Math.min(start + 1, end);
    while (hasMore()) {
      if ((buffer[at] & 0xFF) == 0x1F && looksLikeBeginning()) {
        return;
      }
      at++;
      start = at;
    }
  }

  private boolean looksLikeBeginning() throws IOException {
    while (end - at < 4) {
      if (!fill()) {
        return false;
      }
    }
    return (buffer[at + 1] & 0xFF) == 0x8B
        && buffer[at + 2] == DEFLATE
        && (buffer[at + 3] & RESERVED) == 0;
  }

  private boolean hasMore() throws IOException {
    return at < end || fill();
  }

  /** Reads more behind what is kept. */
  private boolean fill() throws IOException {
    if (end == buffer.length) {
      if (start == 0 && buffer.length < MOST_KEPT) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      } else {
        int from = start > 0 ? start : at; // too long to be kept: what follows damage may be lost
        System.arraycopy(buffer, from, buffer, 0, end - from);
        end -= from;
        at -= from;
        start = 0;
      }
    }
    int read = in.read(buffer, end, buffer.length - end);
    if (read <= 0) {
      return false;
    }
    end += read;
    expansion.packed(read);
    return true;
  }

  private int octet() throws IOException {
    if (!hasMore()) {
      throw new EOFException("gzip: ends within a member");
    }
    return buffer[at++] & 0xFF;
  }

  /** One member. */
  private final class Member extends InputStream {
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private boolean begun;
    private boolean done;
    private @Nullable IOException failure;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      if (failure != null) {
        throw failure;
      }
      if (done || most == 0) {
        return done ? -1 : 0;
      }
      try {
        return inflate(into, from, most);
      } catch (DataFormatException e) {
        failure = new ZipException("gzip: damaged: what it packed does not unpack");
        throw failure;
      } catch (EOFException | ZipException e) {
        failure = e;
        throw e;
      }
    }

    private int inflate(byte[] into, int from, int most) throws IOException, DataFormatException {
      if (!begun) {
        header();
        begun = true;
      }
      while (true) {
        if (inflater.needsInput() && !inflater.finished()) {
          if (!hasMore()) {
            throw new EOFException("gzip: ends within a member");
          }
          inflater.setInput(buffer, at, end - at);
        }
        int before = inflater.getRemaining();
        int got = inflater.inflate(into, from, most);
        at += before - inflater.getRemaining();
        if (got > 0) {
          crc.update(into, from, got);
          expansion.unpacked(got);
          return got;
        }
        if (inflater.finished()) {
          trailer();
          done = true;
          return -1;
        }
        if (inflater.needsDictionary()) {
          throw new ZipException("gzip: damaged: asks for a dictionary");
        }
      }
    }

    private void header() throws IOException {
      if (octet() != 0x1F || octet() != 0x8B || octet() != DEFLATE) {
        throw new ZipException("gzip: damaged, or followed by what is no gzip");
      }
      int flags = octet();
      for (int i = 0; i < 6; i++) {
        octet();
      }
      if ((flags & EXTRA) != 0) {
        for (int left = octet() | octet() << 8; left > 0; left--) {
          octet();
        }
      }
      if ((flags & NAME) != 0) {
        skipZeroTerminated();
      }
      if ((flags & COMMENT) != 0) {
        skipZeroTerminated();
      }
      if ((flags & HEADER_CRC) != 0) {
        octet();
        octet();
      }
    }

    private void skipZeroTerminated() throws IOException {
      int next = octet();
      while (next != 0) {
        next = octet();
      }
    }

    private void trailer() throws IOException {
      long sum = 0;
      long size = 0;
      for (int i = 0; i < 4; i++) {
        sum |= (long) octet() << (8 * i);
      }
      for (int i = 0; i < 4; i++) {
        size |= (long) octet() << (8 * i);
      }
      if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
        throw new ZipException("gzip: damaged: its checksum does not fit its content");
      }
    }
  }

  /**
   * What the whole members hold.
   *
   * @param damage why others were left out; {@code null} when there were none
   */
  @SuppressWarnings("ArrayRecordComponent") // of two, nobody asks whether they are equal
  record Whole(byte[] bytes, @Nullable String damage) {}

  /**
   * The members whose checksums fit, one after the other; the rest is left out.
   *
   * @param most how many bytes are wanted
   * @throws IOException when none is whole
   */
  Whole whole(InputStream first, int most) throws IOException {
    var bytes = new ByteArrayOutputStream();
    IOException damage = null;
    boolean any = false;
    for (InputStream next = first; next != null && bytes.size() < most; next = next()) {
      try {
        bytes.writeBytes(next.readNBytes(most - bytes.size()));
        any = true;
      } catch (EOFException | ZipException e) {
        damage = damage == null ? e : damage;
      }
    }
    if (damage != null && !any) {
      throw damage;
    }
    String said = damage == null ? null : damage.getMessage() + "; the rest of it was read";
    return new Whole(bytes.toByteArray(), said);
  }

  /**
   * All members as one stream, as gunzip reads them; damage is told at its end. Behind a damaged
   * one a line begins, lest its rest spoil the first line of the next.
   */
  InputStream concatenated(InputStream first) {
    return new InputStream() {
      private @Nullable InputStream current = first;
      private @Nullable IOException damage;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int from, int most) throws IOException {
        while (current != null) {
          try {
            int got = current.read(into, from, most);
            if (got >= 0) {
              return got;
            }
          } catch (EOFException | ZipException e) {
            damage = damage == null ? e : damage;
            current = GzipMembers.this.next();
            if (current != null && most > 0) {
              into[from] = '\n';
              return 1;
            }
            continue;
          }
          current = GzipMembers.this.next();
        }
        if (damage != null) {
          throw damage;
        }
        return -1;
      }
    };
  }
}
