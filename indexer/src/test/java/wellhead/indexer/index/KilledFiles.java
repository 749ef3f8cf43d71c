package wellhead.indexer.index;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The machine's files as a process sees them that is killed at its k-th step: from then on it
 * changes nothing, whatever it tries. A step is whatever changes a file or a folder: creating,
 * writing, cutting, renaming, deleting. Of the write that it is killed in, half is done.
 */
final class KilledFiles extends FileSystemProvider {
  private final long killedAt;
  private final AtomicLong steps = new AtomicLong();

  private KilledFiles(long killedAt) {
    this.killedAt = killedAt;
  }

  /**
   * A process that goes on for so many steps.
   *
   * @param steps {@link Long#MAX_VALUE} for one that is not killed
   */
  static KilledFiles after(long steps) {
    return new KilledFiles(steps);
  }

  boolean isKilled() {
    return steps.get() > killedAt;
  }

  void step() throws IOException {
    if (steps.getAndIncrement() >= killedAt) {
      throw new IOException("killed");
    }
  }

  /** How many of these bytes are written before the kill. */
  int writable(int length) {
    long step = steps.getAndIncrement();
    return step < killedAt ? length : step == killedAt ? length / 2 : 0;
  }

  /** What tells paths of this kind from the machine's own. */
  private interface Seen {
    Path real();
  }

  /** A path as that process sees it. */
  Path seen(Path real) {
    FileSystem system = new KilledFileSystem(this, real.getFileSystem());
    return (Path)
        Proxy.newProxyInstance(
            KilledFiles.class.getClassLoader(),
            new Class<?>[] {Path.class, Seen.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "real" -> real;
                  case "getFileSystem" -> system;
                  case "toFile" -> throw new UnsupportedOperationException("not this machine's");
                  default -> {
                    try {
                      yield shown(method.invoke(real, real(arguments)));
                    } catch (InvocationTargetException e) {
                      throw e.getCause();
                    }
                  }
                });
  }

  private @Nullable Object shown(@Nullable Object result) {
    return result instanceof Path path ? seen(path) : result;
  }

  private static Object @Nullable [] real(Object @Nullable [] arguments) {
    Object[] real = arguments == null ? null : arguments.clone();
    for (int i = 0; real != null && i < real.length; i++) {
      real[i] = real[i] instanceof Path path ? real(path) : real[i];
    }
    return real;
  }

  private static Path real(Path path) {
    return path instanceof Seen seen ? seen.real() : path;
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    step();
    Files.createDirectory(real(folder), attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    step();
    Files.delete(real(path));
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    step();
    Files.move(real(source), real(target), options);
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    step();
    Files.copy(real(source), real(target), options);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (!options.contains(StandardOpenOption.WRITE)) {
      return FileChannel.open(real(path), options, attributes);
    }
    step();
    return new KilledChannel(this, FileChannel.open(real(path), options, attributes));
  }

  @Override
  @SuppressWarnings("StreamResourceLeak") // whoever asked for the paths closes them
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DirectoryStream<Path> inside = Files.newDirectoryStream(real(folder));
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        Iterator<Path> paths = inside.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return paths.hasNext();
          }

          @Override
          public Path next() {
            return seen(paths.next());
          }
        };
      }

      @Override
      public void close() throws IOException {
        inside.close();
      }
    };
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return Files.isSameFile(real(path), real(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return Files.isHidden(real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return Files.getFileStore(real(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    Path real = real(path);
    real.getFileSystem().provider().checkAccess(real, modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return Files.getFileAttributeView(real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return Files.readAttributes(real(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return Files.readAttributes(real(path), attributes, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    step();
    Files.setAttribute(real(path), attribute, value, options);
  }

  @Override
  public String getScheme() {
    return "killed";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    throw new UnsupportedOperationException("there is but one");
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException("ask a path");
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException("show a path");
  }
}
