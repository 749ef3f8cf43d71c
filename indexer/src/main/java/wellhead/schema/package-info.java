/**
 * How does a story lie in the index, and how is each field asked?
 *
 * <p>Writing and asking of a field stand in one file, so that the unit and the analysis of a field
 * are known once. Imports stories and Lucene only. What must stay true: an index tells the version
 * of the schema it was written with, and whoever opens it compares.
 */
@NullMarked
package wellhead.schema;

import org.jspecify.annotations.NullMarked;
