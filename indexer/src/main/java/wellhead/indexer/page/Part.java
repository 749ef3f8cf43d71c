package wellhead.indexer.page;

import java.util.Locale;

/** What a line of a capture turned out to be part of. */
public enum Part {
  /** The line of a headline that was taken. */
  HEADLINE("headline"),
  /** Looked like news and was not taken. */
  REFUSED("not taken"),
  ARTICLE_TITLE("title of the article"),
  BYLINE("author of the article"),
  DATE("date of the article"),
  TAKEAWAY("key point of the article"),
  BODY("body of the article"),
  /** Between the article's title and its end, and none of its text: a caption, a button. */
  ARTICLE("inside the article, none of its text"),
  COMMENT("comment"),
  AUTHOR_CARD("card that introduces an author"),
  /** An age or a date. */
  LABEL("age or date"),
  TEASER("teaser"),
  PHRASE("known phrase"),
  SENTENCE("sentence outside of the article"),
  /** The words of a button, a picture or a section, at many places of the page. */
  REFRAIN("said again and again"),
  /** No letters: a count, a price, a rank. */
  NUMBER("number"),
  MENU("menu, by markup"),
  FOOTER("footer, by markup"),
  ADVERT("advertisement, by markup"),
  SMALL_PRINT("caption, byline or tag, by markup"),
  SHORT("short line that could be no title"),
  LONG("line too long for a title"),
  /** In two lines of the capture, one of the page: the text of the other line has its words. */
  WRAPPED("goes on from another line"),
  /** A line of marks, without a word. */
  MARKS("marks"),
  /** A field above the text of a scraper's file, such as "Author: ...". */
  FIELD("field"),
  /** Written by the program that made text of the page: a list of addresses, a box of a form. */
  NOTATION("written by the program that made text of the page");

  private final String words;

  Part(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** The name that {@code inspect} prints. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
