package wellhead.server.alert;

import java.nio.file.Path;

/** A file of alerts that cannot be used; the message names the line and says what would do. */
public final class AlertsFileException extends Exception {
  AlertsFileException(Path file, String reason) {
    super(file + ": " + reason);
  }

  /** An alert whose parameters no search takes. */
  public AlertsFileException(Alert alert, String reason) {
    super("alert " + alert.name() + ": " + reason);
  }

  AlertsFileException(Path file, int line, String reason) {
    super(file + ", line " + line + ": " + reason);
  }
}
