package wellhead.server.alert;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wellhead.indexer.fetch.WebAddress;

/** Who is told, and in which shape. */
public sealed interface Target {

  /** Standard output: cron mails it. */
  record StandardOutput() implements Target {
    @Override
    public String toString() {
      return "stdout";
    }
  }

  /** A webhook by the conventions of Standard Webhooks. */
  record Webhook(WebAddress address) implements Target {
    @Override
    public String toString() {
      return address.toString();
    }
  }

  /** A service for people, in its own shape. */
  record Service(Kind kind, WebAddress address) implements Target {
    @Override
    public String toString() {
      return kind.wireName() + ":" + address;
    }
  }

  /** A command of a shell, which gets the message as JSON on its standard input. */
  record Command(String line) implements Target {
    @Override
    public String toString() {
      return "exec:" + line;
    }
  }

  /** Services with a shape of their own. */
  enum Kind {
    SLACK,
    MATTERMOST,
    TEAMS,
    NTFY;

    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads who is to be told.
   *
   * @throws IllegalArgumentException saying what would do
   */
  static Target parse(String text) {
    if (text.equals("stdout") || text.equals("-")) {
      return new StandardOutput();
    }
    if (text.startsWith("exec:") && !text.substring(5).isBlank()) {
      return new Command(text.substring(5).strip());
    }
    Matcher service = Pattern.compile("(slack|mattermost|teams|ntfy):(.+)").matcher(text);
    if (service.matches()) {
      return new Service(
          Kind.valueOf(service.group(1).toUpperCase(Locale.ROOT)),
          WebAddress.parse(service.group(2)));
    }
    if (text.regionMatches(true, 0, "http", 0, 4)) {
      return new Webhook(WebAddress.parse(text));
    }
    throw new IllegalArgumentException(
        "nobody to be told: \""
            + text
            + "\"; it must be stdout, a web address, exec:COMMAND, or an address with slack:,"
            + " mattermost:, teams: or ntfy: before it");
  }
}
