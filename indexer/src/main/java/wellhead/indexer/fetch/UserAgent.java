package wellhead.indexer.fetch;

import org.jspecify.annotations.Nullable;

/**
 * Who asks, as sites are told.
 *
 * @param header the value of the header {@code User-Agent}
 */
public record UserAgent(String header) {
  /** What a robots.txt calls us. */
  static final String TOKEN = "wellhead";

  public UserAgent {
    if (!header.matches("[\\x20-\\x7e]+")) {
      throw new IllegalArgumentException("not a header: \"" + header + "\"");
    }
  }

  /**
   * The program, and whom to write to about it.
   *
   * @param contact a mail address or a web address; {@code null} for nobody
   * @throws IllegalArgumentException when the contact is neither
   */
  public static UserAgent of(String version, @Nullable String contact) {
    String program = "Wellhead/" + version;
    if (contact == null) {
      return new UserAgent(program);
    }
    String who = contact.strip().replaceFirst("^(?i)mailto:", "");
    if (who.matches("[\\x21-\\x7e&&[^()<>,;:\\\\\"@]]+@[A-Za-z0-9.-]+")) {
      return new UserAgent(program + " (+mailto:" + who + ")");
    }
    if (who.matches("(?i)https?://[\\x21-\\x7e&&[^()<>\\\\\"]]+")) {
      return new UserAgent(program + " (+" + who + ")");
    }
    throw new IllegalArgumentException(
        "neither a mail address nor a web address: \""
            + contact
            + "\"; it must be like desk@example.com or https://example.com/about");
  }
}
