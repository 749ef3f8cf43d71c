package wellhead.server.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import wellhead.schema.EnergyAnalysis;
import wellhead.schema.TextField;
import wellhead.schema.WordsField;

/**
 * Words, phrases, prefixes and nearness over some text fields. A word is scored over the fields as
 * if they were one text with weights (BM25F); everything else counts in the field where it scores
 * best, the beginning of a word in the title or else anywhere.
 */
final class TextQueries {
  /** How many ways to spell a phrase are asked for: "80,000 b/d" alone has a dozen. */
  private static final int MAX_SPELLINGS = 32;

  /** Where words stand in sentences, of a length that side by side means something. */
  private static final Set<TextField> PROSE = EnumSet.of(TextField.TITLE, TextField.BODY);

  private final Set<TextField> fields;

  TextQueries(Set<TextField> fields) {
    this.fields = fields;
  }

  /**
   * @param term as analysed
   */
  Query word(String term) {
    if (isEverywhere()) {
      return WordsField.query(term);
    }
    var query = new CombinedFieldQuery.Builder(term);
    fields.forEach(field -> query.addField(field.field(), field.weight()));
    return query.build();
  }

  /** What {@link #word} looks for. */
  Sought soughtWord(String term) {
    return new Sought.Word(term, fields);
  }

  /** What {@link #phrase} looks for. */
  Sought soughtPhrase(List<String> terms) {
    return terms.size() == 1
        ? soughtWord(terms.getFirst())
        : new Sought.Phrase(spellings(terms), fields);
  }

  /** What {@link #prefix} looks for. */
  Sought soughtPrefix(String beginning) {
    return new Sought.Prefix(EnergyAnalysis.prefix(beginning).utf8ToString(), fields);
  }

  /** What {@link #near} looks for. */
  Sought soughtNear(List<String> left, List<String> right, int distance) {
    return new Sought.Near(left, right, distance, fields);
  }

  /**
   * @param terms as analysed, at least one
   */
  Query phrase(List<String> terms) {
    if (terms.size() == 1) {
      return word(terms.getFirst());
    }
    return new SpelledPhrase(spellings(terms), fields);
  }

  /**
   * Two words side by side, worth a fraction of the words themselves: evidence that a text means
   * both together, never required.
   *
   * @param first as analysed
   * @param second as analysed
   */
  Query neighbours(String first, String second) {
    var prose = EnumSet.copyOf(PROSE);
    prose.retainAll(fields);
    return new Neighbours(first, second, prose);
  }

  Query prefix(String beginning) {
    BytesRef folded = EnergyAnalysis.prefix(beginning);
    if (isEverywhere()) {
      Query anywhere = weighed(TextField.BODY, WordsField.beginning(folded));
      return new DisjunctionMaxQuery(List.of(prefix(TextField.TITLE, folded), anywhere), 0);
    }
    return new DisjunctionMaxQuery(fields.stream().map(f -> prefix(f, folded)).toList(), 0);
  }

  private static Query prefix(TextField field, BytesRef beginning) {
    return weighed(field, new PrefixQuery(field.term(beginning)));
  }

  private boolean isEverywhere() {
    return fields.size() == TextField.values().length;
  }

  /**
   * @param left as analysed, at least one
   * @param right as analysed, at least one
   */
  Query near(List<String> left, List<String> right, int distance) {
    var ways = new ArrayList<Query>();
    for (TextField field : fields) {
      SpanQuery[] both = {span(field, left), span(field, right)};
      ways.add(weighed(field, new SpanNearQuery(both, distance - 1, false)));
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  /** A weight multiplies frequencies in BM25F; its root does about the same to a whole score. */
  private static Query weighed(TextField field, Query query) {
    return new BoostQuery(query, weight(field));
  }

  static float weight(TextField field) {
    return (float) Math.sqrt((double) field.weight() / TextField.TITLE.weight());
  }

  /** Words one behind the other in a field, with its weight. */
  static Query exactly(TextField field, List<String> terms) {
    return weighed(field, unweighed(field, terms));
  }

  /** Words one behind the other in a field. */
  static Query unweighed(TextField field, List<String> terms) {
    if (terms.size() == 1) {
      return new TermQuery(field.term(terms.getFirst()));
    }
    var phrase = new PhraseQuery.Builder();
    terms.forEach(term -> phrase.add(field.term(term)));
    return phrase.build();
  }

  private static SpanQuery span(TextField field, List<String> terms) {
    SpanQuery[] spans =
        terms.stream().map(t -> new SpanTermQuery(field.term(t))).toArray(SpanQuery[]::new);
    return spans.length == 1 ? spans[0] : new SpanNearQuery(spans, 0, true);
  }

  /**
   * The phrase as asked first, then with terms written out: lng export, liquefy natural gas export.
   */
  private static List<List<String>> spellings(List<String> terms) {
    List<List<String>> phrases = List.of(List.of());
    for (String term : terms) {
      var longer = new ArrayList<List<String>>();
      phrases.forEach(phrase -> longer.add(joined(phrase, List.of(term))));
      for (List<String> spelling : EnergyAnalysis.spellings(term)) {
        phrases.forEach(phrase -> longer.add(joined(phrase, spelling)));
      }
      phrases = longer.subList(0, Math.min(longer.size(), MAX_SPELLINGS));
    }
    return phrases;
  }

  private static List<String> joined(List<String> phrase, List<String> more) {
    var joined = new ArrayList<>(phrase);
    joined.addAll(more);
    return joined;
  }
}
