package wellhead.schema;

import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.Document;
import wellhead.story.Story;

/** A story as the index holds it. */
public final class StoryDocument {
  private StoryDocument() {}

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
    for (TextField text : TextField.values()) {
      text.addTo(document, story);
    }
    PublishedField.addTo(document, story.published());
    SummaryField.addTo(document, summary);
    RecordField.addTo(document, story);
    return document;
  }

  /** A story that nothing is known of but itself. */
  public static Document toDocument(Story story) {
    return toDocument(story, List.of(), List.of(), List.of());
  }
}
