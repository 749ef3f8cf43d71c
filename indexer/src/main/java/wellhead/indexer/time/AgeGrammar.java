package wellhead.indexer.time;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.Label.Hedge;
import wellhead.indexer.time.Label.Part;
import wellhead.indexer.time.Label.Role;
import wellhead.indexer.time.Reading.Footing;
import wellhead.indexer.time.Vocabulary.Topic;

/**
 * Reads ages.
 *
 * <pre>
 * age    = [hedge] [BEFORE] [hedge] amount {[AND | ","] amount} [AFTER]   units fall
 * amount = AMOUNT | SINGLE | number unit
 * number = digits ["." | "," digits] | digits "," three digits | NUMBER
 * </pre>
 *
 * The words in capitals are topics of the {@link Vocabulary}.
 */
final class AgeGrammar {
  /** Nothing that a capture can hold is older; also keeps every sum far from overflow. */
  private static final long MOST_SECONDS = 100L * 366 * 86_400;

  private static final int MOST_DIGITS = 6;

  /** No abbreviations: a full stop behind them ends a sentence. */
  private static final Set<String> SHORT_WORDS = Set.of("day", "days", "hour", "week", "year");

  private final Cursor cursor;
  private boolean inWords;
  private boolean needsMarker;
  private @Nullable Token firstUnit;
  private @Nullable Token lastUnit;

  private AgeGrammar(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The age that begins at the cursor. */
  static Optional<Reading> read(Cursor cursor) {
    return new AgeGrammar(cursor).age();
  }

  private Optional<Reading> age() {
    Hedge hedge = hedge(Hedge.NONE);
    boolean marked = cursor.skip(Topic.BEFORE);
    hedge = hedge(hedge);
    List<Part> parts = parts();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    int beforeMarker = cursor.at;
    marked |= cursor.skip(Topic.AFTER);
    if (!marked && (needsMarker || isCapitalLetter() || !isWhole(beforeMarker))) {
      return Optional.empty();
    }
    if (isTooLong(parts)) {
      return Optional.empty();
    }
    var label = new Label.Age(parts, hedge, Role.PUBLISHED);
    return Optional.of(new Reading(label, cursor.at, footing(label, marked), marked));
  }

  private Hedge hedge(Hedge otherwise) {
    return cursor.take(Topic.HEDGE).map(Hedge::valueOf).orElse(otherwise);
  }

  private List<Part> parts() {
    var parts = new ArrayList<Part>();
    Part part = amount();
    while (part != null) {
      parts.add(part);
      int end = cursor.at;
      if (!cursor.skip(",")) {
        cursor.skip(Topic.AND);
      }
      Part next = amount();
      if (next == null || next.unit().compareTo(part.unit()) >= 0 || !isPrintedAlike()) {
        cursor.at = end;
        return parts;
      }
      part = next;
    }
    return parts;
  }

  /** "1 day 12 Hours of ..." is an age and a title. */
  private boolean isPrintedAlike() {
    return firstUnit == null
        || lastUnit == null
        || firstUnit.startsSmall() == lastUnit.startsSmall();
  }

  private @Nullable Part amount() {
    var whole = cursor.take(Topic.AMOUNT);
    if (whole.isPresent()) {
      inWords = true;
      return part(whole.get());
    }
    int start = cursor.at;
    long thousandths = number();
    if (thousandths >= 0) {
      Token unitToken = cursor.peek();
      var unit = cursor.take(Topic.UNIT);
      if (unit.isPresent()) {
        if (unitToken != null && !SHORT_WORDS.contains(unitToken.text())) {
          cursor.skipGlued(".");
        }
        note(unitToken);
        return new Part(thousandths, ChronoUnit.valueOf(unit.get()));
      }
      cursor.at = start;
      return null;
    }
    var single = cursor.take(Topic.SINGLE);
    needsMarker |= single.isPresent();
    return single.map(AgeGrammar::part).orElse(null);
  }

  private void note(@Nullable Token unit) {
    if (firstUnit == null) {
      firstUnit = unit;
    }
    lastUnit = unit;
  }

  private static Part part(String value) {
    String[] numberAndUnit = value.split(" ");
    long thousandths = Math.round(Double.parseDouble(numberAndUnit[0]) * 1000);
    return new Part(thousandths, ChronoUnit.valueOf(numberAndUnit[1]));
  }

  /** In thousandths; negative when there is none here. */
  private long number() {
    if (!cursor.isNumber(1, MOST_DIGITS)) {
      return cursor
          .take(Topic.NUMBER)
          .map(n -> {
            inWords = true;
            return Long.parseLong(n) * 1000;
          })
          .orElse(-1L);
    }
    long whole = cursor.number() * 1000L;
    Token mark = cursor.peek();
    if (mark == null || !mark.isGlued() || !(mark.is(".") || mark.is(","))) {
      return whole;
    }
    int start = cursor.at++;
    if (!cursor.isGluedNumber(1, 3)) {
      cursor.at = start;
      return whole;
    }
    String digits = cursor.tokens.get(cursor.at++).text();
    if (digits.length() == 3) {
      // "1,200 days"; "1.200" is 1200 in one country and 1.2 in another
      return mark.is(",") && whole <= 999_000 ? whole * 1000 + Long.parseLong(digits) * 1000 : -1;
    }
    return whole + Long.parseLong((digits + "00").substring(0, 3));
  }

  /** "1D", "5Y" choose the range of a chart, "3D" is no age either; "5d" is one. */
  private boolean isCapitalLetter() {
    Token unit = firstUnit;
    return unit != null && unit.printed().length() == 1 && unit.startsCapital();
  }

  /** Whether the amount is not the beginning of something else: "5m-long", "3 h/d", "30 min+". */
  private boolean isWhole(int end) {
    if (end >= cursor.tokens.size()) {
      return true;
    }
    Token behind = cursor.tokens.get(end);
    return !behind.isGlued()
        || !(behind.isNumber() || behind.is("-") || behind.is("/") || behind.is("+"));
  }

  private static boolean isTooLong(List<Part> parts) {
    long thousandths = 0;
    for (Part part : parts) {
      thousandths += part.thousandths() * part.unit().getDuration().toSeconds();
    }
    return thousandths / 1000 > MOST_SECONDS;
  }

  private Footing footing(Label.Age age, boolean marked) {
    Token unit = firstUnit;
    boolean asTitle = unit != null && !unit.startsSmall() && !unit.isCapitals();
    if (marked) {
      // "Sank 10 Years Ago" is a title; "2 Hours Ago" is printed by many sites
      boolean longAgo = age.parts().getFirst().unit().compareTo(ChronoUnit.MONTHS) >= 0;
      return longAgo && (asTitle || inWords) ? Footing.SET_OFF : Footing.ANYWHERE;
    }
    boolean plain = !inWords && age.hedge() == Hedge.NONE && unit != null && unit.startsSmall();
    return plain && cursor.words == Vocabulary.ALL.getFirst() && agrees(age, unit)
        ? Footing.HEAD
        : Footing.SET_OFF;
  }

  /** A label says "3 months"; "3 month" begins "3 month high". */
  private static boolean agrees(Label.Age age, @Nullable Token unit) {
    boolean one = age.parts().getFirst().thousandths() == 1000;
    return unit == null
        || one
        || unit.text().endsWith("s")
        || !List.of("minute", "hour", "day", "week", "month", "year", "second")
            .contains(unit.text());
  }
}
