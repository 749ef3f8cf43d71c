package wellhead.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilterFactory;
import org.apache.lucene.analysis.core.LowerCaseFilterFactory;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilterFactory;
import org.apache.lucene.analysis.en.KStemFilterFactory;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilterFactory;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilterFactory;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilterFactory;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilterFactory;
import org.apache.lucene.analysis.standard.StandardTokenizerFactory;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.ClasspathResourceLoader;

/**
 * How energy text becomes terms, declared as data: Lucene's own factories with the files beside
 * this class, and {@link ConceptFilterFactory} where no standard one would do.
 *
 * <p>Writing and asking share every step up to the stem. Writing keeps the unstemmed word beside it
 * (for prefixes) and lays concepts over their words ({@link WrittenTokens}); asking replaces words
 * by their concept.
 */
public final class EnergyAnalysis {
  private static final String VOCABULARY = "vocabulary.txt";

  /**
   * Stands for a plus within a word, because the tokenizer takes it for a letter; of the same
   * width, so that offsets stay true. (Canadian syllabics final plus: no energy text needs it
   * otherwise.)
   */
  private static final String PLUS = "\u1429";

  /** Characters between two titles, or takeaways, of one story; no phrase reaches across. */
  static final int GAP = 100;

  private static final Analyzer WORDS = build(EnergyAnalysis::stems);

  /** Texts, cut into words. */
  private static final Analyzer CUTTING = build(EnergyAnalysis::cut);

  /** What becomes of each word of a text. */
  private static final CustomAnalyzer WRITING = build(EnergyAnalysis::writtenStems);

  private static final ThreadLocal<WordForms> FORMS =
      ThreadLocal.withInitial(() -> new WordForms(WRITING.getTokenFilterFactories()));

  /** For queries. */
  public static final Analyzer ASKING = build(chain -> concepts(stems(chain)));

  private static final Concepts CONCEPTS =
      ((CustomAnalyzer) ASKING)
          .getTokenFilterFactories().stream()
              .filter(ConceptFilterFactory.class::isInstance)
              .map(factory -> ((ConceptFilterFactory) factory).concepts())
              .findFirst()
              .orElseThrow();

  private EnergyAnalysis() {}

  /** The terms that a query asks for, in order; empty when the text has no word. */
  public static List<String> terms(String text) {
    return terms(ASKING, text);
  }

  /**
   * The other ways, of several tokens each, in which a text may have written a term of {@link
   * #terms}: {@code lng} as liquefied natural gas. A phrase needs them; single terms do not,
   * because texts are indexed with the term laid over.
   */
  public static List<List<String>> spellings(String term) {
    return CONCEPTS.spellings(term);
  }

  /** The beginning of a word as texts have it: case and accents folded, not stemmed. */
  public static BytesRef prefix(String beginning) {
    return WRITING.normalize(TextField.TITLE.field(), beginning);
  }

  /** The tokens of a spelling, before concepts. */
  static List<String> tokens(String text) {
    return terms(WORDS, text);
  }

  /**
   * A token with what stood in the text for it.
   *
   * @param written the piece of the text, with its capitals
   */
  record Spelled(String token, String written) {}

  /** See {@link #tokens}. */
  static List<Spelled> spelled(String text) {
    var spelled = new ArrayList<Spelled>();
    spelled(text, spelled::add);
    return spelled;
  }

