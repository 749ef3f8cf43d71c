package wellhead.indexer.page;

import org.jspecify.annotations.Nullable;

/**
 * A line with what it looks like.
 *
 * @param cue the known phrase it is or begins with; {@code null} when none
 * @param stamp the age or date in it; {@code null} when none. Its {@code headline} is what is left.
 */
record Row(Line line, Kind kind, Phrases.@Nullable Match cue, @Nullable Stamp stamp) {

  /** What one line looks like by itself; the blocks around it decide what it is. */
  enum Kind {
    /** An age or a date, perhaps with a name, a section or a count, and no headline. */
    LABEL,
    /** A day that says of which day the clock times below it are. */
    DAY,
    /** An age or a date and a headline. */
    DATED_TITLE,
    /** Could be a headline. */
    TITLE,
    /** A sentence or more. */
    PROSE,
    /** A known phrase; see {@link Row#cue}. */
    CUE,
    /** No letters: a count, a price, a rank. */
    NUMBER,
    /** None of these: a name, a menu item, a caption. */
    OTHER
  }

  String text() {
    return line.text();
  }

  /** An age or a date, and no title beside it. */
  boolean isLabel() {
    return stamp != null
        && !is(Kind.DATED_TITLE)
        && (is(Kind.LABEL) || is(Kind.PROSE) || (is(Kind.CUE) && hasOnlyLabel()));
  }

  private boolean hasOnlyLabel() {
    return stamp != null && stamp.headline().isBlank();
  }

  /** A known phrase that heads a block of the page. */
  boolean heads() {
    return is(Kind.CUE)
        && cue != null
        && HEADINGS.contains(cue.cue())
        && !(cue.cue() == Cue.RELATED && !cue.rest().isEmpty());
  }

  private static final java.util.Set<Cue> HEADINGS =
      java.util.EnumSet.of(
          Cue.NEWS,
          Cue.POPULAR,
          Cue.FORUM,
          Cue.SPONSORED,
          Cue.COMMENTS,
          Cue.LEGAL,
          Cue.RELATED,
          Cue.TAIL);

  boolean is(Kind other) {
    return kind == other;
  }

  boolean says(Cue phrase) {
    return kind == Kind.CUE && cue != null && cue.cue() == phrase;
  }

  /** Could be a headline, with or without a date on its line. */
  boolean titleLike() {
    return kind == Kind.TITLE || kind == Kind.DATED_TITLE;
  }

  /** A heading that is a link: the site's own way to say "this is a story's title". */
  boolean isHeadingLink() {
    return line.markup().heading() > 0
        && !line.markup().linked().isEmpty()
        && Wording.couldBeHeadline(line.text());
  }

  /** The words that are the title: what the line's link says, where that is most of the line. */
  String words() {
    String linked = line.markup().linked();
    return Wording.isHeadline(linked) && line.text().contains(linked) ? linked : line.text();
  }

  Row as(Kind other) {
    return new Row(line, other, cue, stamp);
  }
}
