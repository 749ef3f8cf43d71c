package wellhead.indexer.time;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.ClockGrammar.Position;
import wellhead.indexer.time.Label.Hedge;
import wellhead.indexer.time.Label.Part;
import wellhead.indexer.time.Label.Role;
import wellhead.indexer.time.Reading.Footing;
import wellhead.indexer.time.Vocabulary.Topic;

/**
 * Reads ages.
 *
 * <pre>
 * age    = [hedge] [BEFORE] [hedge] amount {[AND | ","] amount} [AFTER] [AT clock]   units fall
 * amount = AMOUNT | SINGLE | SEVERAL unit | number unit [HALF] | number HALF unit
 *        | hours "h" two digits
 * </pre>
 *
 * The words in capitals are topics of the {@link Vocabulary}, numbers are those of {@link Numbers}.
 */
final class AgeGrammar {
  /** Nothing that a capture can hold is older; also keeps every sum far from overflow. */
  private static final long MOST_SECONDS = 100L * 366 * 86_400;

  /** No abbreviations: a full stop behind them ends a sentence. */
  private static final Set<String> SHORT_WORDS = Set.of("day", "days", "hour", "week", "year");

  /** Of the words behind an age, those that begin titles too. */
  private static final Set<String> VERBS = Set.of("back");

  /** A weekday, too: "5 Mon". */
  private static final Set<String> SHORT_FOR_MONTH = Set.of("mon", "mons");

  private static final int HOURS_A_DAY = 24;

