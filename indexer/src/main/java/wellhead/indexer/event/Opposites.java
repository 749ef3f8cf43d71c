package wellhead.indexer.event;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wellhead.schema.EnergyAnalysis;
import wellhead.schema.Mention;
import wellhead.schema.TitleWords;

/** What speaks against two titles telling of one event, whatever else they share. */
final class Opposites {
  /** Either side of a line, as words of titles. */
  private static final List<List<Set<String>>> DIRECTIONS =
      List.of(
          List.of(
              words(
                  "rise gain climb jump surge soar rally rebound increase raise higher up grow"
                      + " expand boost recover swell"),
              words(
                  "fall lose slip drop plunge sink slump slide ease decrease cut lower down shrink"
                      + " trim plummet tumble retreat dip")),
          List.of(
              words("approve clear grant accept pass greenlight"),
              words("reject deny refuse block veto dismiss")),
          List.of(
              words("start startup begin open restart resume launch"),
              words("stop halt close suspend pause scrap cancel shut shutdown shutin")));

  private static final Pattern MEASURE = Pattern.compile("\\d+(?:\\.\\d+)?(wh|w|t|cf)");

  private Opposites() {}

  private static Set<String> words(String list) {
    return Arrays.stream(list.split("\\s+"))
        .flatMap(word -> EnergyAnalysis.terms(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Whether they name other companies, people, countries or commodities, measure something else, or
   * one goes up where the other goes down.
   */
  static boolean between(TitleWords a, TitleWords b) {
    return nameOthers(a, b) || measureOthers(a.words(), b.words()) || turn(a.words(), b.words());
  }

  private static boolean nameOthers(TitleWords a, TitleWords b) {
    for (Mention mention : a.names().keySet()) {
      Set<String> others = b.names().get(mention);
      if (others != null && a.names().get(mention).stream().noneMatch(others::contains)) {
        return true;
      }
    }
    return false;
  }

  /** Both have powers, or masses, and none in common. */
  private static boolean measureOthers(Set<String> a, Set<String> b) {
    Set<String> kinds = kinds(a);
    kinds.retainAll(kinds(b));
    return kinds.stream()
        .anyMatch(kind ->
            a.stream()
                .filter(word -> kind(word).filter(kind::equals).isPresent())
                .noneMatch(b::contains));
  }

  private static Set<String> kinds(Set<String> words) {
    return words.stream().flatMap(word -> kind(word).stream()).collect(Collectors.toSet());
  }

  private static Optional<String> kind(String word) {
    if (!Character.isDigit(word.charAt(0))) {
      return Optional.empty();
    }
    Matcher measure = MEASURE.matcher(word);
    return measure.matches() ? Optional.of(measure.group(1)) : Optional.empty();
  }

  /** Whether a number has a unit. */
  static boolean isMeasure(String word) {
    return kind(word).isPresent();
  }

  private static boolean turn(Set<String> a, Set<String> b) {
    return DIRECTIONS.stream()
        .anyMatch(sides -> {
          Set<String> one = sides.getFirst();
          Set<String> other = sides.getLast();
          return (hasAlone(a, b, one) && hasAlone(b, a, other))
              || (hasAlone(a, b, other) && hasAlone(b, a, one));
        });
  }

  private static boolean hasAlone(Set<String> having, Set<String> lacking, Set<String> any) {
    return having.stream().anyMatch(word -> any.contains(word) && !lacking.contains(word));
  }
}
