package wellhead.indexer.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the zone behind a clock time.
 *
 * <pre>
 * zone   = "Z" | letters [offset] | offset | "(" zone ")"
 * offset = sign hours [":"] [minutes]
 * </pre>
 *
 * Letters are read in capitals only, from {@code zones.txt}: "et", "pt" and "est" are words.
 */
final class ZoneGrammar {
  /** Letters to zones; empty for letters that more than one zone has. */
  private static final Map<String, Optional<ZoneId>> LETTERS = load();

  private static final int WIDEST_OFFSET_MINUTES = 14 * 60;

  private ZoneGrammar() {}

  /** The zone at the cursor, read over; empty also for letters that do not say which. */
  static Optional<ZoneId> read(Cursor cursor) {
    int start = cursor.at;
    boolean bracket = cursor.skip("(");
    int inside = cursor.at;
    Optional<ZoneId> zone = bare(cursor, bracket);
    if (cursor.at == inside || (bracket && !cursor.skip(")"))) {
      cursor.at = start;
      return Optional.empty();
    }
    return zone;
  }

  private static Optional<ZoneId> bare(Cursor cursor, boolean bracket) {
    Token token = cursor.peek();
    if (token == null) {
      return Optional.empty();
    }
    if (token.is("z") && (token.isGlued() || bracket)) {
      cursor.at++;
      return Optional.of(ZoneOffset.UTC);
    }
    if (token.is("+") || token.is("-")) {
      return Optional.ofNullable(offset(cursor));
    }
    var named = token.isCapitals() ? LETTERS.get(token.printed()) : null;
    if (named == null) {
      return Optional.empty();
    }
    cursor.at++;
    boolean universal = token.is("gmt") || token.is("utc");
    ZoneId shifted = universal ? offset(cursor) : null;
    return shifted == null ? named : Optional.of(shifted);
  }

  /** Reads "+2", "+02:00" or "-0530"; {@code null}, with the cursor unmoved, when there is none. */
  private static @Nullable ZoneOffset offset(Cursor cursor) {
    int start = cursor.at;
    boolean negative = cursor.skip("-");
    if ((negative || cursor.skip("+")) && cursor.isGluedNumber(1, 4)) {
      String digits = cursor.tokens.get(cursor.at++).text();
      int hours = Integer.parseInt(digits.length() > 2 ? digits.substring(0, 2) : digits);
      int minutes = digits.length() == 4 ? Integer.parseInt(digits.substring(2)) : 0;
      if (digits.length() < 3 && cursor.skipGlued(":") && cursor.isGluedNumber(2, 2)) {
        minutes = cursor.number();
      }
      int total = hours * 60 + minutes;
      if (digits.length() != 3 && minutes < 60 && total <= WIDEST_OFFSET_MINUTES) {
        return ZoneOffset.ofTotalSeconds((negative ? -total : total) * 60);
      }
    }
    cursor.at = start;
    return null;
  }

  private static Map<String, Optional<ZoneId>> load() {
    var letters = new HashMap<String, Optional<ZoneId>>();
    try (InputStream in = ZoneGrammar.class.getResourceAsStream("zones.txt")) {
      if (in == null) {
        throw new IllegalStateException("no zones.txt beside " + ZoneGrammar.class);
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line; (line = reader.readLine()) != null; ) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] pair = line.strip().split(" ");
          letters.put(
              pair[0], pair[1].equals("?") ? Optional.empty() : Optional.of(ZoneId.of(pair[1])));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read zones.txt", e);
    }
    return Map.copyOf(letters);
  }
}
