package wellhead.indexer.page;

import org.jspecify.annotations.Nullable;

/**
 * One printed line, its layout kept apart from its words.
 *
 * @param number from 1, as in the capture
 * @param indent how many columns of space stood before it
 * @param bullet the list mark that stood before the words ("•", "3."); empty when none
 * @param text the words, white space folded, invisible characters gone; never empty
 * @param blankBefore whether an empty line, or nothing, stands above
 * @param blankAfter whether an empty line, or nothing, stands below
 * @param markup its links, times and place
 */
record Line(
    int number,
    int indent,
    String bullet,
    String text,
    boolean blankBefore,
    boolean blankAfter,
    Markup markup) {

  Line {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a line without words is no line: " + number);
    }
  }

  Line(int number, int indent, String bullet, String text, boolean before, boolean after) {
    this(number, indent, bullet, text, before, after, Markup.NONE);
  }

  /** Where the words lead; {@code null} when not known. */
  @Nullable String url() {
    return markup.url();
  }

  /** Whether it leads elsewhere, if the address is known or not. */
  boolean leads() {
    return markup.target() != null;
  }

  /** Whether most of its words lead elsewhere. */
  boolean isLink() {
    return leads() && markup.linked().length() * 2 > text.length();
  }

  /** A machine-readable time that belongs to the line; {@code null} when none. */
  @Nullable String machineDate() {
    return markup.machineDate();
  }

  /** Where it stands in its document; {@code null} in plain text. */
  @Nullable Place place() {
    return markup.place();
  }

  boolean bulleted() {
    return !bullet.isEmpty();
  }

  /** Stands alone between empty lines, as extractors set headings and paragraphs. */
  boolean isolated() {
    return blankBefore && blankAfter;
  }

  Line ending(boolean nowBlankAfter) {
    return new Line(number, indent, bullet, text, blankBefore, nowBlankAfter, markup);
  }

  /** The same line, what it begins with found to be a list mark. */
  Line bulleted(String mark) {
    String linked = markup.linked();
    Markup own = linked.startsWith(mark) ? markup.linking(linked.substring(mark.length())) : markup;
    String marks = bullet + mark.strip();
    return new Line(
        number, indent, marks, text.substring(mark.length()), blankBefore, blankAfter, own);
  }

  /** A part of the line as a line of its own; only the first keeps its mark and its link. */
  Line piece(String words, boolean first) {
    Markup own = first ? markup : Markup.NONE;
    return new Line(number, indent, first ? bullet : "", words, first && blankBefore, false, own);
  }

  /** The same line, some words at its end found to be no part of it or of its link. */
  Line without(String end) {
    String linked = markup.linked();
    Markup own = linked.endsWith(end) ? markup.linking(cut(linked, end)) : markup;
    return new Line(number, indent, bullet, cut(text, end), blankBefore, blankAfter, own);
  }

  private static String cut(String words, String end) {
    return words.substring(0, words.length() - end.length()).strip();
  }

  Line withText(String newText) {
    return new Line(number, indent, bullet, newText, blankBefore, blankAfter, markup);
  }
}
