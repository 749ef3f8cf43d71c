package wellhead.indexer.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wellhead.indexer.capture.CaptureFiles;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.capture.CaptureTime;
import wellhead.indexer.capture.FolderSettings;
import wellhead.indexer.capture.Format;
import wellhead.indexer.capture.SettingsException;
import wellhead.indexer.capture.SettingsFile;
import wellhead.indexer.capture.SourceSettings;
import wellhead.story.Rule;

/** What {@code index} and {@code inspect} are told about their captures. */
final class CaptureArguments {
  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "captures: files, folders (recursively), or - for standard input")
  List<String> paths = List.of();

  @Option(
      names = "--captured-at",
      paramLabel = "INSTANT|now|mtime",
      description = "when the captures were taken, such as 2025-07-08T07:30:00Z")
  @Nullable String capturedAt;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "whose pages they are, such as oilprice.com")
  @Nullable String source;

  @Option(names = "--url", paramLabel = "URL", description = "where the page is")
  @Nullable String url;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "the site's time zone, such as Europe/London")
  @Nullable String zone;

  @Option(
      names = "--rounding",
      paramLabel = "floor|round|calendar|unknown",
      description = "how the site turns an age into a label")
  @Nullable String rounding;

  @Option(
      names = "--format",
      paramLabel = "auto|text|html|warc|feed|jsonl",
      description = "what the captures are; auto tells it by their content (the default)")
  @Nullable String format;

  @Option(
      names = "--sources",
      paramLabel = "FILE",
      description = "settings by source, in place of those in wellhead.toml beside the captures")
  @Nullable Path sources;

  /**
   * The options, checked.
   *
   * @throws ParameterException naming the option, its value and what would do
   */
  CaptureOptions options(Instant now) {
    return new CaptureOptions(time(now), source(), url(), zone(), rounding(), format(), settings());
  }

  /**
   * The options for every file.
   *
   * @throws ParameterException also for settings that cannot be used
   */
  FolderSettings settings(Instant now, CaptureFiles found) {
    try {
      return FolderSettings.of(options(now), found.files());
    } catch (SettingsException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable SourceSettings settings() {
    try {
      return sources == null ? null : SettingsFile.read(sources);
    } catch (SettingsException e) {
      throw wrong("--sources: " + e.getMessage());
    }
  }

  private CaptureTime time(Instant now) {
    if (capturedAt == null) {
      return new CaptureTime.Unsaid();
    }
    try {
      return CaptureTime.parse(capturedAt, now);
    } catch (IllegalArgumentException e) {
      throw wrong("--captured-at: " + e.getMessage());
    }
  }

  private @Nullable String source() {
    if (source != null && source.isBlank()) {
      throw wrong("--source: a name must not be empty; leave the option out to let captures tell");
    }
    return source;
  }

  private @Nullable String url() {
    if (url == null) {
      return null;
    }
    try {
      var uri = new URI(url.strip());
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return uri.toString();
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw wrong("--url: not a web address: \"" + url + "\"; it must be like https://example.com/");
  }

  private @Nullable ZoneId zone() {
    try {
      return zone == null ? null : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw wrong(
          "--zone: no such time zone: \"" + zone + "\"; it must be like Europe/London or UTC+2");
    }
  }

  private @Nullable Rule rounding() {
    if (rounding == null) {
      return null;
    }
    return switch (rounding.toLowerCase(Locale.ROOT)) {
      case "floor" -> Rule.FLOOR;
      case "round" -> Rule.ROUND;
      case "calendar" -> Rule.CALENDAR;
      case "unknown" -> Rule.HULL;
      default ->
          throw wrong(
              "--rounding: no such rule: \""
                  + rounding
                  + "\"; it must be floor, round, calendar or unknown");
    };
  }

  private Format format() {
    if (format == null) {
      return Format.AUTO;
    }
    for (Format known : Format.values()) {
      if (known.wireName().equals(format.toLowerCase(Locale.ROOT))) {
        return known;
      }
    }
    throw wrong(
        "--format: no such format: \""
            + format
            + "\"; it must be auto, text, html, warc, feed or jsonl");
  }

  private ParameterException wrong(String message) {
    if (spec == null) {
      throw new IllegalStateException("arguments are read within a command: " + message);
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
