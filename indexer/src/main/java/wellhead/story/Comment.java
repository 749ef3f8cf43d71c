package wellhead.story;

import org.jspecify.annotations.Nullable;

/**
 * A reader's comment under an article.
 *
 * @param author as printed; {@code null} when not printed
 * @param date as printed, relative or absolute; {@code null} when not printed
 * @param published resolved; {@code null} when nothing is known
 * @param text paragraphs joined by a blank line
 */
public record Comment(
    @Nullable String author, @Nullable String date, @Nullable Interval published, String text) {}
