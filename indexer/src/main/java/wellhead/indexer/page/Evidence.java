package wellhead.indexer.page;

import static wellhead.indexer.page.Feature.*;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.Row.Kind;

/**
 * Counts what speaks for and against a line's being a headline: its list's, its own, what is near.
 */
final class Evidence {
  private static final int LINES_NEAR = 6;
  private static final int HEADING_REACH = 60;
  private static final int FORUM_REACH = 12;
  private static final int MOST_PHRASES = 3;
  private static final int FEWEST_OF_SORTED = 5;
  private static final double SORTED = 2;
  private static final double SURELY_SORTED = 4;
  private static final double MOST_ORDER = 6;

  /** Of what the blocks of a page are proposed to be, for its rows. */
  record Spans(BitSet closed, BitSet cards, int title) {}

  /** A list whose ages are in order: how surely, in nats, and whether they are in its lines. */
  private record Sorted(ListCandidate list, double order, boolean inline) {}

  private final Signs signs;
  private final List<Row> rows;
  private final Spans spans;
  private final Map<String, Integer> printed = new HashMap<>();
  private final List<Sorted> sorted = new ArrayList<>();
  private final Structure structure;

  private Evidence(Signs signs, Structure structure, Spans spans) {
    this.signs = signs;
    this.structure = structure;
    this.rows = signs.rows();
    this.spans = spans;
  }

  /** What was counted of each row of each list. */
  static Map<Integer, Counted> of(
      Signs signs, Records records, List<ListCandidate> lists, Spans spans) {
    Evidence evidence = new Evidence(signs, records.structure(), spans);
    for (ListCandidate list : lists) {
      list.rows().forEach(c -> evidence.printed.merge(signs.folded(c), 1, Integer::sum));
      double order = AgeOrder.evidence(list.ages());
      if (list.ages().size() >= FEWEST_OF_SORTED && order > SORTED) {
        evidence.sorted.add(new Sorted(list, order, isInline(list)));
      }
    }
    Map<Integer, Counted> counted = new HashMap<>();
    for (ListCandidate list : lists) {
      Counted ofList = evidence.ofList(list);
      for (Candidate candidate : list.rows()) {
        Counted f = signs.of(candidate).plus(ofList);
        evidence.ofLine(candidate, records, f);
        counted.put(candidate.row(), f);
      }
    }
    return counted;
  }

  private Counted ofList(ListCandidate list) {
    Counted f = new Counted();
    int n = list.size();
    List<Candidate> members = list.rows();
    List<Double> ages = list.ages();
    double order = Math.clamp(AgeOrder.evidence(ages), -MOST_ORDER, MOST_ORDER);
    f.set(BIAS, 1);
    f.set(TEXT, rows.get(members.getFirst().row()).line().place() == null);
    f.set(LIST_SIZE, Math.log(Math.min(n, 30)));
    f.set(LIST_ALONE, n == 1);
    f.set(LIST_SHARE_AGED, share(list, Candidate::isAged));
    f.set(LIST_SHARE_DATED, share(list, Candidate::isDated));
    f.set(LIST_SORTED, Math.max(0, order) / 3);
    heading(members.getFirst().row(), f);
    // what is read most is printed in that order
    double shuffled = f.get(HEAD_POPULAR) > 0 ? 0 : Math.max(0, -order) / 3;
    boolean inline = isInline(list);
    f.set(LIST_SHUFFLED, shuffled);
    f.set(LIST_SHUFFLED_BESIDE_SORTED, isBesideSorted(list, inline) ? shuffled : 0);
    f.set(LIST_SHUFFLED_INLINE, inline ? shuffled : 0);
    double mean = members.stream().mapToInt(c -> c.words().size()).average().orElse(0);
    double variance =
        members.stream().mapToDouble(c -> Math.pow(c.words().size() - mean, 2)).average().orElse(0);
    f.set(LIST_SPREAD, Math.min(Math.sqrt(variance), 6) / 5);
    f.set(LIST_SHORT, share(list, c -> c.words().size() < 4));
    f.set(
        LIST_FUNCTION,
        3
            * members.stream()
                .mapToDouble(c -> Signs.shareOf(c.words(), Looks::isFunction))
                .average()
                .orElse(0));
    f.set(LIST_REGULAR, regular(members));
    f.set(LIST_READER, share(list, c -> signs.has(c, READER)));
    f.set(LIST_INTERFACE, share(list, c -> signs.has(c, INTERFACE_ANY)));
    f.set(LIST_PRICE, share(list, c -> signs.has(c, PRICES)));
    f.set(LIST_STOPS, share(list, c -> c.title().endsWith(".")));
    f.set(LIST_EXCLAIMS, share(list, c -> c.title().endsWith("!")));
    f.set(LIST_LINKS, share(list, c -> signs.has(c, LINK)));
    f.set(LIST_TEASERS, share(list, c -> signs.isProse(c.row() + 1)));
    f.set(LIST_REFRAIN, n > 2 ? refrain(members) : 0);
    f.set(LIST_FIRST_WORD, n > 2 ? firstWord(members) : 0);
    f.set(LIST_FORUM, forumPhrases(members));
    if (f.get(HEAD_FORUM) > 0) {
      f.set(SHUFFLED_BELOW_FORUM, shuffled);
    }
    return f;
  }

  /** A longer list of the page, its labels on the same side, is sorted as this one is not. */
  private boolean isBesideSorted(ListCandidate list, boolean inline) {
    return sorted.stream()
        .anyMatch(other ->
            other.list().size() >= list.size()
                && ((inline && other.inline()) || other.order() > SURELY_SORTED)
                && !other.list().equals(list));
  }

