package wellhead.indexer.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** One way to read a page: what is an article and what comments, and the lists that are left. */
final class Reading {
  /** How much of a row's score is its list's, as the rows of a list stand and fall together. */
  private static final double OF_LIST = .5;

  private static final double MOST_SURE = 9.2;
  private static final double MOST_IN_MEAN = 4;
  private static final int REASONS = 3;

  private final Optional<Articles.Found> article;
  private final Counted ofSpans;
  private final List<ListCandidate> lists;
  private final Map<Integer, Counted> counted;

  Reading(List<Row> rows, Evidence.Spans spans, Optional<Articles.Found> article, Counted ofSpans) {
    this.article = article;
    this.ofSpans = ofSpans;
    Records records = Records.of(rows, spans.closed());
    this.lists = ListCandidates.of(rows, records);
    this.counted = Evidence.of(rows, records, lists, spans);
  }

  Optional<Articles.Found> article() {
    return article;
  }

  List<ListCandidate> lists() {
    return lists;
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

  /** Why a line is no headline: what counted most against it. */
  String reason(Candidate candidate, Weights weights) {
    Counted numbers = counted(candidate);
    String most =
        Arrays.stream(Feature.values())
            .filter(f -> weights.of(f) * numbers.get(f) < 0 && f != Feature.BIAS)
            .sorted(Comparator.comparingDouble(f -> weights.of(f) * numbers.get(f)))
            .limit(REASONS)
            .map(f ->
                String.format(
                    Locale.ROOT, "%s (%.1f)", Weights.meaning(f), weights.of(f) * numbers.get(f)))
            .collect(Collectors.joining("; "));
    return most.isEmpty() ? "too little speaks for it" : most;
  }

  /** Of each row of a list; positive where it is a headline. */
  double[] scores(ListCandidate list, Weights weights) {
    double[] scores =
        list.rows().stream()
            .mapToDouble(c -> Math.clamp(weights.sum(counted(c)), -MOST_SURE, MOST_SURE))
            .toArray();
    double mean =
        Arrays.stream(scores)
            .map(score -> Math.clamp(score, -MOST_IN_MEAN, MOST_IN_MEAN))
            .average()
            .orElse(0);
    return Arrays.stream(scores).map(score -> (1 - OF_LIST) * score + OF_LIST * mean).toArray();
  }
}
