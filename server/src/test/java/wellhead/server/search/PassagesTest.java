package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import wellhead.schema.KeptText;

class PassagesTest {
  private static final long SEED = Long.getLong("seed", 20261125L);
  private static final String SHORT = "Tankers wait. Pilots vote on Monday, and gas falls again.";

  private static List<MarkedPassage> of(String text, List<Finder.Found> found, int most) {
    return Passages.of(text, KeptText.sentenceEnds(text), found, most);
  }

  @Test
  void showsTheBeginningWhereNothingWasFound() {
    List<MarkedPassage> passages = of(sentences(40), List.of(), 3);
    assertThat(passages).hasSize(1);
    assertThat(passages.getFirst().plain()).startsWith("Sentence 0 ").hasSizeLessThan(302);
    assertThat(passages.getFirst().matches()).isZero();
  }

  @Test
  void showsAShortTextWhole() {
    assertThat(of(SHORT, find(SHORT, "gas"), 3))
        .extracting(MarkedPassage::plain)
        .containsExactly(SHORT);
  }

  @Test
  void showsNothingOfNothing() {
    assertThat(of("", List.of(), 3)).isEmpty();
  }

  @Test
  void prefersThePassageWithMoreOfWhatWasSought() {
    String text = sentences(20) + " Gas met oil here. " + sentences(20);
    List<Finder.Found> found = new ArrayList<>(find(text, "Sentence 3 "));
    int gas = text.indexOf("Gas met");
    found.add(new Finder.Found(gas, gas + 3, 1));
    found.add(new Finder.Found(gas + 8, gas + 11, 2));
    found.sort((a, b) -> Integer.compare(a.start(), b.start()));
    assertThat(of(text, found, 1))
        .singleElement()
        .extracting(MarkedPassage::html)
        .asString()
        .contains("<mark>Gas</mark> met <mark>oil</mark>");
  }

  @Test
  void cutsASentenceThatIsTooLongAroundWhatWasFound() {
    String text = "word ".repeat(300) + "tanker " + "word ".repeat(300);
    MarkedPassage passage = of(text, find(text, "tanker"), 3).getFirst();
    assertThat(passage.plain()).startsWith("…").endsWith("…").contains("tanker");
    assertThat(passage.plain().length()).isLessThanOrEqualTo(Passages.MAX_LENGTH + 2);
  }

  @Test
  void everyPassageHoldsWhatItMarksInTheOrderOfTheText() {
    Random random = new Random(SEED);
    for (int n = 0; n < 300; n++) {
      String text = madeUp(random);
      List<Finder.Found> found = find(text, random.nextBoolean() ? "gas" : "o");
      List<MarkedPassage> passages = of(text, found, 1 + random.nextInt(4));
      int from = -1;
      for (MarkedPassage passage : passages) {
        assertThat(passage.start()).as("seed %d, text %d", SEED, n).isGreaterThan(from);
        from = passage.start();
        String bare = passage.html().replace("<mark>", "").replace("</mark>", "");
        assertThat(bare).isEqualTo(passage.plain());
        assertThat(passage.html().contains("<mark>")).isEqualTo(!found.isEmpty());
        assertThat(passage.plain().length()).isLessThanOrEqualTo(Passages.MAX_LENGTH + 2);
      }
    }
  }

  private static String madeUp(Random random) {
    String[] words = {"gas", "oil.", "Tankers", "wait!", "off", "\n\n", "Rotterdam", "so", "?"};
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(200); i > 0; i--) {
      text.append(words[random.nextInt(words.length)]).append(' ');
    }
    return text.toString().strip();
  }

  private static String sentences(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("Sentence ").append(i).append(" says that the pilots vote again. ");
    }
    return text.toString().strip();
  }

  private static List<Finder.Found> find(String text, String word) {
    return Pattern.compile(Pattern.quote(word))
        .matcher(text)
        .results()
        .map(match -> new Finder.Found(match.start(), match.end(), 0))
        .toList();
  }
}
