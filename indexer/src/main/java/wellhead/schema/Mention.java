package wellhead.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import wellhead.story.Story;

/** What stories speak of by name: found when they are written, filtered by and counted after. */
public enum Mention {
  COMPANY("companies.txt", Keyword.COMPANY),
  COUNTRY("countries.txt", Keyword.COUNTRY),
  COMMODITY("commodities.txt", Keyword.COMMODITY),
  PERSON("people.txt", Keyword.PERSON);

  @SuppressWarnings("ImmutableEnumChecker") // does not change once it is read
  private final Gazetteer gazetteer;

  private final Keyword keyword;

  /** Whom a comment names is not what the story speaks of. */
  private static final List<TextField> NAMING =
      List.of(TextField.TITLE, TextField.EARLIER_TITLES, TextField.TAKEAWAYS, TextField.BODY);

  Mention(String file, Keyword keyword) {
    gazetteer = Gazetteer.read(file);
    this.keyword = keyword;
  }

  /** The names in a story's titles, takeaways and body, in the form that filters take. */
  public Set<String> in(Story story) {
    return gazetteer.namesIn(words(WrittenText.of(story)));
  }

  private static StoryWords words(Map<TextField, List<WrittenText>> texts) {
    var words = new ArrayList<StoryWords.Text>();
    for (TextField field : NAMING) {
      for (WrittenText text : texts.getOrDefault(field, List.of())) {
        words.add(StoryWords.Text.of(text.text(), text.tokens()));
      }
    }
    return new StoryWords(words);
  }

  /** The names in a text. */
  Set<String> namesIn(StoryWords words) {
    return gazetteer.namesIn(words);
  }

  /** What a story's names are written to. */
  public Keyword keyword() {
    return keyword;
  }

  /** All names, in alphabetical order. */
  public Set<String> names() {
    return gazetteer.names();
  }

  /**
   * The name in the form that filters take, of any of its spellings: {@code ExxonMobil} for {@code
   * exxon mobil}; empty when the gazetteer does not have it.
   */
  public Optional<String> named(String spelling) {
    return gazetteer.named(spelling);
  }

  static void addTo(Document document, Map<TextField, List<WrittenText>> texts) {
    StoryWords words = words(texts);
    for (Mention mention : values()) {
      mention.keyword.addTo(document, mention.gazetteer.namesIn(words));
    }
  }
}
