package wellhead.indexer.page;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why lines of a list are no headlines: the numbers that counted most against each. Where the line
 * alone would have been taken, its list decided, and the numbers are the list's.
 */
final class Refusals {
  private static final int REASONS = 3;
  private static final String TOO_LITTLE = "too little speaks for it";

  private final Reading reading;
  private final ListCandidate list;
  private final Weights weights;
  private @Nullable Refusal byList;

  Refusals(Reading reading, ListCandidate list, Weights weights) {
    this.reading = reading;
    this.list = list;
    this.weights = weights;
  }

  /**
   * Of a line that was refused.
   *
   * @param at which of the list
   */
  Refusal of(int at) {
    Counted counted = reading.counted(list.rows().get(at));
    double own = reading.own(list.rows().get(at), weights);
    if (own <= 0) {
      List<Weighed> most = most(counted);
      return new Refusal(cause(most), words(most));
    }
    if (byList == null) {
      byList = byList();
    }
    String alone = " (the line alone has " + Weighed.tenths(own) + ")";
    return new Refusal(byList.cause(), byList.reason() + alone);
  }

  private Refusal byList() {
    List<Weighed> most = most(Counted.mean(list.rows().stream().map(reading::counted).toList()));
    String average = Weighed.tenths(reading.mean(list, weights));
    return new Refusal(
        "its list: " + cause(most),
        "its list of " + list.size() + " lines, " + average + " on average: " + words(most));
  }

  private List<Weighed> most(Counted counted) {
    return Weighed.of(counted, weights).stream()
        .filter(number -> number.product() < 0)
        .sorted(Comparator.comparingDouble(Weighed::product))
        .limit(REASONS)
        .toList();
  }

  private static String cause(List<Weighed> most) {
    return most.isEmpty() ? TOO_LITTLE : words(most.getFirst());
  }

  private static String words(List<Weighed> most) {
    return most.isEmpty()
        ? TOO_LITTLE
        : most.stream()
            .map(number -> words(number) + " (" + Weighed.tenths(number.product()) + ")")
            .collect(Collectors.joining("; "));
  }

  /** What every line begins with says that the others do not outweigh it. */
  private static String words(Weighed number) {
    return number.feature().equals(Weighed.name(Feature.BIAS)) ? TOO_LITTLE : number.meaning();
  }
}
