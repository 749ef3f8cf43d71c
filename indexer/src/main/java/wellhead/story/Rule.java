package wellhead.story;

import java.util.Locale;

/** How a site turns an age into the label it prints. A property of the source. */
public enum Rule {
  /** "4 days" from 4 days up to 5 days. */
  FLOOR,
  /** "4 days" from 3.5 days up to 4.5 days. */
  ROUND,
  /** "4 days" on the fourth calendar day after, in the site's zone. */
  CALENDAR,
  /** Not known: the span that covers all the others. */
  HULL;

  /** The name that commands, files and answers use. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
