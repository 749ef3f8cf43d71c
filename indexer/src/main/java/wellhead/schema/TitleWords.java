package wellhead.schema;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a title says, to tell whether another title tells of the same thing.
 *
 * @param words as a query for the title would ask for them, so that {@code 0.5 GW} is {@code 500
 *     MW}; a name that the vocabulary knows is one word, as it is known by there ({@code Dutch}:
 *     {@code Netherlands}), and its own words are left out. Names have capitals, other words have
 *     none.
 * @param names by what they name, those of commodities among them, whose words stay
 */
public record TitleWords(Set<String> words, Map<Mention, Set<String>> names) {
  private static final List<Mention> NAMING =
      List.of(Mention.COMPANY, Mention.PERSON, Mention.COUNTRY);

  /** Words come again and again, and most name nothing. */
  private static final Map<String, Optional<String>> NAMED = new ConcurrentHashMap<>();

  private static final Map<String, Set<String>> OWN_WORDS = new ConcurrentHashMap<>();

  /** Strange words are looked up each time once so many are known. */
  private static final int REMEMBERED = 100_000;

  public TitleWords {
    words = Collections.unmodifiableSet(new TreeSet<>(words));
    names = Collections.unmodifiableMap(new TreeMap<>(names));
  }

  /** The words of a title; none when it has no letter and no digit. */
  public static TitleWords of(String title) {
    var written = new StoryWords(List.of(StoryWords.Text.of(title, WrittenTokens.of(title))));
    var names = new EnumMap<Mention, Set<String>>(Mention.class);
    var words = new HashSet<>(EnergyAnalysis.terms(title));
    for (Mention mention : Mention.values()) {
      Set<String> found = mention.namesIn(written);
      if (!found.isEmpty()) {
        names.put(mention, Set.copyOf(found));
      }
    }
    var all = new TreeSet<String>();
    for (Mention mention : NAMING) {
      Set<String> found = names.getOrDefault(mention, Set.of());
      found.forEach(name -> words.removeAll(ownWords(name)));
      all.addAll(found);
    }
    words.forEach(word -> all.add(named(word).orElse(word)));
    return new TitleWords(all, names);
  }

  private static Set<String> ownWords(String name) {
    return OWN_WORDS.computeIfAbsent(name, n -> Set.copyOf(EnergyAnalysis.terms(n)));
  }

  private static Optional<String> named(String word) {
    Optional<String> known = NAMED.get(word);
    if (known != null) {
      return known;
    }
    Optional<String> found =
        NAMING.stream().flatMap(mention -> mention.named(word).stream()).findFirst();
    if (NAMED.size() < REMEMBERED) {
      NAMED.put(word, found);
    }
    return found;
  }
}
