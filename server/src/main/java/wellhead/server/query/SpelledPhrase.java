package wellhead.server.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import wellhead.schema.TextField;

/**
 * A phrase in any of its spellings, in the field where it scores best.
 *
 * <p>Ten words of which three are measures have 32 spellings, most with a word that no story has.
 * Lucene's phrases would each look up all their words again to find that out; here every word is
 * looked up once a field, and only spellings that can occur are searched for. The scores are those
 * of all of them.
 */
final class SpelledPhrase extends Query {
  private final List<List<String>> spellings;
  private final Set<TextField> fields;

  /**
   * @param spellings of terms as analysed, at least one each
   */
  SpelledPhrase(List<List<String>> spellings, Set<TextField> fields) {
    this.spellings = List.copyOf(spellings);
    this.fields = fields;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    var known = new HashMap<Term, Boolean>();
    var ways = new ArrayList<Query>();
    for (List<String> spelling : spellings) {
      for (TextField field : fields) {
        if (areKnown(spelling, field, searcher.getIndexReader(), known)) {
          ways.add(TextQueries.exactly(field, spelling));
        }
      }
    }
    return ways.isEmpty()
        ? new MatchNoDocsQuery("no spelling has only words that occur")
        : new DisjunctionMaxQuery(ways, 0);
  }

  private static boolean areKnown(
      List<String> spelling, TextField field, IndexReader reader, Map<Term, Boolean> known)
      throws IOException {
    for (String text : spelling) {
      Term term = field.term(text);
      Boolean occurs = known.get(term);
      if (occurs == null) {
        occurs = reader.docFreq(term) > 0;
        known.put(term, occurs);
      }
      if (!occurs) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return spellings + " in " + fields;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpelledPhrase that
        && spellings.equals(that.spellings)
        && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return 31 * spellings.hashCode() + fields.hashCode();
  }
}
