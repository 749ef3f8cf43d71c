package wellhead.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of companies, countries, people and places in what somebody types, in any capitals. */
public final class KnownNames {
  /** Words of the longest name that is looked for. */
  private static final int LONGEST = 5;

  /** Countries that act together, and their agencies. */
  private static final Set<List<String>> GROUPS =
      Stream.of("opec", "opec+", "iea", "iaea", "eia", "gecf", "nato", "g7", "brics")
          .map(EnergyAnalysis::terms)
          .collect(Collectors.toUnmodifiableSet());

  private static final Gazetteer PLACES = Gazetteer.read("places.txt");

  private KnownNames() {}

  /** The names in a text, in order, as it has them; the longest that begins at a word. */
  public static List<String> in(String text) {
    List<String> words = Arrays.stream(text.strip().split("\\s+")).toList();
    var names = new ArrayList<String>();
    int at = 0;
    while (at < words.size()) {
      int length = lengthAt(words, at);
      if (length > 0) {
        names.add(String.join(" ", words.subList(at, at + length)));
      }
      at += Math.max(1, length);
    }
    return names;
  }

  private static int lengthAt(List<String> words, int from) {
    for (int length = Math.min(LONGEST, words.size() - from); length > 0; length--) {
      if (isName(String.join(" ", words.subList(from, from + length)))) {
        return length;
      }
    }
    return 0;
  }

  /** Whether the whole is the name of a country or another place. */
  public static boolean isPlace(String text) {
    return Mention.COUNTRY.named(text).isPresent() || PLACES.named(text).isPresent();
  }

  /** Whether the whole is a name, a commodity or a grade of one: nobody misspelt it. */
  public static boolean isKnown(String text) {
    return isName(text) || Mention.COMMODITY.named(text).isPresent();
  }

  /** Whether the whole is a name. */
  public static boolean isName(String text) {
    return GROUPS.contains(EnergyAnalysis.terms(text))
        || PLACES.named(text).isPresent()
        || Stream.of(Mention.values())
            .filter(mention -> mention != Mention.COMMODITY)
            .anyMatch(mention -> mention.named(text).isPresent());
  }
}
