package wellhead.server.web;

import java.io.IOException;

/** Whoever asked does not read the answer any more. Nobody's mistake, and nobody to be told. */
final class ClientGoneException extends IOException {
  ClientGoneException(IOException cause) {
    super(cause);
  }
}
