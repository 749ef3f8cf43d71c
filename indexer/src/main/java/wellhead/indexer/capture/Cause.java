package wellhead.indexer.capture;

import java.util.Locale;

/** Why an input, or a part of it, was not read. */
public enum Cause {
  /** There is no such file or folder. */
  NOT_FOUND,
  /** The system does not let it be read, or reading it failed. */
  NOT_READABLE,
  /** A pipe, a socket or a device among captures. */
  NOT_A_FILE,
  /** Neither text nor anything else that can hold news. */
  NOT_TEXT,
  /** Bytes that its charset does not know. */
  NOT_DECODABLE,
  /** A page, record or feed larger than what is held in memory. */
  TOO_LARGE,
  /** A line longer than what is held in memory. */
  LINE_TOO_LONG,
  /** Markup or JSON nested deeper than any page that people made. */
  TOO_DEEP,
  /** It unpacks to far more than it is. */
  ZIP_BOMB,
  /** More of its kind inside each other than anybody needs. */
  NESTED_ARCHIVES,
  /** A name in an archive that leads out of it. */
  UNSAFE_NAME,
  /** Declarations that a feed has no use for and that can blow it up. */
  ENTITIES,
  /** Damaged, or it ends too early. */
  BROKEN,
  /** A line that is no JSON object. */
  BAD_JSON,
  /** A capture time that no capture has: before the web, or in the future. */
  BAD_TIME,
  /** A field that is missing or holds something else. */
  BAD_FIELD;

  /** The name that reports use. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
