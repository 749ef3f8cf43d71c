package wellhead.server.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import wellhead.schema.EnergyAnalysis;
import wellhead.schema.Mention;
import wellhead.schema.PublishedField;

/** The companies, countries and commodities that the stories of one commit speak of. */
final class Names {
  private final List<Name> heaviestFirst;

  private Names(List<Name> heaviestFirst) {
    this.heaviestFirst = heaviestFirst;
  }

  /**
   * A name.
   *
   * @param terms its words, as analysed
   * @param words its words, folded
   * @param weight a story of now counts 1, one of a week ago a half
   */
  private record Name(String name, Set<String> terms, List<String> words, double weight) {}

  /**
   * Weighs all names.
   *
   * @param now what the stories' ages are measured at
   */
  static Names of(IndexSearcher searcher, Instant now) throws IOException {
    var names = new ArrayList<Name>();
    for (Mention mention : Mention.values()) {
      for (String name : mention.names()) {
        double weight = weight(searcher, mention.keyword().term(name), new Freshness(now, 1));
        if (weight > 0) {
          names.add(new Name(name, Set.copyOf(EnergyAnalysis.terms(name)), words(name), weight));
        }
      }
    }
    names.sort(Comparator.comparingDouble(Name::weight).reversed().thenComparing(Name::name));
    return new Names(List.copyOf(names));
  }

  private static List<String> words(String name) {
    return Stream.of(name.split("[\\s-]+"))
        .map(word -> EnergyAnalysis.prefix(word).utf8ToString())
        .toList();
  }

  private static double weight(IndexSearcher searcher, Term term, Freshness freshness)
      throws IOException {
    double weight = 0;
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      PostingsEnum stories = segment.reader().postings(term, PostingsEnum.NONE);
      NumericDocValues midpoints =
          DocValues.getNumeric(segment.reader(), PublishedField.midpointField());
      while (stories != null && stories.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
        double fresh =
            midpoints.advanceExact(stories.docID())
                ? freshness.factor(midpoints.longValue()) - 1
                : 0;
        weight += Math.max(fresh, UNDATED);
      }
    }
    return weight;
  }

  /** What a story counts at least, however old: so that every name has a weight. */
  private static final double UNDATED = 1e-3;

  /** The names that have the words typed, the heaviest first. */
  List<String> matching(Typed typed, Spelling spelling) {
    if (typed.last().isEmpty()) {
      return List.of();
    }
    Predicate<String> begins = spelling.begins(typed.last());
    return heaviestFirst.stream()
        .filter(name -> name.terms.containsAll(typed.complete()))
        .filter(name -> name.words.stream().anyMatch(begins))
        .map(Name::name)
        .toList();
  }
}
