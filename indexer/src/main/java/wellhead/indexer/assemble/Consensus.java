package wellhead.indexer.assemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * What most of some spans have in common.
 *
 * @param best the seconds that lie in most of them: one span, or several that are as good
 * @param most how many of the spans that is
 * @param told how many spans there are
 */
record Consensus(List<Span> best, int most, int told) {
  Consensus {
    best = List.copyOf(best);
  }

  static Consensus of(Collection<Span> spans) {
    long[] starts = spans.stream().mapToLong(Span::first).sorted().toArray();
    long[] ends = spans.stream().mapToLong(Span::last).sorted().toArray();
    var best = new ArrayList<Span>();
    int most = 0;
    int ended = 0;
    for (int i = 0; i < starts.length; i++) {
      while (ends[ended] < starts[i]) {
        ended++;
      }
      int depth = i + 1 - ended;
      boolean goesOn = i + 1 < starts.length && starts[i + 1] <= ends[ended];
      if (goesOn) {
        continue; // deeper still
      }
      if (depth > most) {
        most = depth;
        best.clear();
      }
      if (depth == most) {
        best.add(new Span(starts[i], ends[ended]));
      }
    }
    return new Consensus(best, most, spans.size());
  }

  /** Whether a share of all agrees on one span. */
  boolean isClear(double share, int fewest) {
    return best.size() == 1 && most >= fewest && most >= share * told;
  }

  /** The one span that most agree on; only when there is one. */
  Span only() {
    if (best.size() != 1) {
      throw new IllegalStateException("no agreement: " + best);
    }
    return best.getFirst();
  }

  @Override
  public String toString() {
    return most + " of " + told + " on " + Arrays.toString(best.toArray());
  }
}
