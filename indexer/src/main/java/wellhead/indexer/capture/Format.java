package wellhead.indexer.capture;

import java.util.Locale;

/** What the user says the captures are: the option {@code --format}. Archives are opened anyway. */
public enum Format {
  /** Told by the content, record by record. */
  AUTO,
  /** Plain text, as a text extractor leaves it. */
  TEXT,
  /** Saved pages with their markup. */
  HTML,
  /** WARC, or the WET made from it. */
  WARC,
  /** RSS, Atom or JSON Feed. */
  FEED,
  /** JSON Lines, a story a line. */
  JSONL;

  /** The name that the option takes. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
