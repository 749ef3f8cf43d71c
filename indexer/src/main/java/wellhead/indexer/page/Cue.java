package wellhead.indexer.page;

/** What a known phrase announces; each is a section of {@code phrases.txt}, described there. */
enum Cue {
  TAIL,
  NOISE,
  NEWS,
  POPULAR,
  RELATED,
  FORUM,
  SPONSORED,
  COMMENTS,
  LEGAL,
  TAKEAWAYS,
  BYLINE,
  CREDIT,
  READING_TIME,
  FIELD_TITLE,
  FIELD_AUTHOR,
  FIELD_DATE,
  FIELD_URL,
  FIELD_SUMMARY,
  FIELD_BODY
}
