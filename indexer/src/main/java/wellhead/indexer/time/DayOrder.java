package wellhead.indexer.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In which order a page prints the numbers of a day and a month. */
public enum DayOrder {
  /** 16/06/2026. */
  DAY_FIRST,
  /** 06/16/2026. */
  MONTH_FIRST;

  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<![\\d/.-])(\\d{1,2})([/-])(\\d{1,2})(?:\\2(?:\\d{4}|\\d{2}))?(?![\\d/-])");

  /** Fewer ambiguous dates show no order of rows. */
  private static final int FEWEST = 3;

  /** The newest of a list of news is about so old; no other order makes it so. */
  private static final Duration FRESH = Duration.ofDays(4);

  /** What one date proves, as printed: its first or second number is no month. */
  public static Optional<DayOrder> proven(String date) {
    Matcher m = NUMERIC.matcher(date);
    if (!m.find()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(m.group(1));
    int second = Integer.parseInt(m.group(3));
    return first > 12 && second <= 12
        ? Optional.of(DAY_FIRST)
        : second > 12 && first <= 12 ? Optional.of(MONTH_FIRST) : Optional.empty();
  }

  /**
   * The order of all numeric dates of a page: as some of them prove; else the only one in which the
   * rows, down the page, are sorted newest first; else the only one in which the newest is fresh.
   *
   * @param dates as printed, down the page
   * @param capturedAt {@code null} when not known
   */
  public static Optional<DayOrder> of(Collection<String> dates, @Nullable Instant capturedAt) {
    List<DayOrder> proven = dates.stream().flatMap(date -> proven(date).stream()).toList();
    if (!proven.isEmpty()) {
      boolean one = proven.stream().distinct().count() == 1;
      return one ? Optional.of(proven.getFirst()) : Optional.empty();
    }
    List<Label.OneOf> ambiguous =
        dates.stream()
            .flatMap(date -> LabelParser.parse(date).stream())
            .flatMap(label -> label instanceof Label.OneOf one ? Stream.of(one) : Stream.empty())
            .toList();
    if (ambiguous.size() < FEWEST) {
      return Optional.empty();
    }
    return only(order -> isSorted(order, ambiguous))
        .or(() -> only(order -> isFresh(order, ambiguous, capturedAt)));
  }

  private static Optional<DayOrder> only(Predicate<DayOrder> question) {
    boolean day = question.test(DAY_FIRST);
    boolean month = question.test(MONTH_FIRST);
    return day == month ? Optional.empty() : Optional.of(day ? DAY_FIRST : MONTH_FIRST);
  }

  private static boolean isSorted(DayOrder order, List<Label.OneOf> dates) {
    List<LocalDateTime> read = order.read(dates);
    boolean falls = read.size() == dates.size();
    for (int i = 1; falls && i < read.size(); i++) {
      falls = !read.get(i).isAfter(read.get(i - 1));
    }
    return falls;
  }

  private static boolean isFresh(
      DayOrder order, List<Label.OneOf> dates, @Nullable Instant capturedAt) {
    List<LocalDateTime> read = order.read(dates);
    if (capturedAt == null || read.size() < dates.size()) {
      return false;
    }
    LocalDateTime last = LocalDateTime.ofInstant(capturedAt, ZoneOffset.ofHours(14));
    return read.stream().noneMatch(at -> at.isAfter(last))
        && read.stream().anyMatch(at -> at.isAfter(last.minus(FRESH)));
  }

  /** Those that bear a year. */
  private List<LocalDateTime> read(List<Label.OneOf> dates) {
    var read = new ArrayList<LocalDateTime>();
    for (Label.OneOf date : dates) {
      if (decide(date) instanceof Label.Date whole) {
        read.add(whole.local());
      }
    }
    return read;
  }

  /** The reading of a label in this order; the label itself when there is one reading. */
  public Label decide(Label label) {
    // the grammar reads the month first, then the day
    return label instanceof Label.OneOf one && one.readings().size() == 2
        ? one.readings().get(this == MONTH_FIRST ? 0 : 1)
        : label;
  }
}
