package wellhead.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wellhead.pattern.Repeats.Repeat;

/**
 * No pattern of the program looks at a text more often than its length times a constant, nor needs
 * a stack that grows with it, be the text made by somebody who has read the pattern.
 */
class PatternGrowthTest {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")));
  private static final List<Path> SOURCES =
      List.of(ROOT.resolve("indexer/src/main/java"), ROOT.resolve("server/src/main/java"));

  private static final int LENGTH = 4_000;

  /**
   * How often a sign may be looked at. What tries a dozen signs at each place and goes back over
   * them comes to some 100; what grows as the square of the text, to half its length.
   */
  private static final int LOOKS = 256;

  /** What a pattern may look at besides, whatever the text. */
  private static final int MORE = 100 * LOOKS;

  /** Lines come to these with their white space folded. */
  private static final List<String> OF_LINES =
      List.of("wellhead.indexer.page.", "wellhead.indexer.time.");

  private static WrittenPatterns.Found written = new WrittenPatterns.Found(List.of(), List.of());
  private static List<NamedPattern> all = List.of();

  @BeforeAll
  static void findThem() throws IOException, ReflectiveOperationException {
    written = WrittenPatterns.in(SOURCES);
    all = Stream.concat(HeldPatterns.all().stream(), written.written().stream()).toList();
  }

  /** A pattern and whether it is searched for. */
  record Use(NamedPattern pattern, boolean searched) {
    @Override
    public String toString() {
      return pattern.toString();
    }
  }

  static List<Use> uses() throws IOException {
    var uses = new Uses(SOURCES);
    var found = new ArrayList<Use>();
    for (NamedPattern pattern : all) {
      found.add(new Use(pattern, uses.isSearched(pattern)));
    }
    return found;
  }

  @Test
  void thereAreHundreds() {
    assertThat(all).hasSizeGreaterThan(350);
  }

  /**
   * Here are those that are neither constants nor written where they are used, and why they need no
   * look: quoted words, alternatives of signs, and what constants hold, which was looked into.
   */
  @Test
  void noneIsMadeElsewhere() {
    assertThat(written.made())
        .containsExactlyInAnyOrder(
            "Challenges: field[1]",
            "ClockJudgement: stories",
            "ClockJumps: jump.first",
            "Correction: \"(?<![\\\\p{L}\\\\p{N}\\\\p{M}])\" + Pattern.quote(word) +"
                + " \"(?![\\\\p{L}\\\\p{N}\\\\p{M}])\"",
            "Damage: PLACE",
            "FeedParts: \"(?i)</\" + Pattern.quote(name) + \"\\\\s*+>\"",
            "Meaning: said",
            "QueryLexer: \"[\" + QUOTES + \"]\"",
            "Rewrite: columns[1]",
            "Vocabulary: separator");
  }

  @ParameterizedTest
  @MethodSource("uses")
  void looksAtALongTextNoMoreOftenThanItIsLong(Use use) {
    boolean folded = OF_LINES.stream().anyMatch(use.pattern.type()::startsWith);
    for (Repeat repeat : Repeats.of(use.pattern.pattern())) {
      for (String end : List.of("", "\u0000")) {
        String again = repeat.again().repeat(LENGTH / repeat.again().length() + 1);
        String made = repeat.before() + again + end;
        String text = folded ? made.replaceAll("\\s+", " ") : made;
        assertThatCode(() -> look(use, text))
            .as("%s over %s, then '%s'", use, repeat, end)
            .doesNotThrowAnyException();
      }
    }
  }

  private static void look(Use use, String text) {
    Pattern pattern = use.pattern.pattern();
    Matcher matcher = pattern.matcher(new CountedText(text, LOOKS * text.length() + MORE));
    boolean unused = matcher.matches();
    unused = matcher.lookingAt();
    matcher.reset();
    while (use.searched && matcher.find()) {
      // to the end
    }
  }
}
