package wellhead.server.search;

import java.util.Locale;
import wellhead.schema.Keyword;

/** A property of stories that can be filtered by and counted. */
public enum Facet {
  SOURCE(Keyword.SOURCE),
  AUTHOR(Keyword.AUTHOR);

  private final Keyword keyword;

  Facet(Keyword keyword) {
    this.keyword = keyword;
  }

  /** The name that requests and answers use. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  Keyword keyword() {
    return keyword;
  }
}
