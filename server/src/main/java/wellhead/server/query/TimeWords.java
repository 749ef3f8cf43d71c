package wellhead.server.query;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wellhead.schema.EnergyAnalysis;

/**
 * Reads plain words as a window, where they can be meant as the time of publication: {@code opec
 * last week} is {@code opec after:2025-06-30T00:00:00Z before:2025-07-07T00:00:00Z}.
 *
 * <p>Words that count back from now can be meant so anywhere, a date only in a short query or
 * behind "published" and the like: in a sentence it tells when something happened, and is words.
 * Words in quotes, behind a field or inside brackets are left alone.
 */
public final class TimeWords {
  /** Words beside a date, those that hold a sentence together left out. */
  private static final int SHORT = 4;

  private static final Set<String> PUBLISHED =
      Set.of("published", "posted", "reported", "written", "dated", "filed");

  private static final Set<String> STORIES =
      Set.of("stories", "story", "articles", "article", "news", "headlines", "reports");

  /** Another day for each text that says them. */
  private static final Set<String> PASSING =
      Set.of("today", "tonight", "yesterday", "morning", "afternoon", "evening");

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
    boolean isShort = isShort(parts, phrases);
    for (QueryNode part : parts) {
      if (part instanceof QueryNode.Words words) {
        var rest = new ArrayList<String>();
        for (Window found : take(words.text(), phrases, isShort, rest, taken)) {
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
    QueryNode root =
        kept.isEmpty()
            ? new QueryNode.Everything()
            : kept.size() == 1 ? kept.getFirst() : new QueryNode.All(kept);
    return new ParsedQuery(
        root,
        query.warnings(),
        new TimeReading(String.join(" ", taken), literal(taken), window.since, window.until));
  }

  private static Optional<String> literal(List<String> taken) {
    boolean passing =
        taken.stream()
            .map(word ->
                word.toLowerCase(Locale.ROOT).replaceFirst("(?:['’]s)?(?<![,.?!;])[,.?!;]*+$", ""))
            .anyMatch(PASSING::contains);
    return passing ? Optional.empty() : Optional.of(String.join(" ", taken));
  }

  private static boolean isShort(List<QueryNode> parts, TimePhrases phrases) {
    var rest = new ArrayList<String>();
    for (QueryNode part : parts) {
      if (part instanceof QueryNode.Words words) {
        take(words.text(), phrases, true, rest, new ArrayList<>());
      } else {
        rest.addAll(QueryWords.of(part));
      }
    }
    return rest.stream()
            .flatMap(text -> EnergyAnalysis.terms(text).stream())
            .filter(term -> !FunctionWords.contain(term) && !RequestWords.contain(term))
            .count()
        <= SHORT;
  }

  /** Splits words into those of time and the rest. */
  private static List<Window> take(
      String text, TimePhrases phrases, boolean isShort, List<String> rest, List<String> taken) {
    List<String> words = List.of(text.split(" "));
    var windows = new ArrayList<Window>();
    int at = 0;
    while (at < words.size()) {
      Optional<TimePhrases.Phrase> phrase = phrases.at(words, at);
      boolean published = !rest.isEmpty() && isOne(PUBLISHED, rest.getLast());
      if (phrase.isPresent() && (isShort || published || phrase.get().countsFromNow())) {
        if (published) {
          taken.add(rest.removeLast());
          if (!rest.isEmpty() && isOne(STORIES, rest.getLast())) {
            rest.removeLast(); // all are stories
          }
        }
        windows.add(new Window(phrase.get().since(), phrase.get().until()));
        taken.addAll(words.subList(at, at + phrase.get().length()));
        at += phrase.get().length();
      } else {
        rest.add(words.get(at++));
      }
    }
    return windows;
  }

  private static boolean isOne(Set<String> words, String word) {
    return words.contains(word.toLowerCase(Locale.ROOT));
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
