package wellhead.schema;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import wellhead.story.ArticleText;
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

  Mention(String file, Keyword keyword) {
    gazetteer = Gazetteer.read(file);
    this.keyword = keyword;
  }

  /** The names in a story's titles, takeaways and body, in the form that filters take. */
  public Set<String> in(Story story) {
    return gazetteer.namesIn(words(story));
  }

  private static StoryWords words(Story story) {
    var texts = new ArrayList<String>();
    texts.add(story.title());
    texts.addAll(story.earlierTitles());
    ArticleText article = story.article();
    if (article != null) {
      texts.addAll(article.takeaways());
      texts.add(article.body());
    }
    return StoryWords.of(texts);
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

  static void addTo(Document document, Story story) {
    StoryWords words = words(story);
    for (Mention mention : values()) {
      mention.keyword.addTo(document, mention.gazetteer.namesIn(words));
    }
  }
}
