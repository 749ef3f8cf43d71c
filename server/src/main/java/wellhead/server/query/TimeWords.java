package wellhead.server.query;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain words as a window, where they can hardly mean anything else: {@code opec last week}
 * is {@code opec ((after:2025-06-30T00:00:00Z before:2025-07-07T00:00:00Z) OR (last week))}. So
 * stories of that time match, and so do stories that have the words themselves.
 *
 * <p>Words in quotes, behind a field or inside brackets are left alone.
 */
public final class TimeWords {
  private TimeWords() {}

  /**
   * The query with its time words read.
   *
   * @param now what the words count back from
   * @param zone where days begin
   */
  public static ParsedQuery read(ParsedQuery query, Instant now, ZoneId zone) {
    var phrases = new TimePhrases(now, zone);
    var kept = new ArrayList<QueryNode>();
    var taken = new ArrayList<String>();
    @Nullable Window window = null;
    List<QueryNode> parts =
        query.root() instanceof QueryNode.All all ? all.of() : List.of(query.root());
    for (QueryNode part : parts) {
      if (part instanceof QueryNode.Words words) {
        var rest = new ArrayList<String>();
        for (Window found : take(words.text(), phrases, rest, taken)) {
          window = window == null ? found : window.and(found);
        }
        if (!rest.isEmpty()) {
          kept.add(new QueryNode.Words(String.join(" ", rest)));
        }
      } else {
        kept.add(part);
      }
    }
    if (window == null || window.isEmpty()) {
      return query;
    }
    var reading = new TimeReading(String.join(" ", taken), window.since, window.until);
    kept.add(either(reading));
    QueryNode root = kept.size() == 1 ? kept.getFirst() : new QueryNode.All(kept);
    return new ParsedQuery(root, query.warnings(), reading);
  }

  /** Splits words into those of time and the rest. */
  private static List<Window> take(
      String text, TimePhrases phrases, List<String> rest, List<String> taken) {
    List<String> words = List.of(text.split(" "));
    var windows = new ArrayList<Window>();
    int at = 0;
    while (at < words.size()) {
      Optional<TimePhrases.Phrase> phrase = phrases.at(words, at);
      if (phrase.isPresent()) {
        windows.add(new Window(phrase.get().since(), phrase.get().until()));
        taken.addAll(words.subList(at, at + phrase.get().length()));
        at += phrase.get().length();
      } else {
        rest.add(words.get(at++));
      }
    }
    return windows;
  }

  private static QueryNode either(TimeReading reading) {
    List<QueryNode> bounds =
        Stream.of(
                Optional.ofNullable(reading.since()).map(QueryNode.After::new),
                Optional.ofNullable(reading.until()).map(QueryNode.Before::new))
            .<QueryNode>flatMap(Optional::stream)
            .toList();
    return new QueryNode.Any(
        List.of(
            bounds.size() == 1 ? bounds.getFirst() : new QueryNode.All(bounds),
            new QueryNode.Words(reading.words())));
  }

  private record Window(@Nullable Instant since, @Nullable Instant until) {
    Window and(Window other) {
      return new Window(
          since == null || (other.since != null && other.since.isAfter(since))
              ? other.since
              : since,
          until == null || (other.until != null && other.until.isBefore(until))
              ? other.until
              : until);
    }

    boolean isEmpty() {
      return since != null && until != null && !since.isBefore(until);
    }
  }
}
