package wellhead.indexer.assemble;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wellhead.story.Rule;
import wellhead.story.Sighting;

/**
 * The rules that are known beforehand: what the user said for a capture, else the table of known
 * sources, else nothing. All of them are priors that captures may overrule.
 */
public final class KnownSources implements Rules {
  private static final String TABLE = "sources.tsv";

  private final Map<String, Rule> bySource;

  private KnownSources(Map<String, Rule> bySource) {
    this.bySource = Map.copyOf(bySource);
  }

  /** The table that comes with the program. */
  public static KnownSources load() {
    try (InputStream in =
        KnownSources.class.getResourceAsStream("/wellhead/indexer/assemble/" + TABLE)) {
      if (in == null) {
        throw new IllegalStateException("the program is incomplete: " + TABLE + " is missing");
      }
      var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
      return of(lines.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
  }

  static KnownSources of(List<String> lines) {
    var bySource = new HashMap<String, Rule>();
    for (String line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] columns = line.split("\t", -1);
        bySource.put(columns[0], Rule.valueOf(columns[1].toUpperCase(Locale.ROOT)));
      }
    }
    return new KnownSources(bySource);
  }

  /** What the table says of a source; empty when it is not in it. */
  public Optional<Rule> rule(String source) {
    return Optional.ofNullable(bySource.get(source));
  }

  @Override
  public InForce at(Sighting sighting) {
    Rule said = sighting.capture().rounding();
    String source = sighting.capture().source();
    Rule rule = said != null || source == null ? said : bySource.get(source);
    return InForce.prior(rule == null ? Rule.HULL : rule, sighting);
  }
}
