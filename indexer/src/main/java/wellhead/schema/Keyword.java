package wellhead.schema;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;

/** What is matched exactly, character for character, and counted in facets. */
public enum Keyword {
  /** What kind of document this is, see {@link DocumentType}. */
  TYPE("type"),
  /** A story's id. */
  ID("id"),
  /** The ids that a story took the place of. */
  ALIAS("alias"),
  /** What a sighting may be recognised by; the writing side knows their form. */
  KEY("key"),
  /** The captures that a story was sighted on. */
  CAPTURE("capture"),
  /**
   * The source of a story that hung on when its front pages were captured: one more capture between
   * those may take it apart.
   */
  CONTESTED("contested"),
  /** A paragraph that a story's captures showed in its article; the writing side knows its form. */
  BLOCK("block"),
  /** The same, when it was taken out of the article as the site's. */
  CUT("cut"),
  /** The source of a story that is to be forgotten, which no search must find by its source. */
  HIDDEN_SOURCE("hidden_source"),
  /** {@link wellhead.story.Story.Kind#wireName}. */
  KIND("kind"),
  SOURCE("source"),
  AUTHOR("author"),
  /** See {@link Mention#COMPANY}. */
  COMPANY("company"),
  /** See {@link Mention#COUNTRY}. */
  COUNTRY("country"),
  /** See {@link Mention#COMMODITY}. */
  COMMODITY("commodity"),
  /** See {@link Mention#PERSON}. */
  PERSON("person"),
  /** The stories that tell of an event; see {@link EventDocument}. */
  MEMBER("member");

  /** Characters of a value whose case is looked through. */
  private static final int MAX_FOLDED = 200;

  /** What may mean something in a regular expression. */
  private static final Pattern SIGN = Pattern.compile("[^\\p{L}\\p{N}\\s]");

  private final String field;

  Keyword(String field) {
    this.field = field;
  }

  /** A short name for a long value, the same for the same value only. */
  public static String digest(String value) {
    return StringTerms.digest(value);
  }

  /** The name in the index. */
  public String field() {
    return field;
  }

  /** For a document that has this value. */
  public Field of(String value) {
    return new KeywordField(field, value, Field.Store.NO);
  }

  /** What a document is deleted or replaced by. */
  public Term term(String value) {
    return new Term(field, value);
  }

  /** Documents that have this value. */
  public Query is(String value) {
    return KeywordField.newExactQuery(field, value);
  }

  /** Documents that have this value, its letters in any case; a long one only as it is. */
  public Query isInAnyCase(String value) {
    return value.length() > MAX_FOLDED
        ? is(value)
        : new RegexpQuery(
            new Term(field, SIGN.matcher(value).replaceAll("\\\\$0")),
            RegExp.NONE,
            RegExp.CASE_INSENSITIVE,
            Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
  }

  /** Documents that have at least one of these values. */
  public Query isAnyOf(Collection<String> values) {
    List<BytesRef> bytes = values.stream().map(v -> new BytesRef(v)).toList();
    return KeywordField.newSetQuery(field, bytes);
  }

  /** By this value, documents without one last. */
  public SortField ascending() {
    return KeywordField.newSortField(
        field, false, SortedSetSelector.Type.MIN, SortField.STRING_LAST);
  }

  /** Adds values that are only matched, never counted in facets or sorted by. */
  public void addTermsTo(Document document, Collection<String> values) {
    values.forEach(value -> document.add(new StringField(field, value, Field.Store.NO)));
  }

  void addTo(Document document, Collection<String> values) {
    values.forEach(value -> document.add(of(value)));
  }
}
