package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wellhead.server.search.ScoreParts;

class ScoreWordsTest {

  @Test
  void saysWhatGavePoints() {
    var score =
        new ScoreParts(
            4.2,
            1.25,
            List.of(
                new ScoreParts.Part(ScoreParts.Kind.WORD, "opec", 3, Map.of("body", 4)),
                new ScoreParts.Part(ScoreParts.Kind.NEIGHBOURS, "opec cut", 0.2, Map.of()),
                new ScoreParts.Part(ScoreParts.Kind.SHARED_WORDS, "", 1, Map.of())));
    assertThat(ScoreWords.of(score))
        .isEqualTo(
            "'opec' (body 4 times) 3.00, 'opec cut' side by side 0.20,"
                + " words that the best matches share 1.00; times 1.25 for freshness.");
  }

  @Test
  void saysThatAnUndatedStoryHasNoFreshness() {
    assertThat(ScoreWords.of(new ScoreParts(1, 1, List.of()))).endsWith("; no freshness.");
  }
}
