package wellhead.server.query;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import wellhead.schema.EnergyAnalysis;

/**
 * Words that ask for news: everything here is news, so that beside any other word they say nothing
 * of a subject. They are never required, and a short query that has one wants the newest first.
 * Inside of quotation marks they are words like others.
 */
public final class NewsWords {
  private static final Set<String> TERMS =
      terms("news latest newest recent headline headlines update updates");

  /** Alone or together, these ask for whatever is new. */
  private static final Set<String> NEWEST = terms("latest newest recent");

  private static final Set<String> BREAKING = terms("breaking");
  private static final Set<String> NEWS = terms("news");

  /** Words of a query that may still be one for news: a longer one is a title or a sentence. */
  private static final int LONGEST = 5;

  private NewsWords() {}

  private static Set<String> terms(String words) {
    return Arrays.stream(words.split(" "))
        .flatMap(word -> EnergyAnalysis.terms(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param term as analysed
   */
  static boolean contain(String term) {
    return TERMS.contains(term);
  }

  /** Whether the word there only asks for news: one of them, or "breaking" before "news". */
  static boolean askAt(List<String> terms, int at) {
    return contain(terms.get(at))
        || (BREAKING.contains(terms.get(at))
            && at + 1 < terms.size()
            && NEWS.contains(terms.get(at + 1)));
  }

  /**
   * Whether a query that is typed so asks for the newest first: it is short, has a word for it
   * outside of quotation marks, and nothing of the query language.
   */
  public static boolean wantNewest(String query) {
    if (query.codePoints().anyMatch(c -> "\":()*~/".indexOf(c) >= 0)) {
      return false;
    }
    List<String> terms =
        EnergyAnalysis.terms(query).stream().filter(term -> !FunctionWords.contain(term)).toList();
    return terms.size() > 1 && terms.size() <= LONGEST && terms.stream().anyMatch(TERMS::contains);
  }

  /** Every story where nothing but news is asked for: "latest news". */
  static QueryNode read(QueryNode root) {
    if (!(root instanceof QueryNode.Words words)) {
      return root;
    }
    List<String> terms = EnergyAnalysis.terms(words.text());
    return TERMS.containsAll(terms) && terms.size() > 1 && terms.stream().anyMatch(NEWEST::contains)
        ? new QueryNode.Everything()
        : root;
  }
}
