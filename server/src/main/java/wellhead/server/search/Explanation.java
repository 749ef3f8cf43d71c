package wellhead.server.search;

import org.jspecify.annotations.Nullable;

/**
 * Why a hit is as it is.
 *
 * @param time how its time is known, step by step
 * @param score what its score is made of; {@code null} when the order is not by relevance
 */
public record Explanation(Narrowing time, @Nullable ScoreParts score) {}
