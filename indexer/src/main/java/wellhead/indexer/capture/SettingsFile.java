package wellhead.indexer.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import wellhead.indexer.capture.SourceSettings.Setting;
import wellhead.story.Rule;

/**
 * Reads {@code wellhead.toml}: a table a source, named by its host.
 *
 * <pre>
 * ["example-energy.com"]
 * name = "Example Energy"            # what stories name as their source; else the host
 * aliases = ["m.example-energy.com"] # other hosts of the same source
 * zone = "America/Chicago"           # of its clocks and calendar
 * rounding = "round"                 # floor, round, calendar or unknown
 * staleness = "20m"                  # how old its pages may be when they are captured
 * clock-late = "1h"                  # by how much the stamps of its captures are late
 * clock-late-since = 2026-03-29T01:00:00Z # the first stamp that is; and clock-late-until
 * </pre>
 *
 * <p>Every key may be left out. {@code [example-energy.com]} without quotes and {@code
 * [sources."example-energy.com"]} are the same table. What is not understood is refused with its
 * line: a setting that is silently not heard would date stories wrongly.
 */
public final class SettingsFile {
  private static final Set<String> PREFIXES = Set.of("sources", "source");
  private static final long MOST_BYTES = 1 << 20;
  private static final Pattern SIMPLE = Pattern.compile("(-?\\d{1,5})([hm])");

  private final Path file;
  private final List<Setting> settings = new ArrayList<>();
  private final Map<String, Integer> lineOf = new HashMap<>();

  private SettingsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file of settings.
   *
   * @throws SettingsException naming the line of the first wrong key or value
   */
  public static SourceSettings read(Path file) {
    return new SettingsFile(file).read();
  }

  private SourceSettings read() {
    TomlParseResult toml = parse(text());
    if (toml.hasErrors()) {
      throw wrong(toml.errors().getFirst());
    }
    for (String key : inOrder(toml)) {
      Object value = toml.get(List.of(key));
      int line = line(toml, key);
      if (!(value instanceof TomlTable table)) {
        throw wrong(
            line, quoted(key) + " stands outside a source; begin one with [\"example.com\"]");
      }
      if (PREFIXES.contains(key) && !isSource(table)) {
        for (String inner : inOrder(table)) {
          table(inner, table.get(List.of(inner)), line(table, inner));
        }
      } else {
        table(key, table, line);
      }
    }
    return new SourceSettings(settings);
  }

  private TomlParseResult parse(String text) {
    try {
      return Toml.parse(text);
    } catch (TomlParseError e) {
      throw wrong(e); // some mistakes are collected, some are thrown
    } catch (StackOverflowError e) {
      throw new SettingsException(file, "nested deeper than any settings are");
    }
  }

  private SettingsException wrong(TomlParseError error) {
    return wrong(error.position().line(), NotToml.said(error));
  }

