package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The only arbiter: of the ways to read a page it takes the likeliest as a whole. An article is
 * proposed or is not, and so are comments; what they hold is no headline.
 */
final class Layout {
  private final List<Row> rows;
  private final List<Row> refrains;
  private final List<Reading> readings;

  private Layout(List<Row> rows, List<Row> refrains, List<Reading> readings) {
    this.rows = rows;
    this.refrains = refrains;
    this.readings = readings;
  }

  /**
   * The ways to read a page.
   *
   * @param all rows; those that the page says again and again are left out
   * @param inMain which rows are the main text by the page's markup; {@code null} when it has none
   * @param title what the page says is its article's title; {@code null} when it says nothing
   * @param declared whether the capture says that it is an article, however short
   */
  static Layout of(
      List<Row> all,
      boolean @Nullable [] inMain,
      @Nullable String title,
      boolean isShort,
      boolean declared) {
    BitSet refrains = Refrains.of(all);
    List<Row> rows = new ArrayList<>();
    boolean[] main = inMain == null ? null : new boolean[all.size() - refrains.cardinality()];
    for (int i = refrains.nextClearBit(0); i < all.size(); i = refrains.nextClearBit(i + 1)) {
      if (main != null && inMain != null) {
        main[rows.size()] = inMain[i];
      }
      rows.add(all.get(i));
    }
    List<Reading> readings = new ArrayList<>();
    Signs signs = new Signs(rows);
    Comments comments = new Comments(rows);
    boolean[] inCards = new boolean[rows.size()];
    AuthorCards.close(rows, inCards);
    BitSet cards = set(inCards);
    for (boolean talk : List.of(false, true)) {
      if (talk && comments.remarks().isEmpty()) {
        continue;
      }
      BitSet taken = talk ? set(comments.taken()) : new BitSet();
      Counted ofComments = new Counted();
      if (talk) {
        ofComments.set(Feature.COMMENT, comments.remarks().size());
        ofComments.set(Feature.COMMENT_ANNOUNCED, comments.sure());
      }
      readings.add(
          new Reading(signs, new Evidence.Spans(taken, cards, -1), Optional.empty(), ofComments));
      boolean[] closed = new boolean[rows.size()];
      for (int i = 0; i < closed.length; i++) {
        closed[i] = taken.get(i) || cards.get(i);
      }
      Optional<Articles.Found> article =
          new Articles(rows, closed, main, title, isShort)
              .read(talk ? comments.remarks() : List.of());
      article.ifPresent(found -> {
        Counted ofArticle = ofComments.copy();
        found.count(rows, declared, ofArticle);
        BitSet held = (BitSet) taken.clone();
        held.or(found.held());
        readings.add(
            new Reading(
                signs, new Evidence.Spans(held, cards, found.titleRow()), article, ofArticle));
      });
    }
    return new Layout(rows, refrains.stream().mapToObj(all::get).toList(), readings);
  }

  private static BitSet set(boolean[] marked) {
    BitSet set = new BitSet();
    for (int i = 0; i < marked.length; i++) {
      set.set(i, marked[i]);
    }
    return set;
  }

  List<Row> rows() {
    return rows;
  }

  /** The rows that the page says again and again. */
  List<Row> refrains() {
    return refrains;
  }

  List<Reading> readings() {
    return readings;
  }

  Reading likeliest(Weights weights) {
    return readings.stream()
        .max(Comparator.comparingDouble(reading -> reading.total(weights)))
        .orElseThrow();
  }

  /** What the page is by these weights. */
  ParsedPage page(Weights weights) {
    return decided(weights).page();
  }

  /** The likeliest way to read the page, and what it makes of each line. */
  Decided decided(Weights weights) {
    Reading reading = likeliest(weights);
    Headlines headlines = new Headlines(rows);
    for (ListCandidate list : reading.lists()) {
      double[] scores = reading.scores(list, weights);
      Refusals refusals = new Refusals(reading, list, weights);
      List<Integer> taken = new ArrayList<>();
      for (int k = 0; k < scores.length; k++) {
        Candidate candidate = list.rows().get(k);
        if (scores[k] > 0) {
          headlines.put(candidate);
          taken.add(candidate.row());
        } else if (rows.get(candidate.row()).titleLike()) {
          headlines.refuse(candidate.row(), refusals.of(k));
        }
      }
      headlines.withoutSource(taken);
    }
    return new Decided(
        reading,
        headlines,
        new ParsedPage(
            headlines.headlines(),
            reading.article().map(Articles.Found::article).orElse(null),
            headlines.refused()));
  }

  /** A decision: the way to read the page that was taken, and the page. */
  record Decided(Reading reading, Headlines headlines, ParsedPage page) {}
}
