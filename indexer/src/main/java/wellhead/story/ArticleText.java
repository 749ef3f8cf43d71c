package wellhead.story;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an article's own page says.
 *
 * @param author as printed; {@code null} when not printed
 * @param takeaways the key points printed above the body, in order
 * @param body paragraphs joined by a blank line
 * @param comments in page order
 */
public record ArticleText(
    @Nullable String author, List<String> takeaways, String body, List<Comment> comments) {

  public ArticleText {
    takeaways = List.copyOf(takeaways);
    comments = List.copyOf(comments);
    Objects.requireNonNull(body, "body");
  }
}