  private static boolean isInline(ListCandidate list) {
    return list.rows().stream().filter(c -> c.side().isInline()).count() * 2 > list.size();
  }

  private static double regular(List<Candidate> members) {
    Map<Integer, Integer> gaps = new HashMap<>();
    for (int i = 1; i < members.size(); i++) {
      gaps.merge(members.get(i).row() - members.get(i - 1).row(), 1, Integer::sum);
    }
    return gaps.values().stream().mapToInt(n -> n).max().orElse(0)
        / Math.max(1.0, members.size() - 1.0);
  }

  /** How many different phrases of forums stand near the list; one alone is a tab. */
  private double forumPhrases(List<Candidate> members) {
    int from = Math.max(0, members.getFirst().row() - FORUM_REACH);
    int to = Math.min(rows.size(), members.getLast().row() + FORUM_REACH);
    long phrases =
        rows.subList(from, to).stream()
            .filter(row -> row.says(Cue.FORUM))
            .map(Row::text)
            .distinct()
            .limit(MOST_PHRASES + 1L)
            .count();
    return Math.max(0, phrases - 1) / (double) MOST_PHRASES;
  }

  private static double refrain(List<Candidate> members) {
    Map<String, Integer> times = new HashMap<>();
    members.forEach(c -> times.merge(NUMBER.matcher(c.title()).replaceAll("0"), 1, Integer::sum));
    int most = times.values().stream().mapToInt(n -> n).max().orElse(0);
    return most < 3 ? 0 : most / (double) members.size();
  }

  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");

  private static double firstWord(List<Candidate> members) {
    Map<String, Integer> first = new HashMap<>();
    members.forEach(
        c -> first.merge(c.words().getFirst().toLowerCase(Locale.ROOT), 1, Integer::sum));
    return first.values().stream().mapToInt(n -> n).max().orElse(0) / (double) members.size();
  }

  /** The nearest heading above that is known, unless a short line that stands alone ends it. */
  private void heading(int first, Counted f) {
    for (int i = first - 1; i >= Math.max(0, first - HEADING_REACH); i--) {
      Row row = rows.get(i);
      if (row.heads() || row.says(Cue.TAKEAWAYS)) {
        Feature feature = heading(Objects.requireNonNull(row.cue()).cue());
        if (feature != null) {
          f.set(feature, 1 / (1 + Math.max(0, first - i - 3) / 10.0));
        }
        return;
      }
      if (row.is(Kind.OTHER) && row.line().isolated() && !row.line().bulleted() && first - i > 1) {
        return;
      }
    }
  }

  private static @Nullable Feature heading(Cue cue) {
    return switch (cue) {
      case TAIL -> HEAD_TAIL;
      case NEWS -> HEAD_NEWS;
      case POPULAR -> HEAD_POPULAR;
      case RELATED -> HEAD_RELATED;
      case FORUM -> HEAD_FORUM;
      case SPONSORED -> HEAD_SPONSORED;
      case COMMENTS -> HEAD_COMMENTS;
      case LEGAL -> HEAD_LEGAL;
      case TAKEAWAYS -> HEAD_TAKEAWAYS;
      case NOISE,
          BYLINE,
          CREDIT,
          READING_TIME,
          FIELD_TITLE,
          FIELD_AUTHOR,
          FIELD_DATE,
          FIELD_URL,
          FIELD_SUMMARY,
          FIELD_BODY ->
          null;
    };
  }

  private void ofLine(Candidate candidate, Records records, Counted f) {
    int i = candidate.row();
    Row row = rows.get(i);
    f.set(AGED, candidate.isAged());
    f.set(DATED, candidate.isDated());
    f.set(BESIDE_HEADING, structure.isBesideHeading(i));
    f.set(BESIDE_HEADING_PLAIN, structure.isBesideHeading(i) && !row.line().isLink());
    f.set(SAME_LINK, structure.hasBetterOfLink(i));
    f.set(SAME_LINK_AS_HEADING, structure.isBesideHeading(i) && structure.hasBetterOfLink(i));
    f.set(UNLINKED, structure.isOfLinks() && row.line().place() != null && !row.line().leads());
    f.set(TEASER, records.teasers().get(i));
    f.set(AUTHOR_CARD, spans.cards().get(i));
    f.set(REPEATED, printed.getOrDefault(signs.folded(candidate), 0) > 1);
    f.set(LABEL_BELOW, candidate.labelRow() == i + 1);
    f.set(
        MACHINE_TIME,
        candidate.labelRow() >= 0 && rows.get(candidate.labelRow()).line().machineDate() != null);
    f.set(UNLABELLED, candidate.label() == null ? labelledNear(records, i) : 0);
    f.set(ALONE_UNLABELLED, f.get(LIST_ALONE) * f.get(UNLABELLED));
    f.set(ABOVE_ARTICLE, i < spans.title() && spans.title() - i <= LINES_NEAR);
  }

  private double labelledNear(Records records, int row) {
    int titles = 0;
    int labelled = 0;
    for (int j = row - Records.ROWS_APART; j <= row + Records.ROWS_APART; j++) {
      Candidate other = j == row ? null : records.at(j);
      if (other != null && (other.label() != null || rows.get(j).titleLike())) {
        titles++;
        labelled += other.label() == null ? 0 : 1;
      }
    }
    return titles == 0 ? 0 : (double) labelled / titles;
  }

  private static double share(ListCandidate list, Predicate<Candidate> has) {
    return (double) list.rows().stream().filter(has).count() / list.size();
  }
}