  /** The same, one after the other: texts may be long. */
  static void spelled(String text, Consumer<Spelled> each) {
    try (TokenStream stream = WORDS.tokenStream(TextField.TITLE.field(), text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        each.accept(
            new Spelled(term.toString(), text.substring(offset.startOffset(), offset.endOffset())));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("analysing a text in memory", e);
    }
  }

  /** What words may stand for, by the same vocabulary in texts and in queries. */
  static Concepts concepts() {
    return CONCEPTS;
  }

  /** Takes in a word of a text. */
  @FunctionalInterface
  interface Words {
    /**
     * Takes it in.
     *
     * @param forms of the word; the last is its stem
     * @param step how far it is behind the word before; 1 unless something was left out
     * @param start its first character in the text
     * @param end behind its last character
     */
    void accept(List<String> forms, int step, int start, int end);
  }

  /** The words of a text, one after the other, as they are indexed. */
  static void words(String text, Words words) {
    WordForms forms = FORMS.get();
    try (TokenStream stream = CUTTING.tokenStream(TextField.TITLE.field(), text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.accept(
            forms.of(term.buffer(), term.length()),
            increment.getPositionIncrement(),
            offset.startOffset(),
            offset.endOffset());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("analysing a text in memory", e);
    }
  }

  private static List<String> terms(Analyzer analyzer, String text) {
    var terms = new ArrayList<String>();
    try (TokenStream stream = analyzer.tokenStream(TextField.TITLE.field(), text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException("analysing a text in memory", e);
    }
    return terms;
  }

  private interface Step {
    CustomAnalyzer.Builder addTo(CustomAnalyzer.Builder chain) throws IOException;
  }

  private static CustomAnalyzer build(Step step) {
    try {
      var loader = new ClasspathResourceLoader(EnergyAnalysis.class);
      return step.addTo(CustomAnalyzer.builder(loader).withPositionIncrementGap(GAP)).build();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the analysis files of the program", e);
    }
  }

  private static CustomAnalyzer.Builder stems(CustomAnalyzer.Builder chain) throws IOException {
    return stem(folded(chain));
  }

  private static CustomAnalyzer.Builder writtenStems(CustomAnalyzer.Builder chain)
      throws IOException {
    return stem(folded(chain).addTokenFilter(KeywordRepeatFilterFactory.class))
        .addTokenFilter(RemoveDuplicatesTokenFilterFactory.class);
  }

  private static CustomAnalyzer.Builder cut(CustomAnalyzer.Builder chain) throws IOException {
    return characters(chain).withTokenizer(StandardTokenizerFactory.class);
  }

  private static CustomAnalyzer.Builder folded(CustomAnalyzer.Builder chain) throws IOException {
    return cut(chain)
        .addTokenFilter(
            RewriteTokenFilterFactory.class, "needed", PLUS, "pattern", PLUS, "replacement", "+")
        .addTokenFilter(EnglishPossessiveFilterFactory.class)
        .addTokenFilter(StemmerOverrideFilterFactory.class, "dictionary", "capitals.txt")
        // U.K is UK: a dot between single letters goes
        .addTokenFilter(
            RewriteTokenFilterFactory.class,
            "needed",
            ".",
            "pattern",
            "(?<=^\\p{L}|\\.\\p{L})\\.(?=\\p{L}(?:\\.|$))",
            "replacement",
            "")
        .addTokenFilter(LowerCaseFilterFactory.class)
        .addTokenFilter(ASCIIFoldingFilterFactory.class);
  }

  private static CustomAnalyzer.Builder characters(CustomAnalyzer.Builder chain)
      throws IOException {
    return chain
        .addCharFilter(MappingCharFilterFactory.class, "mapping", "characters.txt")
        .addCharFilter(RewritesCharFilterFactory.class, "rewrites", "rewrites.txt");
  }

  private static CustomAnalyzer.Builder stem(CustomAnalyzer.Builder chain) throws IOException {
    return chain
        .addTokenFilter(
            StemmerOverrideFilterFactory.class,
            "dictionary",
            "stems.txt,british.txt",
            "ignoreCase",
            "true")
        .addTokenFilter(KStemFilterFactory.class);
  }

  private static CustomAnalyzer.Builder concepts(CustomAnalyzer.Builder chain) throws IOException {
    return chain.addTokenFilter(ConceptFilterFactory.class, "vocabulary", VOCABULARY);
  }
}
