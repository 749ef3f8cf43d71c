package wellhead.server.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import wellhead.schema.Documents;
import wellhead.schema.RecordField;
import wellhead.schema.StoryDocument;
import wellhead.schema.Summary;
import wellhead.schema.SummaryField;
import wellhead.server.search.SegmentMerge.Match;
import wellhead.story.Story;

/**
 * Hands over all matches of a query from one generation. The order depends on the stories alone and
 * not on how the index came about: by time, undated last, ties by id.
 */
final class Export {
  private final IndexSearcher searcher;
  private final SegmentMerge newestFirst;

  Export(IndexSearcher searcher, Query query) throws IOException {
    this.searcher = searcher;
    newestFirst = new SegmentMerge(searcher, query);
  }

  /** Keeps nothing. */
  void newestFirst(ExportSink sink) throws IOException {
    for (Match match = newestFirst.next(); match != null; match = newestFirst.next()) {
      if (!sink.take(found(match))) {
        return;
      }
    }
  }

  /** Keeps where the matches are: about 50 bytes each. */
  void oldestFirst(ExportSink sink) throws IOException {
    var oldestFirst = new ArrayDeque<Match>();
    var sameInstant = new ArrayList<Match>();
    Match match = newestFirst.next();
    while (match != null) {
      sameInstant.clear();
      long instant = match.instant();
      for (; match != null && match.instant() == instant; match = newestFirst.next()) {
        sameInstant.add(match);
      }
      if (instant == Match.UNDATED) {
        oldestFirst.addAll(sameInstant);
      } else {
        sameInstant.reversed().forEach(oldestFirst::addFirst);
      }
    }
    for (Match each : oldestFirst) {
      if (!sink.take(found(each))) {
        return;
      }
    }
  }

  private ExportSink.Found found(Match match) throws IOException {
    LeafReaderContext segment = match.segment();
    Summary summary = SummaryField.read(segment.reader(), match.document());
    return new ExportSink.Found() {
      @Override
      public Summary summary() {
        return summary;
      }

      @Override
      public Set<String> aliases() throws IOException {
        return StoryDocument.aliases(
            new Documents(searcher.getIndexReader()), segment.docBase + match.document());
      }

      @Override
      public Story story() throws IOException {
        return RecordField.read(
            new Documents(searcher.getIndexReader()), segment.docBase + match.document());
      }
    };
  }
}
