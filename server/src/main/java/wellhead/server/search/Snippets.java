package wellhead.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import wellhead.schema.Summary;

/** Makes hits of summaries: adds the snippet, and marks what was asked for. */
final class Snippets {
  /** Characters of a snippet, at most. */
  private static final int MAX_LENGTH = 300;

  private final IndexSearcher searcher;
  private final Query query;
  private final boolean highlight;

  /**
   * @param query what to mark; empty for nothing
   * @param highlight whether hits carry marked text, or the plain snippet only
   */
  Snippets(IndexSearcher searcher, Optional<Query> query, boolean highlight) {
    this.searcher = searcher;
    this.query = query.orElseGet(() -> new MatchNoDocsQuery("nothing to mark"));
    this.highlight = highlight;
  }

  List<SearchResults.Hit> hits(List<Answer.Shown> shown) throws IOException {
    Map<Integer, Summary> summaries =
        shown.stream().collect(Collectors.toMap(Answer.Shown::document, Answer.Shown::summary));
    List<StoryHighlighter.Marked> marked =
        new StoryHighlighter(searcher, summaries)
            .mark(query, shown.stream().map(Answer.Shown::document).toList());
    var hits = new ArrayList<SearchResults.Hit>();
    for (int i = 0; i < shown.size(); i++) {
      hits.add(hit(shown.get(i), marked.get(i)));
    }
    return hits;
  }

  private SearchResults.Hit hit(Answer.Shown shown, StoryHighlighter.Marked marked) {
    Summary summary = shown.summary();
    return new SearchResults.Hit(
        summary.id(),
        summary.kind(),
        shown.score(),
        shown.partial(),
        summary.title(),
        summary.url(),
        summary.source(),
        summary.author(),
        summary.published(),
        summary.firstSeen(),
        summary.lastSeen(),
        summary.sightings(),
        snippet(marked),
        highlight ? title(summary, marked) : null,
        highlight ? body(marked) : List.of(),
        new SearchResults.Provenance(summary.file(), summary.line(), summary.capturedAt()));
  }

  private static String title(Summary summary, StoryHighlighter.Marked marked) {
    return marked.title().isEmpty()
        ? MarkedPassage.escaped(summary.title())
        : marked.title().getFirst().html();
  }

  private static List<String> body(StoryHighlighter.Marked marked) {
    return Stream.concat(marked.takeaways().stream(), marked.body().stream())
        .filter(passage -> passage.matches() > 0)
        .map(MarkedPassage::html)
        .toList();
  }

  /** The passage that fits best, or the beginning of the text. */
  private static @Nullable String snippet(StoryHighlighter.Marked marked) {
    return Stream.of(marked.body(), marked.takeaways())
        .flatMap(passages -> best(passages).stream())
        .max(Comparator.comparing(passage -> passage.matches() > 0))
        .or(() -> best(marked.takeaways()))
        .map(MarkedPassage::plain)
        .map(Snippets::cut)
        .orElse(null);
  }

  private static Optional<MarkedPassage> best(List<MarkedPassage> passages) {
    return passages.stream().max(Comparator.comparingDouble(MarkedPassage::score));
  }

  private static String cut(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int space = text.lastIndexOf(' ', MAX_LENGTH);
    int end =
        space > MAX_LENGTH / 2
            ? space
            : text.offsetByCodePoints(0, text.codePointCount(0, MAX_LENGTH));
    return text.substring(0, end) + "…";
  }
}
