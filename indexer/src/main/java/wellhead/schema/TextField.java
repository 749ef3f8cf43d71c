package wellhead.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import wellhead.story.ArticleText;
import wellhead.story.Comment;
import wellhead.story.Story;

/**
 * What is searched for words. Of what a hit shows, the index keeps where each token stands, for
 * marking; the text is kept where snippets are cut from it.
 */
public enum TextField {
  TITLE("title", Kept.TOKENS, 9) {
    @Override
    List<String> values(Story story) {
      return List.of(story.title());
    }
  },
  EARLIER_TITLES("earlier_titles", Kept.NOTHING, 5) {
    @Override
    List<String> values(Story story) {
      return story.earlierTitles();
    }
  },
  TAKEAWAYS("takeaways", Kept.TEXT_AND_TOKENS, 5) {
    @Override
    List<String> values(Story story) {
      ArticleText article = story.article();
      return article == null ? List.of() : article.takeaways();
    }
  },
  BODY("body", Kept.TEXT_AND_TOKENS, 3) {
    @Override
    List<String> values(Story story) {
      ArticleText article = story.article();
      return article == null || article.body().isBlank() ? List.of() : List.of(article.body());
    }
  },
  COMMENTS("comments", Kept.NOTHING, 1) {
    @Override
    List<String> values(Story story) {
      ArticleText article = story.article();
      return article == null ? List.of() : article.comments().stream().map(Comment::text).toList();
    }
  };

  private static final Set<String> NAMES =
      Arrays.stream(values()).map(TextField::field).collect(Collectors.toUnmodifiableSet());

  /** Behind the field's name: where its texts or their tokens are kept. */
  private static final String KEPT = "_kept";

  private static final FieldType INDEXED = indexed();

  /** What can be read back. */
  private enum Kept {
    NOTHING,
    /** The text itself is in the {@link Summary}. */
    TOKENS,
    TEXT_AND_TOKENS
  }

  private final String field;
  private final Kept kept;
  private final int weight;

  TextField(String field, Kept kept, int weight) {
    this.field = field;
    this.kept = kept;
    this.weight = weight;
  }

  private static FieldType indexed() {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
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
   * third of that in a comment.
   */
  public int weight() {
    return weight;
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

  /** Adds a story's texts in this field to a document. */
  void addTo(Document document, List<WrittenText> texts) {
    for (WrittenText text : texts) {
      document.add(new Field(field, text.tokens().stream(), INDEXED));
    }
    if (kept != Kept.NOTHING && !texts.isEmpty()) {
      document.add(new BinaryDocValuesField(field + KEPT, kept(texts)));
    }
  }

  private BytesRef kept(List<WrittenText> texts) {
    var out = new ByteBuffersDataOutput();
    try {
      for (WrittenText text : texts) {
        if (kept == Kept.TEXT_AND_TOKENS) {
          KeptText.write(text.text(), text.tokens(), out);
        } else {
          KeptText.writeTokens(text.text(), text.tokens(), out);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  /** What a segment keeps of the texts in this field. */
  BinaryDocValues kept(LeafReader segment) throws IOException {
    return DocValues.getBinary(segment, field + KEPT);
  }

  abstract List<String> values(Story story);
}
