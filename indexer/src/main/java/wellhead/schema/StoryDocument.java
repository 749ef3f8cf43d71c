package wellhead.schema;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import wellhead.story.Story;

/** A story as the index holds it. */
public final class StoryDocument {
  private static final String STORED_ALIAS = "aliases";
  private static final String STORED_CONTESTED = "contested_told";
  private static final String STORED_HIDDEN = "hidden_told";

  private StoryDocument() {}

  /**
   * A story and the ids that it took the place of.
   *
   * @param aliases without the story's own id
   * @param contested see {@link Keyword#CONTESTED}
   * @param hidden whether it is to be forgotten
   * @param added see {@link AddedField}
   */
  public record Stored(
      Story story, Set<String> aliases, boolean contested, boolean hidden, Instant added) {
    public Stored {
      aliases = Set.copyOf(aliases);
    }
  }

  /**
   * Reads a story back.
   *
   * @param document its number
   * @throws IllegalArgumentException when the document is not a story
   */
  public static Stored read(Documents documents, int document) throws IOException {
    Document told =
        documents.stored(
            document, Set.of(STORED_ALIAS, STORED_CONTESTED, STORED_HIDDEN, AddedField.NAME));
    return new Stored(
        RecordField.read(documents, document),
        Set.of(told.getValues(STORED_ALIAS)),
        told.getField(STORED_CONTESTED) != null,
        told.getField(STORED_HIDDEN) != null,
        AddedField.of(told));
  }

  /** The ids that a story took the place of, without the rest of it. */
  public static Set<String> aliases(Documents documents, int document) throws IOException {
    return Set.of(documents.stored(document, Set.of(STORED_ALIAS)).getValues(STORED_ALIAS));
  }

  /** Stories of a source, hidden ones included. */
  public static Query ofSource(String source) {
    return new BooleanQuery.Builder()
        .add(Keyword.SOURCE.is(source), BooleanClause.Occur.SHOULD)
        .add(Keyword.HIDDEN_SOURCE.is(source), BooleanClause.Occur.SHOULD)
        .build();
  }

  /**
   * A story that is to be forgotten, in the fields that merging needs: later sightings of it must
   * find it, and be forgotten with it.
   */
  public static Document toHiddenDocument(
      Story story,
      Collection<String> aliases,
      Collection<String> keys,
      Collection<String> captures) {
    var document = new Document();
    document.add(DocumentType.HIDDEN_STORY.field());
    document.add(Keyword.ID.of(story.id()));
    document.add(new StoredField(STORED_HIDDEN, story.id()));
    aliases.forEach(alias -> document.add(new StoredField(STORED_ALIAS, alias)));
    Keyword.KEY.addTo(document, keys);
    Keyword.CAPTURE.addTo(document, captures);
    if (story.source() != null) {
      document.add(Keyword.HIDDEN_SOURCE.of(story.source()));
    }
    RecordField.addTo(document, story, List.of());
    return document;
  }

  /**
   * Lays a story out in fields.
   *
   * @param aliases ids that the story took the place of
   * @param keys what its sightings may be recognised by
   * @param captures the captures that it was sighted on
   */
  public static Document toDocument(
      Story story,
      Collection<String> aliases,
      Collection<String> keys,
      Collection<String> captures) {
    var document = new Document();
    document.add(DocumentType.STORY.field());
    document.add(Keyword.ID.of(story.id()));
    Keyword.ALIAS.addTo(document, aliases);
    aliases.forEach(alias -> document.add(new StoredField(STORED_ALIAS, alias)));
    Keyword.KEY.addTo(document, keys);
    Keyword.CAPTURE.addTo(document, captures);
    document.add(Keyword.KIND.of(story.kind().wireName()));
    Summary summary = Summary.of(story);
    if (summary.source() != null) {
      document.add(Keyword.SOURCE.of(summary.source()));
    }
    if (summary.author() != null) {
      document.add(Keyword.AUTHOR.of(summary.author()));
    }
    Map<TextField, List<WrittenText>> texts = WrittenText.of(story);
    Mention.addTo(document, texts);
    WordsField.addTo(document, texts);
    LinkField.addTo(document, story);
    PublishedField.addTo(document, story.published());
    SummaryField.addTo(document, summary);
    RecordField.addTo(document, story, KeptTexts.whole(texts));
    return document;
  }

  /** Marks the story as one that hangs on when its source was captured. */
  public static Document contested(Document story, String source) {
    story.add(Keyword.CONTESTED.of(source));
    story.add(new StoredField(STORED_CONTESTED, source));
    return story;
  }

  /** A story that nothing is known of but itself. */
  public static Document toDocument(Story story) {
    return toDocument(story, List.of(), List.of(), List.of());
  }
}
