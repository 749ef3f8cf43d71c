/**
 * How good is the ranking, and did the last change make it better?
 *
 * <p>In: texts, topics and judgements of any ad-hoc retrieval collection. Between: the program
 * itself, indexing and answering over HTTP as for a user. Out: the field's measures, a topic at a
 * time, beside those of the run before.
 */
@NullMarked
package wellhead.evaluation;

import org.jspecify.annotations.NullMarked;
