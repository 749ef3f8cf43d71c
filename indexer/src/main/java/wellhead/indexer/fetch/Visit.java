package wellhead.indexer.fetch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from an address to its page.
 *
 * @param hops one exchange an address, in their order
 * @param unchanged what the last one has not changed since; {@code null} when it answered in full
 * @param failure why the way ended before a page; {@code null} when it did not
 * @param kept whether what came is worth keeping: not a page that stands in another's place
 */
record Visit(
    List<Exchange> hops,
    HostRecord.@Nullable Seen unchanged,
    @Nullable String failure,
    boolean kept) {
  Visit {
    hops = List.copyOf(hops);
    if (unchanged != null && hops.isEmpty()) {
      throw new IllegalArgumentException("nothing can be unchanged that was not asked for");
    }
  }

  static Visit of(List<Exchange> hops, HostRecord.@Nullable Seen unchanged) {
    return new Visit(hops, unchanged, null, true);
  }

  static Visit failed(List<Exchange> hops, String reason) {
    return new Visit(hops, null, reason, true);
  }

  static Visit standIn(List<Exchange> hops, String reason) {
    return new Visit(hops, null, reason, false);
  }
}
