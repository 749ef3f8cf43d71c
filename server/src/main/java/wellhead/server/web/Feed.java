package wellhead.server.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.schema.Summary;
import wellhead.story.ArticleText;
import wellhead.story.Published;
import wellhead.story.Story;

/**
 * The newest stories of a search, in no format yet.
 *
 * @param home the page of the same search; also what the feed is known by
 * @param self the feed's own address
 * @param updated when one of its stories last changed
 */
record Feed(String title, String home, String self, Instant updated, List<Entry> entries) {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  static final String DESCRIPTION =
      "Energy headlines and when they were published. A date is the latest possible one; the"
          + " interval is beside it.";

  /** Names what only we say about a story. */
  static final String NAMESPACE = "urn:wellhead:time:1";

  Feed {
    entries = List.copyOf(entries);
  }

  /**
   * @param builtAt stands in for when the stories last changed if there are none
   */
  static Feed of(String query, String home, String self, Instant builtAt, List<Entry> entries) {
    return new Feed(
        query.isBlank() ? "Wellhead: newest headlines" : "Wellhead: " + query.strip(),
        home,
        self,
        entries.stream().map(Entry::updated).max(Comparator.naturalOrder()).orElse(builtAt),
        entries);
  }

  /**
   * A story in a feed.
   *
   * @param link where its headline leads: to the story itself when its link is known
   * @param page its page here
   * @param date the one instant that feeds have room for, the latest possible; of an undated story
   *     the last capture; {@code null} when no capture has a time either
   * @param updated when it last changed; the beginning of 1970 when nothing tells
   * @param summary what it says and when it was published, in words, a paragraph each
   */
  record Entry(
      Summary story,
      String link,
      String page,
      @Nullable Instant date,
      Instant updated,
      String summary) {
    private static final int MAX_TEXT = 300;

    /**
     * @param page the story's page here
     */
    static Entry of(Summary summary, Story story, String page, ZoneId zone) {
      String away = HitView.webAddress(summary.url());
      Instant date = date(summary);
      return new Entry(
          summary,
          away == null ? page : away,
          page,
          date,
          LastTold.of(story).or(() -> Optional.ofNullable(date)).orElse(Instant.EPOCH),
          summary(summary, story, zone));
    }

    /** Stable for the same captures, wherever it is served from. */
    String id() {
      return "urn:wellhead:story:" + story.id();
    }

    private static @Nullable Instant date(Summary summary) {
      Published published = summary.published();
      return published == null
          ? summary.lastSeen()
          : Stream.of(
                  Optional.ofNullable(published.interval().latest()),
                  Optional.ofNullable(summary.lastSeen()),
                  Optional.ofNullable(published.interval().earliest()))
              .flatMap(Optional::stream)
              .findFirst()
              .orElseThrow();
    }

    private static String summary(Summary summary, Story story, ZoneId zone) {
      HonestTime when = HonestTime.of(summary.published(), zone);
      String line = "Published: " + when.words();
      String source = summary.source();
      if (source != null) {
        line = source + ". " + line;
      }
      String text = beginning(story.article());
      return text.isEmpty() ? line : text + "\n\n" + line;
    }

    private static String beginning(@Nullable ArticleText article) {
      if (article == null) {
        return "";
      }
      String text =
          article.takeaways().isEmpty()
              ? article.body().strip()
              : String.join(" ", article.takeaways());
      String line = SPACES.matcher(text).replaceAll(" ");
      if (line.length() <= MAX_TEXT) {
        return line;
      }
      int space = line.lastIndexOf(' ', MAX_TEXT);
      int end = space > 0 ? space : line.offsetByCodePoints(0, line.codePointCount(0, MAX_TEXT));
      return line.substring(0, end) + "…";
    }
  }
}
