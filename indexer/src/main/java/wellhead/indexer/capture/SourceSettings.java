package wellhead.indexer.capture;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wellhead.story.Rule;

/**
 * What the user's {@code wellhead.toml} says about sources. An option of the command line goes
 * before it.
 */
public final class SourceSettings {
  /** Nothing said. */
  public static final SourceSettings NONE = new SourceSettings(List.of());

  private final Map<String, Setting> byHost = new TreeMap<>();

  /**
   * What is said about one source.
   *
   * @param source the host it is known by, as {@link SourceName} writes hosts
   * @param name what its stories name as their source; {@code null} for the host
   * @param aliases other hosts whose pages are this source's
   * @param zone of its clocks; {@code null} when not said
   * @param rounding how it prints ages, {@link Rule#HULL} for "unknown"; {@code null} when not said
   * @param late how the clock went that stamped its captures; {@code null} for right
   * @param staleness how old its pages may be when they are captured; {@code null} when not said
   */
  record Setting(
      String source,
      @Nullable String name,
      List<String> aliases,
      @Nullable ZoneId zone,
      @Nullable Rule rounding,
      @Nullable LateClock late,
      @Nullable Duration staleness) {
    Setting {
      aliases = List.copyOf(aliases);
    }

    String shownName() {
      return name == null ? source : name;
    }

    private String fingerprint() {
      return String.join(
          "|",
          source,
          shownName(),
          String.join(",", aliases),
          zone == null ? "" : zone.getId(),
          rounding == null ? "" : rounding.wireName(),
          late == null ? "" : late.toString(),
          staleness == null ? "" : staleness.toString());
    }
  }

  /** Later ones go before earlier ones of the same host. */
  SourceSettings(List<Setting> settings) {
    for (Setting setting : settings) {
      byHost.values().removeIf(earlier -> earlier.source.equals(setting.source));
      byHost.put(setting.source, setting);
      setting.aliases.forEach(alias -> byHost.put(alias, setting));
    }
  }

  /** These, and above them those of a file that lies nearer to the captures. */
  SourceSettings under(SourceSettings nearer) {
    var all = new ArrayList<Setting>(distinct());
    all.addAll(nearer.distinct());
    return new SourceSettings(all);
  }

  /** What is said about a source that a capture names, by its host or by one of its aliases. */
  Optional<Setting> of(@Nullable String source) {
    return source == null ? Optional.empty() : Optional.ofNullable(byHost.get(source));
  }

  /** The same for settings that read every capture the same way; empty for none. */
  public String fingerprint() {
    return String.join(";", distinct().stream().map(Setting::fingerprint).sorted().toList());
  }

  private List<Setting> distinct() {
    var settings = new LinkedHashMap<String, Setting>();
    byHost.values().forEach(s -> settings.put(s.source, s));
    return List.copyOf(settings.values());
  }
}
