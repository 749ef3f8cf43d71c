package wellhead.indexer.capture;

import java.nio.file.Path;

/**
 * A settings file that cannot be used. Its message is for the user: file, line, what is wrong and
 * what would do.
 */
public final class SettingsException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  SettingsException(Path file, int line, String message) {
    super(file + ":" + line + ": " + message);
  }

  SettingsException(Path file, String message) {
    super(file + ": " + message);
  }
}
