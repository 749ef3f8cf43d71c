package wellhead.indexer.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the zone behind a clock time.
 *
 * <pre>
 * zone   = "Z" | name [offset] | offset ["(" words ")"] | region "/" city | "(" zone ")"
 * offset = sign hours [":"] [minutes]
 * </pre>
 *
 * Names are those of {@code zones.txt}, with the capitals they have there: "et", "pt" and "est" are
 * words.
 */
final class ZoneGrammar {
  /** First word to names, longest first. */
  private static final Map<String, List<Name>> NAMES = load();

  private static final int WIDEST_OFFSET_MINUTES = 14 * 60;

  /** "(Central European Summer Time)". */
  private static final int MOST_WORDS_IN_BRACKETS = 6;

  /**
   * A name as printed.
   *
   * @param zone empty when the same name is used on different continents
   */
  private record Name(List<String> words, Optional<ZoneId> zone) {}

  private final Cursor cursor;

  private ZoneGrammar(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The zone at the cursor, read over; empty also for names that do not say which. */
  static Optional<ZoneId> read(Cursor cursor) {
    return new ZoneGrammar(cursor).zone();
  }

  /** The zone of a name of one word; empty also for names that do not say which. */
  static Optional<ZoneId> named(String word) {
    return NAMES.getOrDefault(word, List.of()).stream()
        .filter(name -> name.words.size() == 1)
        .findFirst()
        .flatMap(name -> name.zone);
  }

  private Optional<ZoneId> zone() {
    int start = cursor.at;
    boolean bracket = cursor.skip("(");
    int inside = cursor.at;
    Optional<ZoneId> zone = bare(bracket);
    if (cursor.at == inside || (bracket && !cursor.skip(")"))) {
      cursor.at = start;
      return Optional.empty();
    }
    return zone;
  }

  private Optional<ZoneId> bare(boolean bracket) {
    Token token = cursor.peek();
    if (token == null) {
      return Optional.empty();
    }
    if (token.printed().equals("Z") || (token.is("z") && token.isGlued())) {
      // "14:05 Z Energy": only at the end a Z that stands apart is no word
      if (!token.isGlued() && !bracket && cursor.peek(1) != null) {
        return Optional.empty();
      }
      cursor.at++;
      return Optional.of(ZoneOffset.UTC);
    }
    if (token.is("+") || token.is("-")) {
      var offset = offset();
      if (offset != null) {
        skipBrackets();
      }
      return Optional.ofNullable(offset);
    }
    return named(token).or(this::region);
  }

  private Optional<ZoneId> named(Token token) {
    Name name = name();
    if (name == null) {
      return Optional.empty();
    }
    boolean universal = token.is("gmt") || token.is("utc");
    ZoneId shifted = universal ? offset() : null;
    if (shifted != null) {
      skipBrackets();
      return Optional.of(shifted);
    }
    return name.zone;
  }

  private @Nullable Name name() {
    Token token = cursor.peek();
    if (token == null) {
      return null;
    }
    for (Name name : NAMES.getOrDefault(token.printed(), List.of())) {
      if (isHere(name.words)) {
        cursor.at += name.words.size();
        return name;
      }
    }
    return null;
  }

  private boolean isHere(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      Token token = cursor.peek(i);
      if (token == null || !token.printed().equals(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** "America/New_York", as programs print it. */
  private Optional<ZoneId> region() {
    Token first = cursor.peek();
    if (first == null || !first.isWord() || !first.startsCapital()) {
      return Optional.empty();
    }
    var id = new StringBuilder(first.printed());
    int end = cursor.at + 1;
    while (end < cursor.tokens.size() && cursor.tokens.get(end).isGlued()) {
      id.append(cursor.tokens.get(end++).printed());
    }
    if (id.indexOf("/") < 0 || !ZoneId.getAvailableZoneIds().contains(id.toString())) {
      return Optional.empty();
    }
    cursor.at = end;
    return Optional.of(ZoneId.of(id.toString()));
  }

  private void skipBrackets() {
    int start = cursor.at;
    if (cursor.skip("(")) {
      int words = 0;
      for (Token t = cursor.peek(); t != null && t.isWord(); t = cursor.peek()) {
        cursor.at++;
        words++;
      }
      if (words > 0 && words <= MOST_WORDS_IN_BRACKETS && cursor.skip(")")) {
        return;
      }
    }
    cursor.at = start;
  }

  /** Reads "+2", "+02:00" or "-0530"; {@code null}, with the cursor unmoved, when there is none. */
  private @Nullable ZoneOffset offset() {
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

  private static Map<String, List<Name>> load() {
    var names = new HashMap<String, List<Name>>();
    try (InputStream in = ZoneGrammar.class.getResourceAsStream("zones.txt")) {
      if (in == null) {
        throw new IllegalStateException("no zones.txt beside " + ZoneGrammar.class);
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line; (line = reader.readLine()) != null; ) {
        if (!line.isBlank() && !line.startsWith("#")) {
          Name name = name(line.strip());
          names.computeIfAbsent(name.words.getFirst(), w -> new ArrayList<>()).add(name);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read zones.txt", e);
    }
    names
        .values()
        .forEach(same -> same.sort(Comparator.comparingInt((Name n) -> n.words.size()).reversed()));
    return Map.copyOf(names);
  }

  private static Name name(String line) {
    int last = line.lastIndexOf(' ');
    List<String> words =
        PrintedText.tokens(line.substring(0, last)).stream().map(Token::printed).toList();
    String zone = line.substring(last + 1);
    return new Name(words, zone.equals("?") ? Optional.empty() : Optional.of(ZoneId.of(zone)));
  }
}
