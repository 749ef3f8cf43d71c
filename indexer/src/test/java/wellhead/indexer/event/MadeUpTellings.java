package wellhead.indexer.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import wellhead.schema.TitleWords;
import wellhead.story.Interval;

/** Stories with titles of a few words each, so that many are alike, and long chains are. */
public final class MadeUpTellings {
  private static final List<String> WORDS =
      List.of(
          "Odette",
          "Kashagan",
          "Bolashak",
          "Tulpar",
          "Zhenis",
          "Gorgon",
          "Chevron",
          "Equinor",
          "Norway",
          "Brazil",
          "leak",
          "drone",
          "court",
          "refinery",
          "tanker",
          "cargo",
          "rises",
          "falls",
          "500 MW",
          "300 MW",
          "wind",
          "oil",
          "output",
          "plan",
          "Jackdaw",
          "Troll",
          "Saras",
          "Vitol",
          "Aram",
          "Petrobras",
          "inquiry",
          "permit",
          "Karmoy",
          "jackets",
          "Foran",
          "Tuapse");

  private MadeUpTellings() {}

  /** A made-up headline. */
  public static String title(Random random) {
    var title = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      title.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", title);
  }

  /** A made-up source. */
  public static String source(Random random) {
    return (char) ('a' + random.nextInt(6)) + ".example";
  }

  /** A minute of thirty days. */
  public static Instant time(Random random) {
    return Instant.parse("2026-03-01T00:00:00Z").plusSeconds(60L * random.nextInt(30 * 24 * 60));
  }

  static List<Telling> of(int count, long seed) {
    var random = new Random(seed);
    var tellings = new ArrayList<Telling>();
    for (int i = 0; i < count; i++) {
      tellings.add(
          new Telling(
              "id" + i, source(random), Interval.at(time(random)), TitleWords.of(title(random))));
    }
    return tellings;
  }
}
