/**
 * What did the person ask?
 *
 * <p>In: the text of a query. Between: a sealed tree that knows no Lucene, so that another engine
 * can translate it, and prints as the query language again. Out: a {@link
 * wellhead.server.query.Question} in Lucene's queries. What must stay true: any text is read, or
 * refused with a position and a remedy; whatever was read leniently is said.
 */
@NullMarked
package wellhead.server.query;

import org.jspecify.annotations.NullMarked;
