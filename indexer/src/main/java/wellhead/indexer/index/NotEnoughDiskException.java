package wellhead.indexer.index;

import java.io.IOException;

/** The disk is too full to begin. Nothing was changed. */
public final class NotEnoughDiskException extends IOException {
  NotEnoughDiskException(String message) {
    super(message);
  }
}
