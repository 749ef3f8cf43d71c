package wellhead.story;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A title seen on one capture: a row of a list, or an article on its own page.
 *
 * @param capture where it stood
 * @param line its line in the capture, from 1 (for feeds and JSON Lines, the entry's number)
 * @param title as printed
 * @param url the story's own link; {@code null} when not known
 * @param age the relative age as printed; {@code null} when none
 * @param date the absolute date as printed; {@code null} when none
 * @param published under each rule; {@code null} when this sighting alone tells nothing
 * @param evidence what {@code published} rests on; {@link Evidence#NONE} exactly when it is {@code
 *     null}
 * @param article the article's text; without a body for a row that tells more than its title;
 *     {@code null} for any other row of a list
 * @param updated when it was last changed, as far as the page says so; {@code null} when not
 */
public record Sighting(
    CaptureRef capture,
    int line,
    String title,
    @Nullable String url,
    @Nullable String age,
    @Nullable String date,
    @Nullable RuleIntervals published,
    Evidence evidence,
    @Nullable ArticleText article,
    @Nullable Interval updated) {

  /** One that does not say when it was last changed. */
  public Sighting(
      CaptureRef capture,
      int line,
      String title,
      @Nullable String url,
      @Nullable String age,
      @Nullable String date,
      @Nullable RuleIntervals published,
      Evidence evidence,
      @Nullable ArticleText article) {
    this(capture, line, title, url, age, date, published, evidence, article, null);
  }

  public Sighting {
    Objects.requireNonNull(capture, "capture");
    if (title.isBlank()) {
      throw new IllegalArgumentException("a sighting needs a title");
    }
    if (line < 1) {
      throw new IllegalArgumentException("lines count from 1: " + line);
    }
    if ((published == null) != (evidence == Evidence.NONE)) {
      throw new IllegalArgumentException("an interval and its evidence go together: " + evidence);
    }
  }

  /** Whether it is an article, rather than a row of a list. */
  public boolean isArticle() {
    return article != null && article.hasBody();
  }
}
