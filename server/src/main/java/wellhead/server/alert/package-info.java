/**
 * What is new for this saved query, and who was told?
 *
 * <p>In: {@code alerts.toml} and a search engine. Out: messages, and notes of what was told. What
 * must stay true: new is what an alert has not told, by the story's id and those it took the place
 * of; what is new is written down, once, before anything is sent; it is then sent until it arrives
 * or is refused, always as the same bytes under the same id.
 */
@NullMarked
package wellhead.server.alert;

import org.jspecify.annotations.NullMarked;
