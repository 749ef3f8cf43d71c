package wellhead.indexer.capture;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The captures in a file, one after the other. */
public interface Captures extends Closeable {

  /**
   * The next one, or what came in its place; {@code null} at the end.
   *
   * @throws IOException when reading fails; nothing more can be read then
   */
  @Nullable Outcome next() throws IOException;

  @Override
  default void close() throws IOException {}

  /** Just one outcome. */
  static Captures of(Outcome only) {
    return new Captures() {
      private @Nullable Outcome left = only;

      @Override
      public @Nullable Outcome next() {
        Outcome next = left;
        left = null;
        return next;
      }
    };
  }
}
