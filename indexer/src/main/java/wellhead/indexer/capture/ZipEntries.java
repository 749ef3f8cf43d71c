package wellhead.indexer.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files in a zip archive, read as if they lay in a folder of its name. Nothing is ever written
 * anywhere. A file is opened by the archive's directory, so that a damaged entry does not lose the
 * others; what comes through a pipe is read from front to back.
 */
final class ZipEntries implements Captures {

  /** What reads a file that was found in the archive. */
  @FunctionalInterface
  interface Inner {
    Captures open(InputStream bytes, Origin origin) throws IOException;
  }

  /** The entries of an archive. */
  private interface Source extends AutoCloseable {
    @Nullable ZipEntry next() throws IOException;

    InputStream content(ZipEntry entry) throws IOException;

    @Override
    void close() throws IOException;
  }

  private final Source source;
  private final Origin origin;
  private final Inner inner;
  private final Expansion expansion = new Expansion();
  private @Nullable Captures current;
  private @Nullable String name;
  private boolean any;
  private boolean ended;

  private ZipEntries(Source source, Origin origin, Inner inner) {
    this.source = source;
    this.origin = origin;
    this.inner = inner;
  }

  /** An archive that comes as a stream. */
  static ZipEntries of(InputStream in, Origin origin, Inner inner) {
    var zip = new ZipInputStream(in, StandardCharsets.UTF_8);
    return new ZipEntries(new Streamed(zip), origin, inner);
  }

  /**
   * An archive in a file.
   *
   * @param in the same, for an archive whose directory is damaged
   */
  static ZipEntries of(Path path, InputStream in, Origin origin, Inner inner) {
    try {
      return new ZipEntries(new Listed(new ZipFile(path.toFile())), origin, inner);
    } catch (IOException | IllegalArgumentException e) {
      return of(in, origin, inner);
    }
  }

  /** By the archive's directory. */
  private static final class Listed implements Source {
    private final ZipFile zip;
    private final Iterator<? extends ZipEntry> entries;

    Listed(ZipFile zip) {
      this.zip = zip;
      this.entries = Collections.list(zip.entries()).iterator();
    }

    @Override
    public @Nullable ZipEntry next() {
      return entries.hasNext() ? entries.next() : null;
    }

    @Override
    public InputStream content(ZipEntry entry) throws IOException {
      InputStream content = zip.getInputStream(entry);
      if (content == null) {
        throw new ZipException("listed but not there");
      }
      return content;
    }

    @Override
    public void close() throws IOException {
      zip.close();
    }
  }

  /** From front to back. */
  private static final class Streamed implements Source {
    private final ZipInputStream zip;

    Streamed(ZipInputStream zip) {
      this.zip = zip;
    }

    @Override
    public @Nullable ZipEntry next() throws IOException {
      return zip.getNextEntry();
    }

    @Override
    public InputStream content(ZipEntry entry) {
      return new FilterInputStream(zip) {
        @Override
        public void close() {} // the next entry comes through the same stream
      };
    }

    @Override
    public void close() {}
  }

  @Override
  public @Nullable Outcome next() throws IOException {
    while (!ended) {
      Outcome outcome = current == null ? open() : step(current);
      if (outcome != null) {
        return outcome;
      }
    }
    return null;
  }

  /** The next outcome of the file that is being read; {@code null} at its end. */
  private @Nullable Outcome step(Captures file) {
    try {
      Outcome outcome = file.next();
      if (outcome == null) {
        current = null;
      }
      return outcome;
    } catch (Expansion.BombException e) {
      ended = true;
      return rejected(null, Cause.ZIP_BOMB, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      current = null;
      return damaged(e);
    }
  }

  /** Goes on to the next file; an outcome only when that fails. */
  private @Nullable Outcome open() {
    try {
      ZipEntry entry = source.next();
      if (entry == null) {
        ended = true;
        return any ? null : new Outcome.Empty(origin.shown());
      }
      any = true;
      name = entry.getName();
      if (!isSafe(name)) {
        return rejected(
            null, Cause.UNSAFE_NAME, "a name that leads out of the archive: " + shown());
      }
      if (!entry.isDirectory() && !isLeftAlone(name)) {
        expansion.packed(Math.max(entry.getCompressedSize(), 1024));
        current = inner.open(watched(source.content(entry)), origin.entry(name));
      }
      return null;
    } catch (Expansion.BombException e) {
      ended = true;
      return rejected(null, Cause.ZIP_BOMB, String.valueOf(e.getMessage()));
    } catch (IOException | IllegalArgumentException e) {
      ended = source instanceof Streamed;
      return damaged(e);
    }
  }

  @Override
  public long position() {
    return expansion.packed();
  }

  private InputStream watched(InputStream content) {
    return new FilterInputStream(content) {
      @Override
      public int read() throws IOException {
        int got = super.read();
        if (got >= 0) {
          expansion.unpacked(1);
        }
        return got;
      }

      @Override
      public int read(byte[] into, int from, int most) throws IOException {
        int got = super.read(into, from, most);
        if (got > 0) {
          expansion.unpacked(got);
        }
        return got;
      }
    };
  }

  private Outcome damaged(Exception e) {
    // the library says nothing when an entry's head is cut off
    String what = e.getMessage() == null ? "ends within an entry" : e.getMessage();
    return rejected(name == null ? null : shown(), Cause.BROKEN, "zip: damaged: " + what);
  }

  private Outcome rejected(@Nullable String entry, Cause cause, String reason) {
    return new Outcome.Rejected(
        new Rejection(
            entry == null ? origin.shown() : origin.shown() + "/" + entry,
            null,
            null,
            cause,
            reason));
  }

  /** The entry's name, fit to be shown. */
  private String shown() {
    String clean = CleanText.line(name);
    return clean == null ? "?" : clean;
  }

  private static boolean isSafe(String name) {
    return !name.startsWith("/")
        && name.indexOf('\\') < 0
        && name.indexOf('\0') < 0
        && !name.matches("^[A-Za-z]:.*")
        && !List.of(name.split("/")).contains("..");
  }

  /** As in folders: hidden files and the project's own settings. */
  private static boolean isLeftAlone(String name) {
    for (String part : name.split("/")) {
      if (part.startsWith(".") || part.equals("__MACOSX") || part.equals(CaptureFiles.SETTINGS)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
