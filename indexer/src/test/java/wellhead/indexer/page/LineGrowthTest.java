package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twice the text takes about twice the work, whatever the text. */
class LineGrowthTest {

  /** Less is told by chance. */
  private static final long SHORTEST_TURN = 20_000_000;

  /** An address is looked for within 2,000 signs; below that the work grows with the square. */
  private static final int SHORTEST = 1 << 15;

  private static final int LONGEST = 1 << 19;
  private static final double MOST = 2.5;
  private static final int TURNS = 5;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0301", "\u0301", "[a](", "[1]a", "a_", "**** a", "* a\n", "  * a b\n    c\n", "aB",
        "website", "a  ", " by A", " on A", "1 ", "12:30 ", "3 hours ago ", "3 hours ago\n", "1. ",
        " | ", ", ", "(", "a a", "a_b_c ", "a_b_c\n", "References\n", "  1. a:b\n", "ADVERTISEMENT"
      })
  void linesGrowWithTheText(String piece) {
    int times = SHORTEST / piece.length();
    long once = best(piece.repeat(times));
    while (once < SHORTEST_TURN && piece.length() * times * 2 <= LONGEST) {
      times *= 2;
      once = best(piece.repeat(times));
    }
    if (once >= SHORTEST_TURN) {
      double growth = (double) best(piece.repeat(2 * times)) / once;
      for (int again = 0; again < 2 && growth >= MOST; again++) { // a busy machine, not the work
        growth =
            Math.min(growth, (double) best(piece.repeat(2 * times)) / best(piece.repeat(times)));
      }
      assertThat(growth).as(piece).isLessThan(MOST);
    }
  }

  private static long best(String text) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < TURNS; i++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Lines.of(text, Phrases.of(null)).forEach(line -> Stamps.find(line.text()));
      best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
    return best;
  }
}
