package wellhead.server.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wellhead.schema.KeptText;

/**
 * Cuts the passages out of a text in which most was found: whole sentences, together of about a
 * length, or a piece of one that is too long.
 */
final class Passages {
  /** Characters of a passage, about. */
  private static final int LENGTH = 160;

  /** Characters of a passage, at most, but for the signs that it was cut. */
  static final int MAX_LENGTH = 300;

  /** Characters before what was found, in a piece of a long sentence. */
  private static final int LEAD = 60;

  /** What stands there counts twice what stands at the end of a long text, nearly. */
  private static final int BEGINNING = 500;

  private final String text;
  private final int[] sentenceEnds;
  private int sentence;
  private int start;
  private int end;

  private Passages(String text, int[] sentenceEnds) {
    this.text = text;
    this.sentenceEnds = sentenceEnds;
    end = sentenceEnds.length == 0 ? text.length() : sentenceEnds[0];
  }

  /** Goes on to the next sentence. */
  private void advance() {
    start = end;
    sentence++;
    end = sentence < sentenceEnds.length ? sentenceEnds[sentence] : text.length();
  }

  private record Cut(int start, int end, List<Finder.Found> found, float score) {
    static final Comparator<Cut> BEST_FIRST = Comparator.comparingDouble(Cut::score).reversed();
  }

  /**
   * The passages of a text that fit best.
   *
   * @param sentenceEnds see {@link KeptText#sentenceEnds()}
   * @param found in the order of the text
   * @param most how many, at least 1
   * @return in the order of the text; where nothing was found, its beginning
   */
  static List<MarkedPassage> of(
      String text, int[] sentenceEnds, List<Finder.Found> found, int most) {
    var passages = new Passages(text, sentenceEnds);
    if (found.isEmpty()) {
      return text.isEmpty()
          ? List.of()
          : List.of(passages.marked(passages.around(0, 0, List.of(), Map.of())));
    }
    return passages.cuts(found).stream()
        .sorted(Cut.BEST_FIRST)
        .limit(most)
        .sorted(Comparator.comparingInt(Cut::start))
        .map(passages::marked)
        .toList();
  }

  private List<Cut> cuts(List<Finder.Found> found) {
    Map<Integer, Integer> counts = counts(found);
    var cuts = new ArrayList<Cut>();
    int behind = 0;
    for (int i = 0; i < found.size(); i += cuts.getLast().found.size()) {
      Cut cut = around(found.get(i).start(), behind, found.subList(i, found.size()), counts);
      cuts.add(cut);
      behind = cut.end;
    }
    return cuts;
  }

  private static Map<Integer, Integer> counts(List<Finder.Found> found) {
    Map<Integer, Integer> counts = new HashMap<>();
    found.forEach(f -> counts.merge(f.what(), 1, Integer::sum));
    return counts;
  }

  /**
   * The sentences around a place, which lies behind all places before.
   *
   * @param behind where the last passage ended
   * @param found at the place and behind it
   * @param counts how often the text has each thing
   */
  private Cut around(
      int place, int behind, List<Finder.Found> found, Map<Integer, Integer> counts) {
    int before = start;
    while (end <= place && end < text.length()) {
      before = start;
      advance();
    }
    int from = Math.max(behind, start);
    int to = end;
    for (int more = nextEnd(to); isCloser(to - from, more - from); more = nextEnd(to)) {
      to = more;
    }
    if (to == text.length() && isCloser(to - from, to - before) && before >= behind) {
      from = before;
    }
    if (to - from > MAX_LENGTH) {
      from = place - from > LEAD ? wordStart(place - LEAD, place) : from;
      to = to - from > MAX_LENGTH ? wordEnd(from + MAX_LENGTH, place) : to;
    }
    int inside = 0;
    while (inside < found.size() && found.get(inside).start() < to) {
      inside++;
    }
    // a mark may be longer than a passage; then it has this one
    List<Finder.Found> here = found.subList(0, Math.max(inside, Math.min(1, found.size())));
    return new Cut(from, to, here, score(here, counts, from));
  }

  /** Where the sentence behind ends; moves on to it. */
  private int nextEnd(int to) {
    if (to >= text.length()) {
      return to;
    }
    if (to == end) {
      advance();
    }
    return end;
  }

  /** Whether a passage with more comes nearer to the length wanted. */
  private static boolean isCloser(int length, int longer) {
    return longer > length && Math.abs(LENGTH - longer) < LENGTH - length;
  }

  private int wordStart(int at, int place) {
    for (int i = at; i < place; i++) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return place;
  }

  private int wordEnd(int at, int place) {
    for (int i = at; i > place + LEAD; i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
  }

  /**
   * A passage is as good as it has much of what was sought, most of all what the text has seldom;
   * again and again is worth little more than once, and the beginning of a text more than its end.
   */
  private static float score(List<Finder.Found> found, Map<Integer, Integer> counts, int start) {
    double score = 0;
    for (var one : counts(found).entrySet()) {
      int all = counts.getOrDefault(one.getKey(), 1);
      score += (2 - 1.0 / one.getValue()) * (1 + 1.0 / all);
    }
    return (float) (score * (1 + (double) BEGINNING / (BEGINNING + start)));
  }

  private MarkedPassage marked(Cut cut) {
    return MarkedPassage.of(text, cut.start, cut.end, cut.found, cut.score);
  }
}
