package wellhead.indexer.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import wellhead.schema.Mention;
import wellhead.schema.TitleWords;

/**
 * How surely two stories tell of one event.
 *
 * <p>With s what the words say that both have, and a and b what the words of each say: s²/√(ab),
 * which is s where both titles are the same, and small where much is said besides. It halves with
 * every day between them. Both must hold it with the usual rarity of words and with that of their
 * days ({@link Rarity}); the smaller counts. 0 where {@link Opposites} stand against it.
 */
final class Likeness {
  /** Further apart they are two events, or the news of one and what became of it. */
  static final Duration WINDOW = Duration.ofDays(2);

  /** What is left of it after a day. */
  private static final double A_DAY = 0.5;

  /**
   * Where no word that both have is a name, a measure or rare, as large a likeness is less sure by
   * this factor.
   */
  private static final double NAMELESS = 2.0 / 3;

  private final Rarity rarity;

  Likeness(Rarity rarity) {
    this.rarity = rarity;
  }

  /** Of two stories; symmetric. */
  double of(Telling a, Telling b) {
    return Telling.IN_TIME.compare(a, b) <= 0 ? ordered(a, b) : ordered(b, a);
  }

  private double ordered(Telling first, Telling second) {
    if (Duration.between(first.at(), second.at()).compareTo(WINDOW) > 0) {
      return 0;
    }
    double words =
        ofWords(first.title().words(), second.title().words(), rarity.lessOn(first.day()));
    if (words <= 0 || Opposites.between(first.title(), second.title())) {
      return 0;
    }
    return words * Math.pow(A_DAY, days(first, second)) * (isNamed(first, second) ? 1 : NAMELESS);
  }

  /** By what stands between their intervals: a story with only a date may be of any hour of it. */
  private static double days(Telling first, Telling second) {
    Instant end = first.published().end();
    Instant start = second.published().start();
    return start.isAfter(end) ? Duration.between(end, start).toSeconds() / 86_400.0 : 0;
  }

  private static double ofWords(Set<String> a, Set<String> b, Map<String, Double> less) {
    double usually = 0;
    double now = 0;
    double usuallyA = 0;
    double nowA = 0;
    for (String word : a) {
      double usual = Rarity.usual(word);
      double onDay = Math.max(0, usual - less.getOrDefault(word, 0.0));
      usuallyA += usual;
      nowA += onDay;
      if (b.contains(word)) {
        usually += usual;
        now += onDay;
      }
    }
    double usuallyB = 0;
    double nowB = 0;
    for (String word : b) {
      double usual = Rarity.usual(word);
      usuallyB += usual;
      nowB += Math.max(0, usual - less.getOrDefault(word, 0.0));
    }
    return Math.min(likeness(usually, usuallyA, usuallyB), likeness(now, nowA, nowB));
  }

  static double likeness(double shared, double a, double b) {
    return shared <= 0 ? 0 : shared * shared / Math.sqrt(a * b);
  }

  private static boolean isNamed(Telling a, Telling b) {
    Set<String> others = b.title().words();
    return a.title().words().stream()
        .anyMatch(word -> others.contains(word) && names(a.title(), word));
  }

  private static boolean names(TitleWords title, String word) {
    if (word.chars().allMatch(Character::isDigit)) {
      return word.length() > 4; // 1,200 may be a year's number, 80,000 is an amount
    }
    return Rarity.usual(word) >= Rarity.RARE
        || Opposites.isMeasure(word)
        || title.names().getOrDefault(Mention.COMPANY, Set.of()).contains(word)
        || title.names().getOrDefault(Mention.PERSON, Set.of()).contains(word);
  }
}
