package wellhead.schema;

import java.util.Locale;
import org.apache.lucene.document.Field;
import org.apache.lucene.search.Query;

/** The kinds of document that share the index; a field means the same in each. */
public enum DocumentType {
  /** A story; see {@link StoryDocument}. */
  STORY,
  /** A capture that was read. */
  CAPTURE,
  /** A file that was read. */
  FILE,
  /** What is known of a source. */
  SOURCE,
  /** A story that is to be forgotten: for merging only, never found by searches. */
  HIDDEN_STORY,
  /** A capture that is to be forgotten. */
  KEPT_OUT,
  /** An event that stories of several sources tell of; see {@link EventDocument}. */
  EVENT;

  /** Marks a document. */
  public Field field() {
    return Keyword.TYPE.of(value());
  }

  /** All documents of this type. */
  public Query query() {
    return Keyword.TYPE.is(value());
  }

  private String value() {
    return name().toLowerCase(Locale.ROOT);
  }
}
