package wellhead.indexer.time;

import java.time.ZoneId;
import java.util.Optional;

/** The letters by which pages, and people who name files, call zones. */
public final class ZoneNames {
  private ZoneNames() {}

  /**
   * The zone of this name; empty when there is none, or there are several on different continents.
   */
  public static Optional<ZoneId> find(String name) {
    return ZoneGrammar.named(name);
  }
}
