package wellhead.server.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * Reads {@code alerts.toml}: a table an alert.
 *
 * <pre>
 * [opec]
 * q = "opec cut"                   # and every other parameter of a search
 * source = ["oilprice.com"]
 * every = "1h"                     # not more often; or at = "07:30", or ["07:30", "16:00"]
 * tz = "Europe/London"             # of at, and of days in the query
 * max = 20                         # stories in one message
 * to = "stdout"                    # or a list of those who are told
 * secret_env = "OPEC_SECRET"       # signs what webhooks get
 * on = "new"                       # or "change"
 * allow_private = false
 * </pre>
 *
 * What is not understood is refused with its line: an alert that is silently not heard is missed
 * when it is too late.
 */
public final class AlertsFile {
  private static final int USUAL_MAX = 20;

  /** What belongs to an answer and not to what is searched for. */
  private static final Set<String> NOT_SAVED =
      Set.of(
          "limit",
          "offset",
          "cursor",
          "format",
          "highlight",
          "explain",
          "facets",
          "histogram",
          "coverage",
          "now",
          "sort",
          "recency",
          "collapse",
          "group",
          "compare",
          "bom");

  private static final Pattern LENGTH = Pattern.compile("(\\d{1,4})([mhd])");

  private final Path file;

  private AlertsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file of alerts, in their order.
   *
   * @throws AlertsFileException when there is none, or it cannot be used
   */
  public static List<Alert> read(Path file) throws AlertsFileException {
    return new AlertsFile(file).read();
  }

  private List<Alert> read() throws AlertsFileException {
    TomlParseResult toml = Toml.parse(text());
    if (toml.hasErrors()) {
      var error = toml.errors().getFirst();
      throw wrong(error.position().line(), String.valueOf(error.getMessage()));
    }
    var alerts = new ArrayList<Alert>();
    for (String name : inOrder(toml)) {
      if (!(toml.get(List.of(name)) instanceof TomlTable table)) {
        throw wrong(line(toml, name), '"' + name + "\" stands outside an alert; begin one: [opec]");
      }
      alerts.add(new Table(name, table, line(toml, name)).alert());
    }
    return alerts;
  }

  private String text() throws AlertsFileException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AlertsFileException(
          file, "no alerts can be read there; write some, or name a file with --alerts");
    }
  }

  /** One alert under construction. */
  private final class Table {
    private final String name;
    private final TomlTable table;
    private final int line;
    private final Map<String, List<String>> parameters = new HashMap<>();
    private final List<LocalTime> at = new ArrayList<>();
    private final List<Target> to = new ArrayList<>();
    private @Nullable Duration every;
    private ZoneId zone = ZoneOffset.UTC;
    private int max = USUAL_MAX;
    private @Nullable String secretEnv;
    private boolean onChange;
    private boolean allowPrivate;

    Table(String name, TomlTable table, int line) {
      this.name = name;
      this.table = table;
      this.line = line;
    }

    Alert alert() throws AlertsFileException {
      for (String key : inOrder(table)) {
        try {
          take(key, table.get(List.of(key)));
        } catch (IllegalArgumentException | DateTimeException e) {
          throw wrong(line(table, key), key + ": " + e.getMessage());
        }
      }
      if (every != null && !at.isEmpty()) {
        throw wrong(line(table, "at"), "every and at do not go together; leave one out");
      }
      try {
        return new Alert(
            name,
            parameters,
            schedule(),
            max,
            to.isEmpty() ? List.of(new Target.StandardOutput()) : to,
            secretEnv,
            onChange,
            allowPrivate);
      } catch (IllegalArgumentException e) {
        throw wrong(line, String.valueOf(e.getMessage()));
      }
    }

    private Schedule schedule() {
      if (every != null) {
        return new Schedule.Every(every);
      }
      return at.isEmpty() ? new Schedule.EachRun() : new Schedule.At(at, zone);
    }

    private void take(String key, @Nullable Object value) {
      switch (key) {
        case "every" -> every = length(text(value));
        case "at" -> texts(value).forEach(time -> at.add(time(time)));
        case "tz" -> {
          zone = zone(text(value));
          parameters.put(key, List.of(text(value)));
        }
        case "max" -> max = Math.toIntExact(number(value));
        case "to" -> texts(value).forEach(target -> to.add(Target.parse(target)));
        case "secret_env" -> secretEnv = text(value);
        case "on" -> onChange = isChange(text(value));
        case "allow_private" -> allowPrivate = flag(value);
        default -> {
          if (NOT_SAVED.contains(key)) {
            throw new IllegalArgumentException("has no meaning for an alert; leave it out");
          }
          parameters.put(key, texts(value));
        }
      }
    }
  }

  private static boolean isChange(String on) {
    return switch (on) {
      case "new" -> false;
      case "change" -> true;
      default -> throw new IllegalArgumentException("\"" + on + "\"; it must be new or change");
    };
  }

  private static Duration length(String text) {
    var matcher = LENGTH.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("\"" + text + "\"; it must be like 30m, 1h or 1d");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + text + "\"; it must be like 07:30", e);
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"" + text + "\"; it must be like Europe/London", e);
    }
  }

  private static List<String> texts(@Nullable Object value) {
    if (!(value instanceof TomlArray array)) {
      return List.of(text(value));
    }
    var texts = new ArrayList<String>();
    for (int i = 0; i < array.size(); i++) {
      texts.add(text(array.get(i)));
    }
    return texts;
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case Boolean flag -> flag.toString();
      case Long number -> number.toString();
      case null, default ->
          throw new IllegalArgumentException("must be a text in quotes, not " + value);
    };
  }

  private static long number(@Nullable Object value) {
    if (value instanceof Long number && number >= 1 && number <= 1000) {
      return number;
    }
    throw new IllegalArgumentException("must be a number from 1 to 1000, not " + value);
  }

  private static boolean flag(@Nullable Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw new IllegalArgumentException("must be true or false, not " + value);
  }

  private static List<String> inOrder(TomlTable table) {
    return table.keySet().stream().sorted(Comparator.comparingInt(k -> line(table, k))).toList();
  }

  private static int line(TomlTable table, String key) {
    var position = table.inputPositionOf(List.of(key));
    return position == null ? 1 : position.line();
  }

  private AlertsFileException wrong(int line, String message) {
    return new AlertsFileException(file, line, message);
  }
}
