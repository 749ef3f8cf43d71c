/**
 * Which headlines, which article, which comments are on this page?
 *
 * <p>In: the content of one capture. Out: a {@link wellhead.indexer.page.ParsedPage}, and, where it
 * is asked for, a {@link wellhead.indexer.page.PageExplanation}: what became of each line, and the
 * numbers that decided. Lines become rows, rows candidates and lists; articles and comments are
 * proposed; evidence is counted of each candidate, and one arbiter, {@code Layout}, takes the
 * likeliest way to read the whole ({@code indexer/docs/reading.md}).
 *
 * <p>What must stay true: nothing before the arbiter refuses a line; every line of the capture is a
 * headline, refused with the numbers that counted most, or part of something that has a name; "no
 * article" is an answer; nothing is dated here.
 */
@NullMarked
package wellhead.indexer.page;

import org.jspecify.annotations.NullMarked;
