package wellhead.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import wellhead.indexer.event.Chains;
import wellhead.indexer.event.Event;
import wellhead.indexer.event.Telling;
import wellhead.schema.DocumentType;
import wellhead.schema.EventDocument;
import wellhead.schema.PublishedField;
import wellhead.schema.Summary;
import wellhead.schema.SummaryField;

/**
 * Groups the stories of the days that a run changed by event again. The last thing before a commit;
 * the cost follows the days that were changed, not the size of the index.
 *
 * <p>Whether two stories are alike hangs on them and on the days around them; so all stories within
 * {@value #REACH} days of a change are grouped again, with all that a chain of likeness joins to
 * them.
 */
final class EventMerge {
  /**
   * A change is felt by the words' rarity a day before and behind, and there by pairs that are two
   * days apart.
   */
  private static final int REACH = 3;

  /** Days that must be known beyond a story for its pairs: two, and one for their rarity. */
  private static final int MARGIN = 3;

  /** So many days are looked at together: more need more memory, fewer look at days again. */
  private static final int TOGETHER = 14;

  private final OpenIndex index;
  private final TreeMap<Long, List<Telling>> known = new TreeMap<>();
  private final Set<EventDocument> outdated = new LinkedHashSet<>();
  private final Set<EventDocument> current = new LinkedHashSet<>();

  private EventMerge(OpenIndex index) {
    this.index = index;
  }

  /** Writes the events of what was touched. */
  static void settle(OpenIndex index, Touched touched) throws IOException {
    index.refresh();
    var merge = new EventMerge(index);
    merge.compare(touched.gone(), List.of());
    for (List<Long> days : pieces(touched.days())) {
      merge.group(days.getFirst(), days.getLast());
    }
    merge.write();
  }

  /** All days within reach of some, in pieces of days that follow each other. */
  private static List<List<Long>> pieces(SortedSet<Long> touched) {
    var days = new TreeSet<Long>();
    for (long day : touched) {
      for (long near = day - REACH; near <= day + REACH; near++) {
        days.add(near);
      }
    }
    var pieces = new ArrayList<List<Long>>();
    for (long day : days) {
      List<Long> last = pieces.isEmpty() ? List.of() : pieces.getLast();
      if (last.isEmpty() || last.getLast() != day - 1 || last.size() == TOGETHER) {
        last = new ArrayList<>();
        pieces.add(last);
      }
      last.add(day);
    }
    return pieces;
  }

  /** Groups the stories of some days, and those that are joined to them by a chain. */
  private void group(long first, long last) throws IOException {
    long from = first - 2 * MARGIN;
    long to = last + 2 * MARGIN;
    known.headMap(from).clear();
    while (true) {
      load(from, to);
      var chains = new Chains(known.subMap(from, true, to, true).values());
      Set<Telling> joined = chains.joinedTo(first, last);
      long earliest = joined.stream().mapToLong(Telling::day).min().orElse(first);
      long latest = joined.stream().mapToLong(Telling::day).max().orElse(last);
      if (earliest - MARGIN < from || latest + MARGIN > to) {
        from = Math.min(from, earliest - 2 * MARGIN);
        to = Math.max(to, latest + 2 * MARGIN);
        continue;
      }
      compare(
          joined.stream().map(Telling::id).toList(),
          chains.events(joined).stream().map(EventMerge::document).toList());
      return;
    }
  }

  private void load(long from, long to) throws IOException {
    for (long day = from; day <= to; day++) {
      if (!known.containsKey(day)) {
        long end = day;
        while (end < to && !known.containsKey(end + 1)) {
          end++;
        }
        read(day, end);
      }
    }
  }

  private void read(long from, long to) throws IOException {
    Query stories =
        new BooleanQuery.Builder()
            .add(DocumentType.STORY.query(), Occur.FILTER)
            .add(
                PublishedField.possiblyIn(Touched.begin(from), Touched.begin(to + 1)), Occur.FILTER)
            .build();
    var summaries = new ArrayList<Summary>();
    index.each(
        stories, (fields, leaf, doc) -> summaries.add(SummaryField.read(leaf.reader(), doc)));
    Map<Long, List<Telling>> byDay =
        index.hands().each(summaries, Telling::of).stream()
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(Telling::day));
    for (long day = from; day <= to; day++) {
      known.put(day, byDay.getOrDefault(day, List.of()));
    }
  }

  private static EventDocument document(Event event) {
    return new EventDocument(
        event.reports().stream()
            .map(report ->
                new EventDocument.Report(
                    report.telling().id(),
                    report.like(),
                    (int) Math.round(100 * report.likeness()),
                    report.words()))
            .toList());
  }

  /** What the index has of these stories' events, and what it is to have. */
  private void compare(Collection<String> stories, List<EventDocument> events) throws IOException {
    index.each(
        EventDocument.ofAny(stories),
        (fields, leaf, doc) -> outdated.add(EventDocument.read(leaf.reader(), doc)));
    current.addAll(events);
  }

  private void write() throws IOException {
    var same = new HashSet<>(outdated);
    same.retainAll(current);
    for (EventDocument event : outdated) {
      if (!same.contains(event)) {
        index.delete(event.term());
      }
    }
    for (EventDocument event : current) {
      if (!same.contains(event)) {
        index.add(event.toDocument());
      }
    }
  }
}
