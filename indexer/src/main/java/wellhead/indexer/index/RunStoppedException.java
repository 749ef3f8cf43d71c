package wellhead.indexer.index;

import java.io.IOException;

/** A run was told to stop before it was done. The index is as it was. */
public final class RunStoppedException extends IOException {
  RunStoppedException() {
    super("stopped before it was done");
  }
}
