package wellhead.story;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an article's own page says; or, without a body, what a feed or another program tells of a
 * story beside its title.
 *
 * @param author as printed; {@code null} when not printed
 * @param takeaways the key points printed above the body, in order
 * @param body paragraphs joined by a blank line; empty when only the rest is told
 * @param comments in page order
 */
public record ArticleText(
    @Nullable String author, List<String> takeaways, String body, List<Comment> comments) {

  public ArticleText {
    takeaways = List.copyOf(takeaways);
    comments = List.copyOf(comments);
    Objects.requireNonNull(body, "body");
  }

  /** Whether the text itself is there. */
  public boolean hasBody() {
    return !body.isEmpty();
  }
}
