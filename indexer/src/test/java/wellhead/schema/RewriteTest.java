package wellhead.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewriteTest {
  private static final long SEED = Long.getLong("seed", 20261125L);

  private static final String[] PIECES = {
    "OPEC+",
    "C++",
    "+",
    "a+b",
    "++",
    "1.2",
    "mb/d",
    "kbd",
    "500",
    "k",
    " ",
    "  ",
    "\n",
    "bpd",
    "3Q",
    "24",
    "Q3",
    "'",
    "2024",
    "FY",
    "fy 25",
    "2H",
    "USD",
    "7",
    "C",
    "°",
    " °C",
    "degrees",
    "degree   C",
    "GW",
    "kWh",
    "tcf",
    "oilprice.com",
    "barrels.The",
    ".",
    "U.S.",
    "e.g.",
    "é",
    "𝒙",
    "𝒙+",
    "9",
    "(",
    ")",
    "-",
    "words without any of these ",
  };

  private static List<Rewrite> rewrites() throws IOException {
    var lines = new ArrayList<Rewrite>();
    try (InputStream in = RewriteTest.class.getResourceAsStream("rewrites.txt")) {
      new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> lines.add(Rewrite.parse(line.strip())));
    }
    return lines;
  }

  /** The text, and where each of its characters stood. */
  private static String read(CharFilter filter) throws IOException {
    var text = new StringBuilder();
    for (int c = filter.read(); c >= 0; c = filter.read()) {
      text.append((char) c);
    }
    var shown = new StringBuilder(text);
    for (int i = 0; i <= text.length(); i++) {
      shown.append(' ').append(filter.correctOffset(i));
    }
    return shown.toString();
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(40); i >= 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  @Test
  void whatIsFoundNearANeededCharacterIsWhatAWholeSearchFinds() throws IOException {
    List<Rewrite> rewrites = rewrites();
    var random = new Random(SEED);
    int changed = 0;
    for (int i = 0; i < 3_000; i++) {
      String text = text(random);
      RewrittenText rewritten = RewrittenText.whole(new StringReader(text));
      Reader whole = new StringReader(text);
      for (Rewrite rewrite : rewrites) {
        rewritten = rewrite.applyTo(rewritten);
        whole = new PatternReplaceCharFilter(rewrite.pattern(), rewrite.replacement(), whole);
      }
      changed += rewritten.text().equals(text) ? 0 : 1;
      assertThat(read(rewritten)).as("seed %d: %s", SEED, text).isEqualTo(read((CharFilter) whole));
    }
    assertThat(changed).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+\tx", "++\tx\ty", "+\tx\t$", "+\tx\t$0", "+\tx\ta\\b"})
  void aLineThatIsNoneIsRefused(String line) {
    assertThatThrownBy(() -> Rewrite.parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(line);
  }
}
