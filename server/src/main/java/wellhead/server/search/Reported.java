package wellhead.server.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import wellhead.schema.EventDocument;
import wellhead.schema.Keyword;
import wellhead.schema.Summary;
import wellhead.schema.SummaryField;

/** The events that the hits of one answer tell of: each is shown by the first hit that does. */
final class Reported {
  private final IndexReader reader;
  private final Set<String> told = new HashSet<>();
  private final Map<String, EventDocument> shown = new HashMap<>();

  /**
   * @param reader of the whole index
   */
  Reported(IndexReader reader) {
    this.reader = reader;
  }

  /** Whether a hit before told of the event that this story tells of. */
  boolean wasTold(String story) {
    return told.contains(story);
  }

  /** A story is shown: whoever tells of the same event was told by it. */
  void show(String story) throws IOException {
    Optional<EventDocument> event = event(story);
    if (event.isPresent()) {
      shown.put(story, event.get());
      event.get().reports().forEach(report -> told.add(report.story()));
    }
  }

  private Optional<EventDocument> event(String story) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      Optional<EventDocument> event = SegmentEvents.of(leaf.reader()).of(story, leaf.reader());
      if (event.isPresent()) {
        return event;
      }
    }
    return Optional.empty();
  }

  /** What is known of the event that a shown story tells of; empty when it tells of none. */
  Optional<SearchResults.Told> of(String story) throws IOException {
    EventDocument event = shown.get(story);
    if (event == null) {
      return Optional.empty();
    }
    SearchResults.Because because = null;
    var others = new ArrayList<SearchResults.Report>();
    Instant since = null;
    for (EventDocument.Report report : event.reports()) {
      var why =
          new SearchResults.Because(report.like(), report.hundredths() / 100.0, report.words());
      Optional<Summary> summary = summary(report.story());
      if (since == null) {
        since = summary.flatMap(Reported::middle).orElse(null);
      }
      if (report.story().equals(story)) {
        because = why;
      } else {
        summary
            .map(s ->
                new SearchResults.Report(
                    s.id(), s.title(), s.source(), s.url(), s.published(), why))
            .ifPresent(others::add);
      }
    }
    return because == null || since == null
        ? Optional.empty()
        : Optional.of(new SearchResults.Told(since, because, others));
  }

  private static Optional<Instant> middle(Summary story) {
    return Optional.ofNullable(story.published()).flatMap(p -> p.interval().midpoint());
  }

  /** Faster than a search: there is one document of an id. */
  private Optional<Summary> summary(String id) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum documents = leaf.reader().postings(Keyword.ID.term(id), PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      while (documents != null && documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(documents.docID())) {
          return Optional.of(SummaryField.read(leaf.reader(), documents.docID()));
        }
      }
    }
    return Optional.empty();
  }

  /** Of the hits of a page. */
  Map<String, SearchResults.Told> of(List<SearchResults.Hit> hits) throws IOException {
    var all = new HashMap<String, SearchResults.Told>();
    for (SearchResults.Hit hit : hits) {
      of(hit.id()).ifPresent(told -> all.put(hit.id(), told));
    }
    return all;
  }
}
