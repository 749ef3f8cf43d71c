package wellhead.server.alert;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wellhead.schema.Summary;
import wellhead.server.search.ExportSink;
import wellhead.server.search.SearchEngine;
import wellhead.server.search.SearchRequest;
import wellhead.server.search.SearchResults;

/**
 * What an alert finds that it does not know: every full match whose id, and those that it took the
 * place of, are unknown to it.
 */
final class Findings implements ExportSink {
  private final Known known;
  private final boolean onChange;

  /** New stories, newest first. */
  final Map<String, Summary> news = new LinkedHashMap<>();

  /** Stories that are otherwise than they were, newest first. */
  final Map<String, Summary> changes = new LinkedHashMap<>();

  /** What the alert is to know from now on, besides what it knows. */
  final Map<String, String> learnt = new TreeMap<>();

  private Findings(Known known, boolean onChange) {
    this.known = known;
    this.onChange = onChange;
  }

  static Findings of(SearchEngine engine, SearchRequest request, Known known, boolean onChange)
      throws IOException {
    var findings = new Findings(known, onChange);
    engine.export(request, findings);
    return findings;
  }

  @Override
  public void begin(SearchResults.IndexState index) {}

  @Override
  public boolean take(Found found) throws IOException {
    Summary story = found.summary();
    String now = News.fingerprint(story);
    String before = known.stories().get(story.id());
    if (before == null) {
      before = byAlias(found);
      learnt.put(story.id(), now);
    }
    if (before == null) {
      news.put(story.id(), story);
    } else if (onChange && !before.equals(now)) {
      changes.put(story.id(), story);
      learnt.put(story.id(), now);
    }
    return true;
  }

  /** What is known of one of the stories that this one took the place of. */
  private @Nullable String byAlias(Found found) throws IOException {
    for (String alias : found.aliases()) {
      String before = known.stories().get(alias);
      if (before != null) {
        return before;
      }
    }
    return null;
  }
}