  private final Cursor cursor;
  private boolean inWords;
  private boolean needsMarker;
  private boolean several;
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
    if (isMinutesOrMonths(cursor.peek())) {
      return Optional.empty();
    }
    marked |= !isOfTitle(cursor.peek()) && cursor.skip(Topic.AFTER);
    if (!marked && (needsMarker || isNoAgeAlone() || !isWhole(beforeMarker))) {
      return Optional.empty();
    }
    if (isTooLong(parts)) {
      return Optional.empty();
    }
    if (marked && parts.getLast().unit().compareTo(ChronoUnit.DAYS) >= 0) {
      skipClock();
    }
    var label = new Label.Age(parts, several ? Hedge.SEVERAL : hedge, Role.PUBLISHED);
    return Optional.of(new Reading(label, cursor.at, footing(label, marked), marked));
  }

  /**
   * "2 days ago at 14:05": by which rule the days are counted is not known, so neither is the day.
   */
  private void skipClock() {
    int start = cursor.at;
    if (!cursor.skip(Topic.AT) || ClockGrammar.read(cursor, Position.AFTER_AT).isEmpty()) {
      cursor.at = start;
    }
  }

  /** "3M ago"; where all is in capitals, "3M AGO", nobody meant the capital. */
  private boolean isMinutesOrMonths(@Nullable Token marker) {
    return marker != null
        && marker.startsSmall()
        && lastUnit != null
        && isLetter(lastUnit)
        && lastUnit.is("m")
        && lastUnit.startsCapital();
  }

  /** "6 days Back Two-Way Charging": a capital behind a small unit begins the title. */
  private boolean isOfTitle(@Nullable Token marker) {
    return marker != null
        && lastUnit != null
        && lastUnit.startsSmall()
        && VERBS.contains(marker.text())
        && marker.startsCapital()
        && !marker.isCapitals()
        && cursor.at + 1 < cursor.tokens.size();
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
      Part minutes = minutesBehind(part);
      if (minutes != null) {
        parts.add(minutes);
        return parts;
      }
      if (!cursor.skip(",")) {
        cursor.skip(Topic.AND);
      }
      boolean wordsBefore = inWords;
      boolean markerBefore = needsMarker;
      boolean severalBefore = several;
      Part next = amount();
      if (next == null
          || next.unit().compareTo(part.unit()) >= 0
          || !isPrintedAlike()
          || cursor.skip(Topic.COUNTED)) {
        // what was tried belongs to the title: "8 hours Ten Cents a Gallon", "2 days A Day
        // Offshore"
        inWords = wordsBefore;
        needsMarker = markerBefore;
        several = severalBefore;
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

  /** "il y a 1 h 30", "1h30 ago"; without a marker it is a time of the day. */
  private @Nullable Part minutesBehind(Part hours) {
    if (lastUnit == null || !lastUnit.is("h") || hours.unit() != ChronoUnit.HOURS) {
      return null;
    }
    Token behind = cursor.peek(1);
    if (!cursor.isNumber(2, 2) || (behind != null && behind.isGlued())) {
      return null;
    }
    int start = cursor.at;
    int minutes = cursor.number();
    if (minutes > 59 || cursor.words.find(Topic.UNIT, cursor.tokens, cursor.at).isPresent()) {
      cursor.at = start;
      return null;
    }
    needsMarker = true;
    return new Part(minutes * 1000L, ChronoUnit.MINUTES);
  }

  private @Nullable Part amount() {
    var whole = cursor.take(Topic.AMOUNT);
    if (whole.isPresent()) {
      inWords = true;
      return part(whole.get(), 1000);
    }
    int start = cursor.at;
    if (cursor.skip(Topic.SEVERAL)) {
      Part part = unit(1000);
      if (part != null) {
        several = true;
        needsMarker = true;
        return part;
      }
      cursor.at = start;
    }
    var number = Numbers.read(cursor);
    if (number.isPresent()) {
      long half = cursor.skip(Topic.HALF) ? 500 : 0;
      Part part = unit(number.get().thousandths() + half);
      if (part != null) {
        inWords |= number.get().inWords();
        boolean halfBehind = half == 0 && number.get().inWords() && cursor.skip(Topic.HALF);
        return halfBehind ? new Part(part.thousandths() + 500, part.unit()) : part;
      }
      cursor.at = start;
      return null;
    }
    var single = cursor.take(Topic.SINGLE);
    needsMarker |= single.isPresent();
    return single.map(s -> part(s, 1000)).orElse(null);
  }

  private @Nullable Part unit(long thousandths) {
    Token unitToken = cursor.peek();
    var unit = cursor.take(Topic.UNIT);
    if (unit.isEmpty() || unitToken == null) {
      return null;
    }
    boolean letter = isLetter(unitToken);
    needsMarker |= SHORT_FOR_MONTH.contains(unitToken.text());
    if (!SHORT_WORDS.contains(unitToken.text())) {
      cursor.skipGlued(".");
    }
    if (firstUnit == null) {
      firstUnit = unitToken;
    }
    lastUnit = unitToken;
    // "3 g" and "5 t" are weights where no word says that they are ages
    needsMarker |= letter && !isEnglish();
    return part(unit.get(), thousandths);
  }

  private static Part part(String value, long thousandths) {
    String[] numberAndUnit = value.split(" ");
    ChronoUnit unit = ChronoUnit.valueOf(numberAndUnit[numberAndUnit.length - 1]);
    double number = numberAndUnit.length == 1 ? 1 : Double.parseDouble(numberAndUnit[0]);
    return new Part(Math.round(number * thousandths), unit);
  }

  private boolean isEnglish() {
    return cursor.words == Vocabulary.ALL.getFirst();
  }

  private static boolean isLetter(Token unit) {
    return unit.printed().length() == 1 && !unit.isWrittenWithoutSpaces();
  }

  /** "1D", "5Y" choose the range of a chart, "3D" is no age either; "5d" is one. */
  private boolean isNoAgeAlone() {
    Token unit = firstUnit;
    if (unit == null || !isLetter(unit)) {
      return false;
    }
    int at = cursor.tokens.indexOf(unit);
    boolean decade = unit.is("s") && at > 0 && cursor.tokens.get(at - 1).text().length() == 4;
    return unit.startsCapital() || decade;
  }

  /** Whether the amount is not the beginning of something else: "5m-long", "3 h/d", "30 min+". */
  private boolean isWhole(int end) {
    if (end >= cursor.tokens.size()) {
      return true;
    }
    Token behind = cursor.tokens.get(end);
    if (!behind.isGlued()) {
      return true;
    }
    // "5 hPa", "3 dB"
    boolean longerUnit = behind.isWord() && lastUnit != null && isLetter(lastUnit);
    return !(longerUnit || behind.isNumber() || behind.is("-") || behind.is("/") || behind.is("+"));
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
      boolean vague = age.hedge() == Hedge.SEVERAL;
      return vague || (longAgo && (asTitle || inWords)) ? Footing.SET_OFF : Footing.ANYWHERE;
    }
    if (unit == null || inWords || age.hedge() != Hedge.NONE || !isEnglish()) {
      return Footing.SET_OFF;
    }
    return unit.startsSmall() && agrees(age, unit) && !isMeasure(age, unit)
        ? Footing.HEAD
        : Footing.SET_OFF;
  }

  /** "12 m wide" is a length, "48h notice" is a span: printers go on with days at 24 hours. */
  private static boolean isMeasure(Label.Age age, Token unit) {
    if (!isLetter(unit)) {
      return false;
    }
    Part first = age.parts().getFirst();
    boolean longerThanADay =
        first.unit() == ChronoUnit.HOURS && first.thousandths() >= HOURS_A_DAY * 1000L;
    return !unit.isGlued() || longerThanADay;
  }

  /** A label says "3 months"; "3 month" begins "3 month high". */
  private static boolean agrees(Label.Age age, Token unit) {
    boolean one = age.parts().getFirst().thousandths() == 1000;
    return one
        || unit.text().endsWith("s")
        || !List.of("minute", "hour", "day", "week", "month", "year", "second")
            .contains(unit.text());
  }
}