  private String text() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new SettingsException(file, "larger than 1 MiB: that is no settings file");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new SettingsException(file, CaptureFiles.rejection(file.toString(), e).reason());
    }
  }

  /** {@code [example.com]} without quotes is a table {@code com} in a table {@code example}. */
  private void table(String host, @Nullable Object value, int line) {
    if (!(value instanceof TomlTable table)) {
      throw wrong(line, quoted(host) + " must be a source with its settings below it");
    }
    if (isSource(table)) {
      source(host, table, line);
      return;
    }
    for (String key : inOrder(table)) {
      table(host + "." + key, table.get(List.of(key)), line(table, key));
    }
  }

  /** Whether something is set in it: not only tables in it. */
  private static boolean isSource(TomlTable table) {
    return table.isEmpty()
        || table.keySet().stream().anyMatch(k -> !(table.get(List.of(k)) instanceof TomlTable));
  }

  private void source(String host, TomlTable table, int line) {
    String source = host(host, line);
    String name = null;
    ZoneId zone = null;
    Rule rounding = null;
    List<String> aliases = List.of();
    Duration staleness = null;
    var clock = new Clock();
    for (String key : inOrder(table)) {
      Object value = table.get(List.of(key));
      int at = line(table, key);
      switch (key) {
        case "name" -> name = name(text(key, value, at), at);
        case "zone" -> zone = zone(text(key, value, at), at);
        case "rounding" -> rounding = rounding(text(key, value, at), at);
        case "aliases" -> aliases = aliases(value, at);
        case "staleness" -> staleness = staleness(text(key, value, at), at);
        case "clock-late" -> clock.late = duration(key, text(key, value, at), at);
        case "clock-late-since" -> clock.since = instant(key, value, at);
        case "clock-late-until" -> clock.until = instant(key, value, at);
        default ->
            throw wrong(
                at,
                "unknown key "
                    + quoted(key)
                    + "; there are name, aliases, zone, rounding, staleness, clock-late,"
                    + " clock-late-since and clock-late-until");
      }
    }
    take(source, line);
    for (String alias : aliases) {
      take(alias, line(table, "aliases"));
    }
    settings.add(new Setting(source, name, aliases, zone, rounding, late(clock, line), staleness));
  }

  /** What was said so far of the clock that stamped the captures. */
  private static final class Clock {
    private @Nullable Duration late;
    private @Nullable Instant since;
    private @Nullable Instant until;
  }

  private @Nullable LateClock late(Clock clock, int line) {
    if (clock.late == null) {
      if (clock.since != null || clock.until != null) {
        throw wrong(line, "clock-late-since and clock-late-until need clock-late beside them");
      }
      return null;
    }
    try {
      return new LateClock(clock.late, clock.since, clock.until);
    } catch (IllegalArgumentException e) {
      throw wrong(line, "clock-late-since must lie before clock-late-until");
    }
  }

  private Duration staleness(String text, int line) {
    Duration staleness = duration("staleness", text, line);
    if (staleness.isNegative() || staleness.compareTo(Duration.ofDays(7)) > 0) {
      throw wrong(line, "staleness must lie between 0m and 7 days: " + quoted(text));
    }
    return staleness;
  }

  /** "90m", "-1h", "PT1H30M". */
  private Duration duration(String key, String text, int line) {
    Matcher simple = SIMPLE.matcher(text);
    if (simple.matches()) {
      long number = Long.parseLong(simple.group(1));
      return simple.group(2).equals("h") ? Duration.ofHours(number) : Duration.ofMinutes(number);
    }
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw wrong(line, key + " must be like 90m, 1h or PT1H30M, not " + quoted(text));
    }
  }

  private Instant instant(String key, @Nullable Object value, int line) {
    if (value instanceof OffsetDateTime at) {
      return at.toInstant();
    }
    try {
      return OffsetDateTime.parse(String.valueOf(value)).toInstant();
    } catch (DateTimeException e) {
      throw wrong(line, key + " must be an instant such as 2026-03-29T01:00:00Z, not " + value);
    }
  }

  private void take(String host, int line) {
    Integer before = lineOf.putIfAbsent(host, line);
    if (before != null) {
      throw wrong(line, quoted(host) + " is named a second time, first in line " + before);
    }
  }

  private String host(String text, int line) {
    String host = SourceName.normal(text);
    if (host.isBlank() || host.contains("/") || host.contains(" ")) {
      throw wrong(line, quoted(text) + " is no host such as example.com");
    }
    return host;
  }

  private String name(String text, int line) {
    if (text.isBlank()) {
      throw wrong(line, "name is empty; leave it out to use the host");
    }
    return text.strip();
  }

  private ZoneId zone(String text, int line) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw wrong(
          line, "no such time zone: " + quoted(text) + "; it must be like Europe/London or UTC+2");
    }
  }

  private Rule rounding(String text, int line) {
    return switch (text) {
      case "floor" -> Rule.FLOOR;
      case "round" -> Rule.ROUND;
      case "calendar" -> Rule.CALENDAR;
      case "unknown" -> Rule.HULL;
      default ->
          throw wrong(
              line,
              "no such rounding: "
                  + quoted(text)
                  + "; it must be floor, round, calendar or unknown");
    };
  }

  private List<String> aliases(@Nullable Object value, int line) {
    if (!(value instanceof TomlArray array)) {
      throw wrong(line, "aliases must be a list of hosts: [\"m.example.com\"]");
    }
    var aliases = new ArrayList<String>();
    for (int i = 0; i < array.size(); i++) {
      aliases.add(host(text("an alias", array.get(i), line), line));
    }
    return aliases;
  }

  private String text(String key, @Nullable Object value, int line) {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(line, key + " must be a text in quotes, not " + value);
  }

  private static List<String> inOrder(TomlTable table) {
    return table.keySet().stream().sorted(Comparator.comparingInt(k -> line(table, k))).toList();
  }

  private static int line(TomlTable table, String key) {
    var position = table.inputPositionOf(List.of(key));
    return position == null ? 1 : position.line();
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private SettingsException wrong(int line, String message) {
    return new SettingsException(file, line, message);
  }
}
