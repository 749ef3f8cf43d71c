package wellhead.server.search;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import wellhead.schema.TextField;

/** How closely the words of titles must be those that are typed. */
enum Spelling {
  /** As typed. */
  EXACT {
    @Override
    Query word(IndexReader reader, String term) {
      return new TermQuery(TextField.TITLE.term(term));
    }

    @Override
    Query beginning(IndexReader reader, String beginning) throws IOException {
      return anyOf(mostFrequent(reader, beginning, term -> true));
    }

    @Override
    Predicate<String> begins(String beginning) {
      return word -> word.startsWith(beginning);
    }
  },
  /**
   * With the typing mistakes that words of their length may have, wherever they are in no title.
   */
  LOOSE {
    @Override
    Query word(IndexReader reader, String term) throws IOException {
      Term exact = TextField.TITLE.term(term);
      return reader.docFreq(exact) > 0
          ? new TermQuery(exact)
          : new FuzzyQuery(exact, mistakes(term), FIRST_LETTERS, EXPANSIONS, true);
    }

    @Override
    Query beginning(IndexReader reader, String beginning) throws IOException {
      List<BytesRef> exact = mostFrequent(reader, beginning, term -> true);
      if (!exact.isEmpty()) {
        return anyOf(exact);
      }
      Predicate<String> mistyped = begins(beginning);
      return anyOf(
          mostFrequent(reader, firstLetter(beginning), term -> mistyped.test(term.utf8ToString())));
    }

    @Override
    Predicate<String> begins(String beginning) {
      var mistyped =
          new CharacterRunAutomaton(
              new LevenshteinAutomata(behindFirstLetter(beginning), true)
                  .toAutomaton(mistakes(beginning), firstLetter(beginning)));
      return word -> beginsSo(mistyped, word);
    }
  };

  /** Words that a beginning is completed to, the most frequent; so that "o" costs no more. */
  private static final int EXPANSIONS = 64;

  /** Nobody gets the first letter wrong. */
  private static final int FIRST_LETTERS = 1;

  /** A title's word, as analysed. */
  abstract Query word(IndexReader reader, String term) throws IOException;

  /** A title's words that begin so. */
  abstract Query beginning(IndexReader reader, String beginning) throws IOException;

  /** Whether a folded word begins so. */
  abstract Predicate<String> begins(String beginning);

  private static int mistakes(String word) {
    return word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
  }

  private static String firstLetter(String word) {
    return word.substring(0, word.offsetByCodePoints(0, FIRST_LETTERS));
  }

  private static String behindFirstLetter(String word) {
    return word.substring(word.offsetByCodePoints(0, FIRST_LETTERS));
  }

  /** Whether some beginning of a word is accepted. */
  private static boolean beginsSo(CharacterRunAutomaton beginnings, String word) {
    int state = 0;
    for (int at = 0; at < word.length() && state >= 0; ) {
      int letter = word.codePointAt(at);
      state = beginnings.step(state, letter);
      if (state >= 0 && beginnings.isAccept(state)) {
        return true;
      }
      at += Character.charCount(letter);
    }
    return false;
  }

  private static Query anyOf(List<BytesRef> terms) {
    var any = new BooleanQuery.Builder();
    terms.forEach(term -> any.add(new TermQuery(TextField.TITLE.term(term)), Occur.SHOULD));
    return any.build();
  }

  private static List<BytesRef> mostFrequent(
      IndexReader reader, String beginning, Predicate<BytesRef> wanted) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, TextField.TITLE.field());
    if (terms == null) {
      return List.of();
    }
    record Counted(BytesRef term, int stories) {}
    var rarestFirst =
        new PriorityQueue<Counted>(
            Comparator.comparingInt(Counted::stories)
                .thenComparing(Comparator.comparing(Counted::term).reversed()));
    BytesRef prefix = new BytesRef(beginning);
    TermsEnum each = terms.iterator();
    if (each.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
      return List.of();
    }
    for (BytesRef term = each.term();
        term != null && StringHelper.startsWith(term, prefix);
        term = each.next()) {
      if (wanted.test(term)) {
        rarestFirst.add(new Counted(BytesRef.deepCopyOf(term), each.docFreq()));
        if (rarestFirst.size() > EXPANSIONS) {
          rarestFirst.remove();
        }
      }
    }
    return rarestFirst.stream().map(Counted::term).toList();
  }
}
