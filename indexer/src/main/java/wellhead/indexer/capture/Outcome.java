package wellhead.indexer.capture;

import org.jspecify.annotations.Nullable;

/** What came of reading a file, or one record or line of it. */
public sealed interface Outcome {

  /** A capture was read. */
  record Read(Capture capture) implements Outcome {}

  /** Nothing in it: worth a warning, not an error. */
  record Empty(String file) implements Outcome {}

  /**
   * A record that is meant to hold no news.
   *
   * @param record its number in the file, from 0; {@code null} when the file has no records
   * @param reason of a few kinds, for counting: "revisit", "not a page: image/png"
   */
  record Skipped(String file, @Nullable Integer record, String reason) implements Outcome {}

  /**
   * A record that was read, as far as it goes: whoever captured it noted that it was cut.
   *
   * @param reason as the standard has it: length, time, disconnect, unspecified
   */
  record Cut(String file, int record, String reason) implements Outcome {
    /** For people. */
    public String warning() {
      return file
          + ", record "
          + record
          + ": cut when it was captured ("
          + reason
          + "); what stood further down the page is missing";
    }
  }

  /** Not read, and why. */
  record Rejected(Rejection rejection) implements Outcome {}
}
