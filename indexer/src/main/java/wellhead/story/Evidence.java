package wellhead.story;

import java.util.Locale;

/** What a published interval rests on. */
public enum Evidence {
  /** A printed age such as "4 days", with the capture time. */
  RELATIVE_AGE,
  /** A printed date. */
  ABSOLUTE_DATE,
  /** A time meant for machines: {@code <time datetime>}, JSON-LD, a feed's date. */
  MACHINE_READABLE,
  /** A dated comment: the article is no younger. */
  COMMENT_DATE,
  /** The first capture on which it stood: it is no younger. */
  FIRST_SEEN,
  /** Its neighbours in a list that is sorted newest first. */
  LIST_ORDER,
  /** Nothing. */
  NONE;

  /** The name that answers use. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
