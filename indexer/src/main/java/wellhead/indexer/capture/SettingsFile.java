package wellhead.indexer.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * </pre>
 *
 * <p>Every key may be left out. {@code [example-energy.com]} without quotes and {@code
 * [sources."example-energy.com"]} are the same table. What is not understood is refused with its
 * line: a setting that is silently not heard would date stories wrongly.
 */
public final class SettingsFile {
  private static final Set<String> PREFIXES = Set.of("sources", "source");
  private static final long MOST_BYTES = 1 << 20;

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
    return wrong(error.position().line(), String.valueOf(error.getMessage()));
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
    for (String key : inOrder(table)) {
      Object value = table.get(List.of(key));
      int at = line(table, key);
      switch (key) {
        case "name" -> name = name(text(key, value, at), at);
        case "zone" -> zone = zone(text(key, value, at), at);
        case "rounding" -> rounding = rounding(text(key, value, at), at);
        case "aliases" -> aliases = aliases(value, at);
        default ->
            throw wrong(
                at, "unknown key " + quoted(key) + "; there are name, aliases, zone and rounding");
      }
    }
    take(source, line);
    for (String alias : aliases) {
      take(alias, line(table, "aliases"));
    }
    settings.add(new Setting(source, name, aliases, zone, rounding));
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
