package wellhead.server.alert;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A saved query that tells what is new.
 *
 * @param name of letters, digits, {@code -} and {@code _}
 * @param parameters as {@code /search} takes them
 * @param when it is due
 * @param max how many stories one message has at most; the others are counted in it
 * @param to who is told
 * @param secretEnv the environment variable that holds the secret which messages are signed with;
 *     {@code null} for none
 * @param onChange whether an edited title or another published interval is news, too
 * @param allowPrivate whether addresses that are not of the public network may be told
 */
public record Alert(
    String name,
    Map<String, List<String>> parameters,
    Schedule when,
    int max,
    List<Target> to,
    @Nullable String secretEnv,
    boolean onChange,
    boolean allowPrivate) {
  public Alert {
    if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException("a name must be of letters, digits, - and _: " + name);
    }
    if (max < 1 || max > 1000) {
      throw new IllegalArgumentException("max must be between 1 and 1000: " + max);
    }
    if (to.isEmpty()) {
      throw new IllegalArgumentException("somebody must be told: " + name);
    }
    parameters = Map.copyOf(parameters);
    to = List.copyOf(to);
  }

  /** The same for alerts that find the same: what they were told of stays told. */
  String fingerprint() {
    return new TreeMap<>(parameters) + (onChange ? " on change" : "");
  }
}
