package wellhead.indexer.page;

/** What a known phrase announces; each is a section of {@code phrases.txt}, described there. */
enum Cue {
  TAIL("of what follows articles"),
  NOISE("furniture of pages"),
  NEWS("heads news"),
  POPULAR("heads what is read most"),
  RELATED("heads related stories"),
  FORUM("of a forum"),
  SPONSORED("of advertisements"),
  COMMENTS("of comments"),
  LEGAL("of the site itself"),
  TAKEAWAYS("heads key points"),
  BYLINE("of an author"),
  CREDIT("of a source"),
  READING_TIME("how long it takes to read"),
  FIELD_TITLE("names the title"),
  FIELD_AUTHOR("names the author"),
  FIELD_DATE("names the date"),
  FIELD_URL("names the address"),
  FIELD_SUMMARY("names the summary"),
  FIELD_BODY("names the text");

  private final String words;

  Cue(String words) {
    this.words = words;
  }

  /** For people. */
  String words() {
    return words;
  }
}
