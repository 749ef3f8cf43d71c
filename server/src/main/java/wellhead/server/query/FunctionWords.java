package wellhead.server.query;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import wellhead.schema.EnergyAnalysis;

/**
 * English words that hold a sentence together and say nothing about its subject. Beside other words
 * they need not match: who asks {@code impact of tariffs on the price of oil} does not mean "of".
 * Prepositions that headlines turn meanings with (up, down, over, out, off) are none of them.
 */
final class FunctionWords {
  private static final String ENGLISH =
      """
      a an the this that these those
      and or nor but if than so as not no any some such each very also too
      whether while because until either neither upon via
      of in on at by for from to into with about per
      is are was were be been being am do does did has have had having
      will would shall should can could must
      i me my we our he him his she her it its they them their you your
      what which who whom whose when where why how there here
      """;

  private static final Set<String> TERMS =
      Arrays.stream(ENGLISH.split("\\s+"))
          .flatMap(word -> EnergyAnalysis.terms(word).stream())
          .collect(Collectors.toUnmodifiableSet());

  private FunctionWords() {}

  /**
   * @param term as analysed
   */
  static boolean contain(String term) {
    return TERMS.contains(term);
  }
}
