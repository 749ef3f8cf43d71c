package wellhead.server.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import wellhead.server.search.ScoreParts;

/** What a score is made of, in a sentence. */
final class ScoreWords {
  private ScoreWords() {}

  static String of(ScoreParts score) {
    String parts = score.parts().stream().map(ScoreWords::part).collect(Collectors.joining(", "));
    String sum = parts.isEmpty() ? "No word asked for" : parts;
    return score.freshness() > 1
        ? sum + "; times " + number(score.freshness()) + " for freshness."
        : sum + "; no freshness.";
  }

  private static String part(ScoreParts.Part part) {
    String what =
        switch (part.kind()) {
          case WORD -> "'" + part.words() + "'" + places(part.fields());
          case PHRASE -> part.words();
          case NEIGHBOURS -> "'" + part.words() + "' side by side";
          case SMALL_WORDS -> "small words";
          case SHARED_WORDS -> "words that the best matches share";
        };
    return what + " " + number(part.points());
  }

  private static String places(Map<String, Integer> fields) {
    return fields.isEmpty()
        ? ""
        : fields.entrySet().stream()
            .map(field ->
                field.getKey().replace('_', ' ')
                    + (field.getValue() == 1 ? "" : " " + field.getValue() + " times"))
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
