package wellhead.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import wellhead.schema.PublishedField;
import wellhead.schema.TextField;
import wellhead.server.query.Piece;
import wellhead.server.query.Question;

/** Takes the scores of hits apart again, for whoever asks why. */
final class Scoring {
  /** Points below are rounding. */
  private static final double NOTHING = 5e-3;

  private final IndexSearcher searcher;
  private final Question question;
  private final Freshness freshness;

  Scoring(IndexSearcher searcher, Question question, Freshness freshness) {
    this.searcher = searcher;
    this.question = question;
    this.freshness = freshness;
  }

  /**
   * The parts of a score.
   *
   * @param document that was ranked by relevance
   */
  ScoreParts parts(int document, float score, boolean partial) throws IOException {
    double factor = factor(document);
    double points = score / factor;
    var parts = new ArrayList<ScoreParts.Part>();
    double rest = points;
    for (Piece piece : question.parts()) {
      double share =
          partial && !piece.alwaysCounts()
              ? 0
              : piece.times() * searcher.explain(piece.query(), document).getValue().doubleValue();
      if (share > 0) {
        parts.add(
            new ScoreParts.Part(kind(piece.kind()), piece.words(), share, fields(piece, document)));
        rest -= share;
      }
    }
    if (rest > NOTHING * Math.max(1, points)) {
      // what matches in part is ranked without small words, what matches fully without feedback
      parts.add(
          new ScoreParts.Part(
              partial ? ScoreParts.Kind.SHARED_WORDS : ScoreParts.Kind.SMALL_WORDS,
              "",
              rest,
              Map.of()));
    }
    return new ScoreParts(points, factor, parts);
  }

  private static ScoreParts.Kind kind(Piece.Kind kind) {
    return switch (kind) {
      case WORD -> ScoreParts.Kind.WORD;
      case PHRASE -> ScoreParts.Kind.PHRASE;
      case NEIGHBOURS -> ScoreParts.Kind.NEIGHBOURS;
    };
  }

  private double factor(int document) throws IOException {
    LeafReaderContext segment = segment(document);
    NumericDocValues midpoints =
        DocValues.getNumeric(segment.reader(), PublishedField.midpointField());
    return midpoints.advanceExact(document - segment.docBase)
        ? freshness.factor(midpoints.longValue())
        : 1;
  }

  private Map<String, Integer> fields(Piece piece, int document) throws IOException {
    @Nullable String term = piece.term();
    var fields = new LinkedHashMap<String, Integer>();
    if (term == null) {
      return fields;
    }
    LeafReaderContext segment = segment(document);
    for (TextField field : TextField.values()) {
      PostingsEnum postings = segment.reader().postings(field.term(term), PostingsEnum.FREQS);
      if (postings != null
          && postings.advance(document - segment.docBase) == document - segment.docBase) {
        fields.put(field.field(), postings.freq());
      }
    }
    return fields;
  }

  private LeafReaderContext segment(int document) {
    List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
    return segments.get(ReaderUtil.subIndex(document, segments));
  }
}
