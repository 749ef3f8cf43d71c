package wellhead.indexer.page;

import org.jspecify.annotations.Nullable;

/**
 * What markup tells of a line beyond its words.
 *
 * @param target where its words lead, as the page has it, be it relative; {@code null} when they
 *     lead nowhere. That a line leads elsewhere is known without the page's own address.
 * @param url the same as an address; {@code null} when it cannot be known
 * @param linked the words that lead there, of the line; empty when none do or it is not known which
 * @param machineDate a machine-readable time that belongs to the line; {@code null} when none
 * @param heading 1 to 6, as in {@code <h1>} to {@code <h6>}; 0 when it is no heading
 * @param place where it stands in its document; {@code null} when the capture has no tree
 */
record Markup(
    @Nullable String target,
    @Nullable String url,
    String linked,
    @Nullable String machineDate,
    int heading,
    @Nullable Place place) {

  /** Plain text. */
  static final Markup NONE = new Markup(null, null, "", null, 0, null);

  Markup {
    if (heading < 0 || heading > 6) {
      throw new IllegalArgumentException("a heading's level must be 0 to 6, not " + heading);
    }
    if (url != null && target == null) {
      throw new IllegalArgumentException("an address is known of what leads somewhere: " + url);
    }
  }

  /** The same, of a line of which other words lead there. */
  Markup linking(String words) {
    return new Markup(target, url, words, machineDate, heading, place);
  }
}
