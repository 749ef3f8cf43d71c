package wellhead.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import wellhead.schema.KeptText;
import wellhead.schema.KeptTexts;
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

  private final IndexSearcher searcher;
  private final boolean highlight;
  private final BooleanSupplier isOver;
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
    inTitles = new Finder(sought, TextField.TITLE);
    inTakeaways = new Finder(sought, TextField.TAKEAWAYS);
    inBodies = new Finder(sought, TextField.BODY);
  }

  List<SearchResults.Hit> hits(List<Answer.Shown> shown) throws IOException {
    var hits = new SearchResults.Hit[shown.size()];
    LeafReaderContext segment = null;
    KeptTexts texts = null;
    for (int i : byDocument(shown)) {
      Answer.Shown one = shown.get(i);
      LeafReaderContext its = segment(one.document());
      if (texts == null || its != segment) {
        segment = its;
        texts = new KeptTexts(its.reader());
      }
      hits[i] = hit(one, texts, one.document() - its.docBase);
    }
    return List.of(hits);
  }

  /** The places of the hits, in the order in which texts can be read. */
  private static int[] byDocument(List<Answer.Shown> shown) {
    return IntStream.range(0, shown.size())
        .boxed()
        .sorted(Comparator.comparingInt(i -> shown.get(i).document()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private LeafReaderContext segment(int document) {
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    return segments.get(ReaderUtil.subIndex(document, segments));
  }

  private SearchResults.Hit hit(Answer.Shown shown, KeptTexts texts, int inSegment)
      throws IOException {
    Summary summary = shown.summary();
    List<MarkedPassage> takeaways = List.of();
    List<MarkedPassage> body = List.of();
    if (!isOver.getAsBoolean()) {
      takeaways = passages(texts.takeaways(inSegment), inTakeaways, MAX_TAKEAWAYS);
      body = passages(texts.body(inSegment), inBodies, MAX_PASSAGES);
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
        highlight ? title(summary.title(), texts, inSegment) : null,
        highlight ? marked(takeaways, body) : List.of(),
        new SearchResults.Provenance(summary.file(), summary.line(), summary.capturedAt()));
  }

  private String title(String title, KeptTexts texts, int inSegment) throws IOException {
    return MarkedPassage.html(title, inTitles.in(texts.title(inSegment, title)));
  }

  /** The best passages of a field, in the order of its texts; where nothing fits, the beginning. */
  private static List<MarkedPassage> passages(List<KeptText> texts, Finder finder, int most) {
    var passages = new ArrayList<MarkedPassage>();
    for (KeptText text : texts) {
      passages.addAll(
          Passages.of(text.text(), text.sentenceEnds(), finder.in(text.tokens()), most));
    }
    List<MarkedPassage> fitting = passages.stream().filter(p -> p.matches() > 0).toList();
    if (fitting.isEmpty()) {
      return passages.subList(0, Math.min(1, passages.size()));
    }
    Set<MarkedPassage> best =
        fitting.stream().sorted(BEST_FIRST).limit(most).collect(Collectors.toSet());
    return fitting.stream().filter(best::contains).toList();
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
