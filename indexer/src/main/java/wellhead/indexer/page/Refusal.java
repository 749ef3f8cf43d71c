package wellhead.indexer.page;

/**
 * Why a line is no headline.
 *
 * @param cause what counted most against it, in words, the same for many lines
 * @param reason the numbers that counted most, each with how much
 */
record Refusal(String cause, String reason) {}
