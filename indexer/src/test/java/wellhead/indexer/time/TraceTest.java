package wellhead.indexer.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told before any grammar is asked must be what the grammars would have told. */
class TraceTest {
  private static final long SEED = Long.getLong("seed", 20261125L);
  private static final int TEXTS = Integer.getInteger("texts", 5_000);
  private static final int ALL = (1 << Vocabulary.ALL.size()) - 1;
  private static final List<String> LANGUAGES =
      List.of("en", "de", "fr", "es", "pt", "it", "nl", "ru", "pl", "tr", "zh");
  private static final String[] BETWEEN = {
    " ", " ", " ", " | ", ", ", ": ", "", "-", "/", " (", ") ", "’", "'", ".", "\u00a0", "…"
  };
  private static final String[] OTHERS = {
    "1", "2", "15", "2026", "14:05", "½", "U.S.", "Oil", "OPEC+", "Falls", "iPhone", "TODAY", "•",
    "s", "m", "T", "Z", "GMT", "²", "٣", "Ⅳ", "™", "\u00ad", "\u0301", "ﬁ", "Ａ"
  };

  @Test
  void noLabelIsWithoutATrace() throws IOException {
    for (String text : texts()) {
      boolean label = LabelParser.read(text).isPresent() || LineCutter.cut(text).isPresent();
      assertThat(Trace.isIn(text) || !label).as("-Dseed=%d: [%s]", SEED, text).isTrue();
      assertThat(Trace.isIn("Refiners Wait | " + text) || !label).as(text).isTrue();
    }
  }

  @Test
  void noLanguageThatIsLeftOutReadsALongerLabel() throws IOException {
    for (String text : texts()) {
      List<Token> tokens = PrintedText.tokens(text);
      for (int at = 0; at < tokens.size(); at++) {
        assertThat(LabelGrammar.longest(tokens, at))
            .as("-Dseed=%d: [%s] from %d", SEED, text, at)
            .isEqualTo(LabelGrammar.longest(tokens, at, ALL));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Refiners Wait for Cheaper Crude",
        "Iran’s Tankers Queue as U.S. Talks Stall",
        "“Nobody Knows” – Why a Pipeline Stands Empty",
      })
  void mostTitlesHaveNone(String title) {
    assertThat(Trace.isIn(title)).isFalse();
  }

  private static List<String> texts() throws IOException {
    var texts = new ArrayList<String>();
    for (String table : List.of("labels.csv", "lines.csv")) {
      lines(table).map(line -> line.split("¦", 2)[0]).forEach(texts::add);
    }
    List<String> phrases = phrases();
    texts.addAll(phrases);
    var random = new Random(SEED);
    for (int n = 0; n < TEXTS; n++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(6); i >= 0; i--) {
        boolean phrase = random.nextInt(3) > 0;
        text.append(
            phrase
                ? phrases.get(random.nextInt(phrases.size()))
                : OTHERS[random.nextInt(OTHERS.length)]);
        text.append(BETWEEN[random.nextInt(BETWEEN.length)]);
      }
      texts.add(random.nextInt(8) == 0 ? capitals(text.toString()) : text.toString());
    }
    return texts;
  }

  private static String capitals(String text) {
    var out = new StringBuilder();
    text.codePoints().map(Character::toUpperCase).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static List<String> phrases() throws IOException {
    var phrases = new ArrayList<String>();
    for (String language : LANGUAGES) {
      lines("labels." + language + ".txt")
          .filter(line -> line.contains(":") && !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.substring(line.indexOf(':') + 1).split(",")))
          .map(String::strip)
          .filter(phrase -> !phrase.isEmpty())
          .forEach(phrases::add);
    }
    assertThat(phrases).hasSizeGreaterThan(1_000);
    return phrases;
  }

  private static Stream<String> lines(String resource) throws IOException {
    try (var in = Objects.requireNonNull(TraceTest.class.getResourceAsStream(resource), resource);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList().stream();
    }
  }
}
