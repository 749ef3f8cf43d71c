package wellhead.server.search;

/**
 * A document in its place.
 *
 * @param document its number in the searcher
 * @param score 0 when the order is not by relevance
 */
record Ranked(int document, float score) {}
