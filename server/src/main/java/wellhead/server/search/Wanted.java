package wellhead.server.search;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to count over all full matches, beside the hits of the page.
 *
 * @param facets the properties whose values are counted
 * @param histogram how stories are counted by time; {@code null} for none
 * @param coverage whether to tell in which spans there are captures at all
 */
public record Wanted(Set<Facet> facets, @Nullable Bucketing histogram, boolean coverage) {
  /** Hits and their total only. */
  public static final Wanted NOTHING = new Wanted(Set.of(), null, false);

  public Wanted {
    facets = facets.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(facets));
  }
}
