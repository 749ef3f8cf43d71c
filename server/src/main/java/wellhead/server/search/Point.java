package wellhead.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import wellhead.schema.WordsField;
import wellhead.server.query.Question;
import wellhead.server.query.Questions;

/**
 * What a partial match must have so that it is still about what was asked: one of the companies,
 * people and groups of countries that a query names; in a query of two, the place that it names.
 * And where no story has one of few words, what has the others is about something else.
 *
 * <p>That the rarest of few words must be there was tried and given up: of our own topics it lost a
 * twentieth of nDCG@10, because who asks for "negative power prices" is served by texts that say
 * "below zero". So was a place among three words or more.
 *
 * @param required empty when anything will do
 * @param missing what of it no story has, as typed
 * @param isMissing whether no story has what is required
 */
record Point(Optional<Query> required, List<String> missing, boolean isMissing) {
  private static final Point NONE = new Point(Optional.empty(), List.of(), false);

  /** Words of a query, of which each has to be known. */
  private static final int FEW = 3;

  /** Words of a query whose names have to be known. */
  private static final int SHORT = 4;

  /** Words of a query that the companies and people in it are the subject of. */
  private static final int SENTENCE = 8;

  Point {
    missing = List.copyOf(missing);
  }

  static Point of(Question question, IndexReader reader) throws IOException {
    if (question.pieces() > SENTENCE) {
      return NONE;
    }
    boolean placesCount = question.pieces() == 2;
    List<Question.Name> names =
        question.names().stream()
            .filter(name -> placesCount || !name.isPlace())
            .filter(name -> name.terms().size() < question.pieces())
            .toList();
    if (!names.isEmpty()) {
      return ofNames(names, question.pieces() <= SHORT, reader);
    }
    return question.pieces() <= FEW ? ofWords(question, reader) : NONE;
  }

  private static Point ofNames(List<Question.Name> names, boolean strict, IndexReader reader)
      throws IOException {
    var missing = new ArrayList<String>();
    var any = new BooleanQuery.Builder();
    for (Question.Name name : names) {
      if (stories(name.terms(), reader) == 0) {
        missing.add(name.said());
      } else {
        var all = new BooleanQuery.Builder();
        name.terms().forEach(term -> all.add(Questions.word(term), Occur.FILTER));
        any.add(all.build(), Occur.SHOULD);
      }
    }
    return missing.size() == names.size()
        ? new Point(Optional.empty(), missing, strict)
        : new Point(Optional.of(any.build()), missing, false);
  }

  private static Point ofWords(Question question, IndexReader reader) throws IOException {
    var missing = new ArrayList<String>();
    for (Question.Name word : question.words()) {
      if (stories(word.terms(), reader) == 0) {
        missing.add(word.said());
      }
    }
    return new Point(Optional.empty(), missing, !missing.isEmpty());
  }

  /** How many stories have all the words, at most. */
  private static int stories(List<String> terms, IndexReader reader) throws IOException {
    int fewest = Integer.MAX_VALUE;
    for (String term : terms) {
      fewest = Math.min(fewest, WordsField.stories(reader, term));
    }
    return fewest;
  }
}
