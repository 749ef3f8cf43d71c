package wellhead.indexer.assemble;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import wellhead.story.ListedRow;
import wellhead.story.Sighting;

/**
 * Names under which sightings meet. Two sightings may belong to one story only when they share a
 * key, or are joined by a chain of sightings that do: the same source and folded title, or the same
 * source and link. Without a source, only sightings on the same capture meet.
 */
public final class StoryKeys {
  private static final int KEY_BYTES = 16;
  private static final int ID_BYTES = 10;

  private StoryKeys() {}

  /** The keys of one sighting, in a repeatable order. */
  public static Set<String> of(Sighting sighting) {
    var keys = new TreeSet<String>();
    keys.add(key(sighting, "title", TitleFold.fold(sighting.title())));
    if (sighting.url() != null) {
      keys.add(key(sighting, "link", sighting.url()));
    }
    return keys;
  }

  /** What a row is known by on other captures of its source's list. */
  static ListedRow row(Sighting sighting) {
    return new ListedRow(
        number(key(sighting, "title", TitleFold.fold(sighting.title()))),
        sighting.url() == null ? 0 : number(key(sighting, "link", sighting.url())));
  }

  private static long number(String key) {
    return Long.parseUnsignedLong(key, 0, 2 * Long.BYTES, 16);
  }

  private static String key(Sighting sighting, String kind, String name) {
    String source = sighting.capture().source();
    String owner = source == null ? "capture " + sighting.capture().id() : "source " + source;
    return hash(KEY_BYTES, owner, kind, name);
  }

  /** The keys of all these sightings. */
  public static Set<String> of(Collection<Sighting> sightings) {
    var keys = new TreeSet<String>();
    sightings.forEach(sighting -> keys.addAll(of(sighting)));
    return keys;
  }

  /** The name of one sighting; a story bears the name of its first. */
  public static String sightingId(Sighting sighting) {
    return hash(
        ID_BYTES,
        sighting.capture().id(),
        Integer.toString(sighting.line()), // many rows may stand on one line of a page's source
        TitleFold.fold(sighting.title()),
        String.valueOf(sighting.age()),
        String.valueOf(sighting.date()));
  }

  private static String hash(int bytes, String... parts) {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
