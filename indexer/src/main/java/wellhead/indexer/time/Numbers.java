package wellhead.indexer.time;

import java.util.Optional;
import wellhead.indexer.time.Vocabulary.Topic;

/**
 * Reads the numbers of ages.
 *
 * <pre>
 * number = digits ["." | "," one or two digits] | digits "," three digits | digits "/" digits
 *        | NUMBER | tens ["-"] ones | NUMBER of 100 [["and"] tens]
 * </pre>
 */
final class Numbers {
  private static final int MOST_DIGITS = 6;
  private static final int FEWEST_TENS = 20;
  private static final int HUNDRED = 100;

  /**
   * A number.
   *
   * @param thousandths the number times 1000
   * @param inWords whether it is printed in letters
   */
  record Amount(long thousandths, boolean inWords) {}

  private Numbers() {}

  /** The number at the cursor; the cursor stays when there is none. */
  static Optional<Amount> read(Cursor cursor) {
    if (cursor.isNumber(1, MOST_DIGITS)) {
      int start = cursor.at;
      long thousandths = digits(cursor);
      if (thousandths < 0) {
        cursor.at = start;
        return Optional.empty();
      }
      return Optional.of(new Amount(thousandths, false));
    }
    return cursor
        .take(Topic.NUMBER)
        .map(Long::parseLong)
        .map(first -> new Amount(composed(cursor, first) * 1000, true));
  }

  /** "forty-eight", "twenty five"; larger numbers are titles, not ages. */
  private static long composed(Cursor cursor, long first) {
    if (first < FEWEST_TENS || first >= HUNDRED || first % 10 != 0) {
      return first;
    }
    int start = cursor.at;
    cursor.skipGlued("-");
    var ones = cursor.take(Topic.NUMBER).map(Long::parseLong).filter(n -> n < 10);
    if (ones.isEmpty()) {
      cursor.at = start;
      return first;
    }
    return first + ones.get();
  }

  /** In thousandths; negative when it cannot be meant. */
  private static long digits(Cursor cursor) {
    long whole = cursor.number() * 1000L;
    Token mark = cursor.peek();
    if (mark == null || !mark.isGlued()) {
      return whole;
    }
    if (mark.is("/")) {
      return fraction(cursor, whole);
    }
    if (!(mark.is(".") || mark.is(","))) {
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

  /** "1/2 hour". */
  private static long fraction(Cursor cursor, long numerator) {
    int start = cursor.at++;
    if (!cursor.isGluedNumber(1, 1)) {
      cursor.at = start;
      return numerator;
    }
    int denominator = cursor.number();
    return denominator > 1 && numerator < denominator * 1000L ? numerator / denominator : -1;
  }
}
