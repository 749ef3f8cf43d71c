package wellhead.indexer.fetch;

/** An address was not captured; the message says why and what would help, in one sentence. */
final class NotCapturedException extends Exception {
  NotCapturedException(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
