package wellhead.server.search;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wellhead.schema.Keyword;
import wellhead.schema.Mention;

/** A property of stories that can be filtered by and counted. */
public enum Facet {
  SOURCE(Keyword.SOURCE, null),
  AUTHOR(Keyword.AUTHOR, null),
  COMPANY(Keyword.COMPANY, Mention.COMPANY),
  COUNTRY(Keyword.COUNTRY, Mention.COUNTRY),
  COMMODITY(Keyword.COMMODITY, Mention.COMMODITY),
  PERSON(Keyword.PERSON, Mention.PERSON);

  private final Keyword keyword;
  private final @Nullable Mention mention;

  Facet(Keyword keyword, @Nullable Mention mention) {
    this.keyword = keyword;
    this.mention = mention;
  }

  /** The name that requests and answers use. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value that a person means: of a company, a country or a commodity, by any spelling. */
  String meant(String value) {
    return mention == null ? value : mention.named(value).orElse(value);
  }

  /** Whether no story can have the value, in no index. */
  boolean isUnknown(String value) {
    return mention != null && mention.named(value).isEmpty();
  }

  Keyword keyword() {
    return keyword;
  }
}
