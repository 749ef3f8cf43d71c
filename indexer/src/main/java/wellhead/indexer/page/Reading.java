package wellhead.indexer.page;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One way to read a page: what is an article and what comments, and the lists that are left. */
final class Reading {
  /** How much of a row's score is its list's, as the rows of a list stand and fall together. */
  private static final double OF_LIST = .5;

  private static final double MOST_SURE = 9.2;
  private static final double MOST_IN_MEAN = 4;

  private final Optional<Articles.Found> article;
  private final Evidence.Spans spans;
  private final Counted ofSpans;
  private final BitSet teasers;
  private final List<ListCandidate> lists;
  private final Map<Integer, Counted> counted;

  Reading(Signs signs, Evidence.Spans spans, Optional<Articles.Found> article, Counted ofSpans) {
    this.article = article;
    this.spans = spans;
    this.ofSpans = ofSpans;
    Records records = Records.of(signs, spans.closed());
    this.teasers = records.teasers();
    this.lists = ListCandidates.of(signs, records);
    this.counted = Evidence.of(signs, records, lists, spans);
  }

  Optional<Articles.Found> article() {
    return article;
  }

  List<ListCandidate> lists() {
    return lists;
  }

  /** What its blocks hold. */
  Evidence.Spans spans() {
    return spans;
  }

  /** What was counted of its article and its comments. */
  Counted ofSpans() {
    return ofSpans;
  }

  /** Rows between a title and the end of its record. */
  BitSet teasers() {
    return teasers;
  }

  Counted counted(Candidate candidate) {
    return Objects.requireNonNull(counted.get(candidate.row()));
  }

  /** How likely all of it is, in nats: the article, the comments, and what lists would be taken. */
  double total(Weights weights) {
    double total = weights.sum(ofSpans);
    for (ListCandidate list : lists) {
      total += Arrays.stream(scores(list, weights)).filter(score -> score > 0).sum();
    }
    return total;
  }

  /** What counts for a row by itself, but for what is beyond measure. */
  double own(Candidate candidate, Weights weights) {
    return Math.clamp(weights.sum(counted(candidate)), -MOST_SURE, MOST_SURE);
  }

  /** Of each row of a list; positive where it is a headline. */
  double[] scores(ListCandidate list, Weights weights) {
    double[] scores = list.rows().stream().mapToDouble(c -> own(c, weights)).toArray();
    double mean = mean(scores);
    return Arrays.stream(scores).map(score -> (1 - OF_LIST) * score + OF_LIST * mean).toArray();
  }

  /** What the rows of a list have on average, none of them counting beyond measure. */
  double mean(ListCandidate list, Weights weights) {
    return mean(list.rows().stream().mapToDouble(c -> own(c, weights)).toArray());
  }

  private static double mean(double[] scores) {
    return Arrays.stream(scores)
        .map(score -> Math.clamp(score, -MOST_IN_MEAN, MOST_IN_MEAN))
        .average()
        .orElse(0);
  }
}
