package wellhead.indexer.page;

import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelledLine;

/**
 * The age or the date in a line, and what is left of the line without it.
 *
 * @param label what it says
 * @param printed the label as printed, without what announces it or sets it off
 * @param headline what is left of the line: a headline, or small print; empty when nothing is
 * @param atEnd whether the label stands behind the rest
 * @param smallPrint whether the rest is known to be small print: a source, a section, a name, a
 *     count. Where it is not known, the words of the rest have to tell.
 * @param changed what the line says behind it of a change; {@code null} when nothing
 */
record Stamp(
    Label label,
    String printed,
    String headline,
    boolean atEnd,
    boolean smallPrint,
    @Nullable String changed) {

  static Stamp of(LabelledLine line) {
    return new Stamp(line.label(), line.printed(), line.headline(), line.atEnd(), false, null);
  }

  /** A line that is a label and nothing else. */
  static Stamp alone(Label label, String printed) {
    return new Stamp(label, printed, "", false, false, null);
  }

  /** A label beside a headline. */
  static Stamp beside(Label label, String printed, String headline, boolean atEnd) {
    return new Stamp(label, printed, headline, atEnd, false, null);
  }

  /** A label among small print. */
  static Stamp amongSmallPrint(Label label, String printed, String rest, boolean atEnd) {
    return new Stamp(label, printed, rest.strip(), atEnd, true, null);
  }

  /** The same place in its line, more being known of when. */
  Stamp saying(Label more, String words) {
    return new Stamp(more, words, headline, atEnd, smallPrint, changed);
  }

  Stamp printedAs(String words, String rest) {
    return new Stamp(label, words, rest, atEnd, smallPrint, changed);
  }

  /** The same, the line also telling of a change. */
  Stamp changed(@Nullable String when) {
    return new Stamp(label, printed, headline, atEnd, smallPrint, when);
  }
}
