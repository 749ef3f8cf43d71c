/**
 * What does this label mean?
 *
 * <p>In: the text of a label or a list line, and the capture it stood on. Out: what was printed
 * (grammar) and when that says the story was published (printer rules). What must stay true: the
 * interval under the site's own rule contains the true time, and an age is never found where none
 * is.
 */
@NullMarked
package wellhead.indexer.time;

import org.jspecify.annotations.NullMarked;
