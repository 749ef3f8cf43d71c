package wellhead.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import wellhead.story.ArticleText;
import wellhead.story.Comment;
import wellhead.story.Story;

/**
 * What is searched for words. Offsets lie in the postings for the highlighter; the text is stored
 * where snippets are cut from it.
 */
public enum TextField {
  TITLE("title", false, 10) {
    @Override
    List<String> values(Story story) {
      return List.of(story.title());
    }
  },
  EARLIER_TITLES("earlier_titles", false, 5) {
    @Override
    List<String> values(Story story) {
      return story.earlierTitles();
    }
  },
  TAKEAWAYS("takeaways", true, 5) {
    @Override
    List<String> values(Story story) {
      ArticleText article = story.article();
      return article == null ? List.of() : article.takeaways();
    }
  },
  BODY("body", true, 10 / 3f) {
    @Override
    List<String> values(Story story) {
      ArticleText article = story.article();
      return article == null || article.body().isBlank() ? List.of() : List.of(article.body());
    }
  },
  COMMENTS("comments", false, 1) {
    @Override
    List<String> values(Story story) {
      ArticleText article = story.article();
      return article == null ? List.of() : article.comments().stream().map(Comment::text).toList();
    }
  };

  private static final Set<String> NAMES =
      Arrays.stream(values()).map(TextField::field).collect(Collectors.toUnmodifiableSet());

  private static final FieldType INDEXED = type(false);
  private static final FieldType INDEXED_AND_STORED = type(true);

  private final String field;
  private final boolean stored;
  private final float weight;

  TextField(String field, boolean stored, float weight) {
    this.field = field;
    this.stored = stored;
    this.weight = weight;
  }

  private static FieldType type(boolean stored) {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.setStored(stored);
    type.freeze();
    return type;
  }

  /** The name in the index. */
  public String field() {
    return field;
  }

  /**
   * How much an occurrence here counts, in comments: three times as much in a title as in the body
   * (from 2 to 3, measures over four collections of abstracts and one of news hardly differ), a
   * third of that in a comment. CombinedFieldQuery takes no weight below 1.
   */
  public float weight() {
    return weight;
  }

  /** Whether {@link #field} can be read back, for snippets. */
  public boolean isStored() {
    return stored;
  }

  /** A term of {@link EnergyAnalysis#terms}, in this field. */
  public Term term(String term) {
    return new Term(field, term);
  }

  /** See {@link #term(String)}. */
  public Term term(BytesRef term) {
    return new Term(field, term);
  }

  /** Whether a field of this name is one of these. */
  static boolean isName(String field) {
    return NAMES.contains(field);
  }

  void addTo(Document document, Story story) {
    for (String value : values(story)) {
      document.add(new Field(field, value, stored ? INDEXED_AND_STORED : INDEXED));
    }
  }

  abstract List<String> values(Story story);
}
