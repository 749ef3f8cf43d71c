package wellhead.story;

/**
 * A row of a list, as far as it takes to know it again on another capture of the list.
 *
 * @param title a number for its folded title; two titles have the same one as good as never
 * @param link a number for its link; 0 when it has none
 */
public record ListedRow(long title, long link) {

  /** Whether the other is this row: it bears the same title or the same link. */
  public boolean is(ListedRow other) {
    return title == other.title || (link != 0 && link == other.link);
  }
}
