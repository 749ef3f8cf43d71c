package wellhead.server.query;

import java.util.List;
import java.util.Set;
import wellhead.schema.TextField;

/** What a query looks for in texts, as far as it can be marked there. */
public sealed interface Sought {
  /** In which fields. */
  Set<TextField> fields();

  /**
   * A word.
   *
   * @param term as analysed
   */
  record Word(String term, Set<TextField> fields) implements Sought {
    public Word {
      fields = Set.copyOf(fields);
    }
  }

  /**
   * Words side by side.
   *
   * @param spellings the ways in which a text may have written it, each of terms as analysed, at
   *     least one
   */
  record Phrase(List<List<String>> spellings, Set<TextField> fields) implements Sought {
    public Phrase {
      spellings = spellings.stream().map(List::copyOf).toList();
      fields = Set.copyOf(fields);
    }
  }

  /**
   * Words that begin so.
   *
   * @param beginning folded as texts are
   */
  record Prefix(String beginning, Set<TextField> fields) implements Sought {
    public Prefix {
      fields = Set.copyOf(fields);
    }
  }

  /**
   * Two words, or two runs of words, near each other in either order.
   *
   * @param distance words between them, plus one
   */
  record Near(List<String> left, List<String> right, int distance, Set<TextField> fields)
      implements Sought {
    public Near {
      left = List.copyOf(left);
      right = List.copyOf(right);
      fields = Set.copyOf(fields);
    }
  }
}
