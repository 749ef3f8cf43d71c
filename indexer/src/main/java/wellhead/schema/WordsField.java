package wellhead.schema;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;

/**
 * All words of a story as if they were one text, in which a word counts as often as the weights of
 * the {@link TextField}s that it stands in say: BM25F (Robertson and Zaragoza, 2009) worked out
 * when a story is written. Asking for a word is then one lookup a segment, its count is known
 * without a search, and stories that cannot be among the best are skipped; the same sum at the time
 * of asking took five lookups and knew no bound.
 */
public final class WordsField {
  private static final String FIELD = "words";

  private static final FieldType INDEXED = indexed();

  private WordsField() {}

  private static FieldType indexed() {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  /**
   * Stories that have a word anywhere, ranked.
   *
   * @param term of {@link EnergyAnalysis#terms}
   */
  public static Query query(String term) {
    return new TermQuery(new Term(FIELD, term));
  }

  /**
   * Stories that have a word that begins so, all alike.
   *
   * @param beginning of {@link EnergyAnalysis#prefix}
   */
  public static Query beginning(BytesRef beginning) {
    return new PrefixQuery(new Term(FIELD, beginning));
  }

  /** How many stories have a word anywhere. */
  public static int stories(IndexReader reader, String term) throws IOException {
    return reader.docFreq(new Term(FIELD, term));
  }

  /** All words that stories have, with how many each. */
  public static TermsEnum all(IndexReader reader) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, FIELD);
    return terms == null ? TermsEnum.EMPTY : terms.iterator();
  }

  /** Adds a story's texts to a document, in their own fields and in this one. */
  static void addTo(Document document, Map<TextField, List<WrittenText>> texts) {
    var words = new Counts();
    texts.forEach((field, ofField) -> {
      field.addTo(document, ofField);
      ofField.forEach(text -> words.add(text.tokens(), field.weight()));
    });
    if (!words.byTerm.isEmpty()) {
      document.add(new Field(FIELD, new Counted(words), INDEXED));
    }
  }

  /** The norm of this field: the story's length, which is where its stream ended. */
  static long norm(FieldInvertState written) {
    // behind each text, Lucene leaves the analyzer's gap
    return SmallFloat.intToByte4(written.getPosition() - EnergyAnalysis.GAP);
  }

  /** How often each term stands in a story, and how long it is, each word by its weight. */
  private static final class Counts {
    private final Map<String, Integer> byTerm = new HashMap<>();

    /** A word and its stem are one word long. */
    private int length;

    void add(WrittenTokens tokens, int weight) {
      int position = -1;
      for (WrittenTokens.Token token : tokens.tokens()) {
        byTerm.merge(token.term(), weight, Integer::sum);
        length += token.position() == position ? 0 : weight;
        position = token.position();
      }
    }
  }

  /** Gives each term once, with its frequency; the end of the stream is where the story ends. */
  private static final class Counted extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final PositionIncrementAttribute increment =
        addAttribute(PositionIncrementAttribute.class);
    private final Counts words;
    private Iterator<Map.Entry<String, Integer>> left;
    private boolean begun;

    Counted(Counts words) {
      this.words = words;
      left = words.byTerm.entrySet().iterator();
    }

    @Override
    public boolean incrementToken() {
      if (!left.hasNext()) {
        return false;
      }
      clearAttributes();
      Map.Entry<String, Integer> next = left.next();
      term.append(next.getKey());
      frequency.setTermFrequency(next.getValue());
      increment.setPositionIncrement(begun ? 0 : 1);
      begun = true;
      return true;
    }

    @Override
    public void end() throws IOException {
      super.end();
      increment.setPositionIncrement(words.length);
    }

    @Override
    public void reset() {
      left = words.byTerm.entrySet().iterator();
      begun = false;
    }
  }
}
