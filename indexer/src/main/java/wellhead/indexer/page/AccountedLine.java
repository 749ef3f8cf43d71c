package wellhead.indexer.page;

import org.jspecify.annotations.Nullable;

/**
 * A line of a capture and what became of it.
 *
 * @param line from 1; in HTML several may share one
 * @param of the line that it belongs to: of a label, a teaser or what goes on; 0 when to none
 * @param reason why it is no headline, with the numbers that counted most; {@code null} when it is
 *     one, or was never asked
 */
public record AccountedLine(int line, String text, Part part, int of, @Nullable String reason) {}
