/**
 * Which headlines, which article, which comments are on this page?
 *
 * <p>In: the content of one capture. Out: a {@link wellhead.indexer.page.ParsedPage}. What must
 * stay true: every line is a headline, part of the article, a comment, furniture, or rejected with
 * a reason; "no article" is an answer; nothing is dated here.
 */
@NullMarked
package wellhead.indexer.page;

import org.jspecify.annotations.NullMarked;
