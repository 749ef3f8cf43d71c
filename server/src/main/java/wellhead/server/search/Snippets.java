package wellhead.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import wellhead.schema.Summary;
import wellhead.schema.TextField;
import wellhead.server.query.Sought;

/** Makes hits of summaries: adds the snippet, and marks what was asked for. */
final class Snippets {
  /** Passages of a body, and of all takeaways together, at most. */
  private static final int MAX_PASSAGES = 3;

  private static final int MAX_TAKEAWAYS = 1;

  private static final Comparator<MarkedPassage> BEST_FIRST =
      Comparator.comparingDouble(MarkedPassage::score).reversed();

  private static final Set<String> STORED =
      Set.of(TextField.TAKEAWAYS.field(), TextField.BODY.field());

  private final IndexSearcher searcher;
  private final boolean highlight;
  private final BooleanSupplier isOver;
  private final boolean anything;
  private final Finder inTitles;
  private final Finder inTakeaways;
  private final Finder inBodies;

  /**
   * @param sought what to mark; empty for nothing
   * @param highlight whether hits carry marked text, or the plain snippet only
   * @param isOver whether there is no more time; of further hits only the titles are marked
   */
  Snippets(IndexSearcher searcher, List<Sought> sought, boolean highlight, BooleanSupplier isOver) {
    this.searcher = searcher;
    this.highlight = highlight;
    this.isOver = isOver;
    anything = !sought.isEmpty();
    inTitles = new Finder(sought, TextField.TITLE);
    inTakeaways = new Finder(sought, TextField.TAKEAWAYS);
    inBodies = new Finder(sought, TextField.BODY);
  }

  List<SearchResults.Hit> hits(List<Answer.Shown> shown) throws IOException {
    StoredFields stored = searcher.storedFields();
    var hits = new ArrayList<SearchResults.Hit>();
    for (Answer.Shown one : shown) {
      hits.add(hit(one, stored));
    }
    return hits;
  }

  private SearchResults.Hit hit(Answer.Shown shown, StoredFields stored) throws IOException {
    Summary summary = shown.summary();
    List<MarkedPassage> takeaways = List.of();
    List<MarkedPassage> body = List.of();
    // most headlines have no text, and reading one costs more than the rest of a hit
    if (!isOver.getAsBoolean() && hasText(shown.document())) {
      Document text = stored.document(shown.document(), STORED);
      takeaways = passages(shown.document(), TextField.TAKEAWAYS, inTakeaways, text, MAX_TAKEAWAYS);
      body = passages(shown.document(), TextField.BODY, inBodies, text, MAX_PASSAGES);
    }
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
        snippet(takeaways, body),
        highlight ? title(shown) : null,
        highlight ? marked(takeaways, body) : List.of(),
        new SearchResults.Provenance(summary.file(), summary.line(), summary.capturedAt()));
  }

  private boolean hasText(int document) throws IOException {
    LeafReaderContext segment = segment(document);
    int inSegment = document - segment.docBase;
    return TextField.TAKEAWAYS.isIn(segment.reader(), inSegment)
        || TextField.BODY.isIn(segment.reader(), inSegment);
  }

  private LeafReaderContext segment(int document) {
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    return segments.get(ReaderUtil.subIndex(document, segments));
  }

  private String title(Answer.Shown shown) throws IOException {
    String title = shown.summary().title();
    return MarkedPassage.html(
        title, found(shown.document(), TextField.TITLE, inTitles, List.of(title)).getFirst());
  }

  /** The best passages of a field, in the order of its texts; where nothing fits, the beginning. */
  private List<MarkedPassage> passages(
      int document, TextField field, Finder finder, Document stored, int most) throws IOException {
    List<String> texts = List.of(stored.getValues(field.field()));
    if (texts.isEmpty()) {
      return List.of();
    }
    List<List<Finder.Found>> found = found(document, field, finder, texts);
    var passages = new ArrayList<MarkedPassage>();
    for (int i = 0; i < texts.size(); i++) {
      passages.addAll(Passages.of(texts.get(i), found.get(i), most));
    }
    List<MarkedPassage> fitting = passages.stream().filter(p -> p.matches() > 0).toList();
    if (fitting.isEmpty()) {
      return passages.subList(0, Math.min(1, passages.size()));
    }
    Set<MarkedPassage> best =
        fitting.stream().sorted(BEST_FIRST).limit(most).collect(Collectors.toSet());
    return fitting.stream().filter(best::contains).toList();
  }

  private List<List<Finder.Found>> found(
      int document, TextField field, Finder finder, List<String> texts) throws IOException {
    if (!anything) {
      return texts.stream().map(text -> List.<Finder.Found>of()).toList();
    }
    LeafReaderContext segment = segment(document);
    return field.tokens(segment.reader(), document - segment.docBase, texts).stream()
        .map(finder::in)
        .toList();
  }

  private static List<String> marked(List<MarkedPassage> takeaways, List<MarkedPassage> body) {
    return Stream.concat(takeaways.stream(), body.stream())
        .filter(passage -> passage.matches() > 0)
        .map(MarkedPassage::html)
        .toList();
  }

  /** The passage that fits best, or the beginning of the text. */
  private static @Nullable String snippet(List<MarkedPassage> takeaways, List<MarkedPassage> body) {
    return Stream.of(body, takeaways)
        .flatMap(passages -> best(passages).stream())
        .max(Comparator.comparing(passage -> passage.matches() > 0))
        .map(MarkedPassage::plain)
        .orElse(null);
  }

  private static Optional<MarkedPassage> best(List<MarkedPassage> passages) {
    return passages.stream().min(BEST_FIRST);
  }
}
