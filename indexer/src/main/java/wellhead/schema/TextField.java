package wellhead.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import wellhead.story.ArticleText;
import wellhead.story.Comment;
import wellhead.story.Story;

/**
 * What is searched for words. Of what a hit shows, the index keeps where each token stands, for
 * marking; the text is stored where snippets are cut from it.
 */
public enum TextField {
  TITLE("title", Kept.TOKENS, 10) {
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
  BODY("body", Kept.TEXT_AND_TOKENS, 10 / 3f) {
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

  /** Behind the field's name: where its tokens are kept. */
  private static final String TOKENS = "_tokens";

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
  private final float weight;

  TextField(String field, Kept kept, float weight) {
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
   * third of that in a comment. CombinedFieldQuery takes no weight below 1.
   */
  public float weight() {
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

  void addTo(Document document, Story story) {
    List<String> values = values(story);
    if (kept == Kept.NOTHING || values.isEmpty()) {
      values.forEach(value -> document.add(new Field(field, value, INDEXED)));
      return;
    }
    var written = new ArrayList<BytesRef>();
    for (String value : values) {
      WrittenTokens tokens = WrittenTokens.of(value);
      document.add(new Field(field, tokens.stream(), INDEXED));
      if (kept == Kept.TEXT_AND_TOKENS) {
        document.add(new StoredField(field, value));
      }
      written.add(tokens.encode(value));
    }
    document.add(new BinaryDocValuesField(field + TOKENS, joined(written)));
  }

  private static BytesRef joined(List<BytesRef> parts) {
    var out = new ByteBuffersDataOutput();
    try {
      for (BytesRef part : parts) {
        out.writeVInt(part.length);
        out.writeBytes(part.bytes, part.offset, part.length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  /**
   * Whether a story has a text in this field.
   *
   * @param document its number in the segment
   * @return false, too, when the field keeps no tokens
   */
  public boolean isIn(LeafReader segment, int document) throws IOException {
    return DocValues.getBinary(segment, field + TOKENS).advanceExact(document);
  }

  /**
   * The tokens of a story's texts in this field, to be gone along before any others are asked for.
   *
   * @param document its number in the segment
   * @param values the texts, as they were indexed
   * @return one for each of the texts
   * @throws IllegalArgumentException when the field keeps no tokens, or the document has no text in
   *     it
   */
  public List<KeptTokens> tokens(LeafReader segment, int document, List<String> values)
      throws IOException {
    BinaryDocValues kept = DocValues.getBinary(segment, field + TOKENS);
    if (!kept.advanceExact(document)) {
      throw new IllegalArgumentException("no " + field + " in document " + document);
    }
    BytesRef bytes = kept.binaryValue();
    var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    var tokens = new ArrayList<KeptTokens>(values.size());
    for (String value : values) {
      int length = in.readVInt();
      tokens.add(new KeptTokens(new BytesRef(bytes.bytes, in.getPosition(), length), value));
      in.skipBytes(length);
    }
    return tokens;
  }

  abstract List<String> values(Story story);
}
