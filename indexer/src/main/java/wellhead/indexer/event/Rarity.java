package wellhead.indexer.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How much a word says about which event a headline tells: the logarithm of how rare it is.
 *
 * <p>What is usual is the same in every index, so that a small one knows from its first day that
 * "oil" says little. A word that is in many headlines of some days for once ("budget", on the day
 * of one) says less on them, too.
 */
final class Rarity {
  /**
   * Of a word that {@code everyday.txt} does not have. Between 7 and 8 the same groups were found
   * but for one in forty.
   */
  static final double RARE = 7.5;

  /** A number below 1000 that is not usual: many things are 37 of something. */
  private static final double SMALL_NUMBER = 5;

  /**
   * In so many headlines of three days a word is no sign of more than one event; the largest event
   * in nine months of ten front pages was told by seven.
   */
  private static final int MANY = 6;

  /**
   * By how much faster than its rarity falls: with 1, a storm that every headline of three days had
   * still joined those that had one other word in common.
   */
  private static final double STEEPLY = 2;

  private static final Map<String, Double> EVERYDAY = read();

  private final Map<Long, Map<String, Integer>> counts = new HashMap<>();
  private final Map<Long, Integer> sizes = new HashMap<>();
  private final Map<Long, Map<String, Double>> lessSaying = new HashMap<>();

  /**
   * @param tellings all of the days that will be asked for, and of a day before and behind each
   */
  Rarity(Collection<Telling> tellings) {
    for (Telling telling : tellings) {
      for (long day = telling.day() - 1; day <= telling.day() + 1; day++) {
        sizes.merge(day, 1, Integer::sum);
        Map<String, Integer> ofDay = counts.computeIfAbsent(day, d -> new HashMap<>());
        telling.title().words().forEach(word -> ofDay.merge(word, 1, Integer::sum));
      }
    }
  }

  /** How much a word says on any day: 0 for a function word, 1 for oil, {@link #RARE} at most. */
  static double usual(String word) {
    Double everyday = EVERYDAY.get(word);
    if (everyday != null) {
      return everyday;
    }
    return word.length() <= 3 && word.chars().allMatch(Character::isDigit) ? SMALL_NUMBER : RARE;
  }

  /**
   * By how much the words of a day say less than usual; those that are not there say as much.
   *
   * @param day UTC, counted from 1970
   */
  Map<String, Double> lessOn(long day) {
    return lessSaying.computeIfAbsent(day, this::less);
  }

  private Map<String, Double> less(long day) {
    int size = sizes.getOrDefault(day, 0);
    var less = new HashMap<String, Double>();
    counts
        .getOrDefault(day, Map.of())
        .forEach((word, count) -> {
          double expected = Math.max(MANY, size * Math.exp(-usual(word)));
          if (count > expected) {
            less.put(word, STEEPLY * Math.log(count / expected));
          }
        });
    return less;
  }

  private static Map<String, Double> read() {
    try (InputStream in = Rarity.class.getResourceAsStream("everyday.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing from the build: everyday.txt");
      }
      var weights = new HashMap<String, Double>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> add(line, weights));
      return weights;
    } catch (IOException e) {
      throw new UncheckedIOException("reading everyday.txt", e);
    }
  }

  private static void add(String line, Map<String, Double> weights) {
    int equals = line.indexOf(" = ");
    if (equals < 1) {
      throw new IllegalArgumentException("a line is 'weight = word | word ...': " + line);
    }
    double weight = Double.parseDouble(line.substring(0, equals));
    for (String word : line.substring(equals + 3).split(" \\| ")) {
      if (weights.put(word, weight) != null) {
        throw new IllegalArgumentException("a word has one weight only: '" + word + "'");
      }
    }
  }
}
