package wellhead.server.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;
import wellhead.schema.EnergyAnalysis;
import wellhead.schema.Summary;
import wellhead.schema.TextField;

/** Cuts passages out of stories and marks what was asked for, from the offsets in the postings. */
final class StoryHighlighter extends UnifiedHighlighter {
  private static final String TITLE = TextField.TITLE.field();
  private static final String[] TITLES = {TITLE};
  private static final String[] TEXTS = {TextField.TAKEAWAYS.field(), TextField.BODY.field()};

  private static final Set<String> STORED =
      Set.of(TextField.TAKEAWAYS.field(), TextField.BODY.field());

  /** Characters of a passage, about. */
  private static final int PASSAGE_LENGTH = 160;

  /** Characters of a field that are looked at. */
  private static final int MAX_LENGTH = 1_000_000;

  private final Map<Integer, Summary> summaries;

  /**
   * @param summaries by document number; gives the titles, which are not stored
   */
  StoryHighlighter(IndexSearcher searcher, Map<Integer, Summary> summaries) {
    super(
        UnifiedHighlighter.builder(searcher, EnergyAnalysis.WRITING)
            .withMaxLength(MAX_LENGTH)
            // one weight a document costs twice as much, and marks a phrase as one piece at best
            .withWeightMatches(false));
    this.summaries = summaries;
  }

  /**
   * The marked passages of each document.
   *
   * @param documents in any order; the answer has the same
   */
  List<Marked> mark(Query query, List<Integer> documents) throws IOException {
    int[] all = documents.stream().mapToInt(Integer::intValue).toArray();
    Object[] titles =
        highlightFieldsAsObjects(TITLES.clone(), query, all, new int[] {1}).get(TITLE);
    var told = new ArrayList<Integer>();
    for (int document : documents) {
      if (hasText(document)) {
        told.add(document);
      }
    }
    // headlines have no text: most pages need not be looked through for any
    int[] articles = told.stream().mapToInt(Integer::intValue).toArray();
    Map<String, Object[]> texts =
        articles.length == 0
            ? Map.of()
            : highlightFieldsAsObjects(TEXTS.clone(), query, articles, new int[] {1, 3});
    var marked = new ArrayList<Marked>();
    int article = 0;
    for (int i = 0; i < all.length; i++) {
      boolean hasText = told.contains(all[i]);
      marked.add(
          new Marked(
              passages(titles, i),
              hasText ? passages(texts.get(TEXTS[0]), article) : List.of(),
              hasText ? passages(texts.get(TEXTS[1]), article) : List.of()));
      article += hasText ? 1 : 0;
    }
    return marked;
  }

  /** Whether there is more than a title: a body, or key points without one. */
  private boolean hasText(int document) throws IOException {
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
    for (String field : TEXTS) {
      NumericDocValues lengths = segment.reader().getNormValues(field);
      if (lengths != null && lengths.advanceExact(document - segment.docBase)) {
        return true;
      }
    }
    return false;
  }

  private Summary summary(int document) {
    return Objects.requireNonNull(summaries.get(document), "a hit");
  }

  /** Lucene gives null where nothing is marked. */
  private static List<MarkedPassage> passages(
      @Nullable Object @Nullable [] formatted, int document) {
    Object passages = formatted == null ? null : formatted[document];
    return passages == null ? List.of() : ((Passages) passages).of();
  }

  /**
   * What was found in a story.
   *
   * @param body when nothing in it was asked for, its beginning
   */
  record Marked(
      List<MarkedPassage> title, List<MarkedPassage> takeaways, List<MarkedPassage> body) {}

  private record Passages(List<MarkedPassage> of) {}

  @Override
  protected PassageFormatter getFormatter(String field) {
    return new PassageFormatter() {
      @Override
      public Object format(Passage[] passages, String content) {
        var formatted = new ArrayList<MarkedPassage>();
        for (var passage : passages) {
          formatted.add(MarkedPassage.of(passage, content));
        }
        return new Passages(formatted);
      }
    };
  }

  @Override
  protected BreakIterator getBreakIterator(String field) {
    return field.equals(TITLE)
        ? new WholeBreakIterator()
        : LengthGoalBreakIterator.createClosestToLength(
            BreakIterator.getSentenceInstance(Locale.ROOT), PASSAGE_LENGTH, 0.5f);
  }

  @Override
  protected int getMaxNoHighlightPassages(String field) {
    return 1;
  }

  @Override
  protected List<CharSequence[]> loadFieldValues(
      String[] fields, DocIdSetIterator documents, int cacheCharsThreshold) throws IOException {
    var values = new ArrayList<CharSequence[]>();
    for (int document = documents.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = documents.nextDoc()) {
      values.add(values(fields, document));
    }
    return values;
  }

  private CharSequence[] values(String[] fields, int document) throws IOException {
    if (fields.length == 1 && fields[0].equals(TITLE)) {
      return new CharSequence[] {summary(document).title()};
    }
    Document stored = searcher.storedFields().document(document, STORED);
    var values = new CharSequence[fields.length];
    for (int i = 0; i < fields.length; i++) {
      String[] parts = stored.getValues(fields[i]);
      if (parts.length > 0) {
        values[i] = String.join(String.valueOf(MULTIVAL_SEP_CHAR), parts);
      }
    }
    return values;
  }
}
