package wellhead.indexer.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what was read of a file. */
final class CountedStream extends FilterInputStream {
  private long count;

  CountedStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int got = super.read();
    count += got < 0 ? 0 : 1;
    return got;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int got = super.read(into, from, most);
    count += Math.max(0, got);
    return got;
  }

  /** In bytes. */
  long count() {
    return count;
  }
}
