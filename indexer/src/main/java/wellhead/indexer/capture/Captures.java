package wellhead.indexer.capture;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The captures in a file, one after the other. */
public interface Captures extends Closeable {

  /**
   * The next one, or what came in its place; {@code null} at the end.
   *
   * @throws IOException when reading fails; nothing more can be read then
   */
  @Nullable Outcome next() throws IOException;

  /** How many bytes of the file were read so far, as far as that can be told. */
  default long position() {
    return 0;
  }

  /** These, and behind them one outcome more. */
  default Captures followedBy(Outcome last) {
    Captures first = this;
    return new Captures() {
      private boolean told;

      @Override
      public @Nullable Outcome next() throws IOException {
        Outcome next = told ? null : first.next();
        if (next == null && !told) {
          told = true;
          return last;
        }
        return next;
      }

      @Override
      public long position() {
        return first.position();
      }

      @Override
      public void close() throws IOException {
        first.close();
      }
    };
  }

  @Override
  default void close() throws IOException {}

  /** Just one outcome. */
  static Captures of(Outcome only) {
    return of(List.of(only));
  }

  /** These outcomes. */
  static Captures of(List<Outcome> outcomes) {
    Iterator<Outcome> left = outcomes.iterator();
    return () -> left.hasNext() ? left.next() : null;
  }
}
