package wellhead.server.search;

/**
 * Why a hit is as it is.
 *
 * @param time how its time is known, step by step
 */
public record Explanation(Narrowing time) {}
