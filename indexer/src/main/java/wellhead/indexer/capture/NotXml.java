package wellhead.indexer.capture;

import java.util.List;
import org.jdom2.JDOMException;
import org.jdom2.input.JDOMParseException;

/** Why a text is no feed, for people who never heard of the libraries that found out. */
final class NotXml {
  private static final List<Meaning> MEANINGS =
      List.of(
          Meaning.of("within the same entity|^Premature end", "it ends too early"),
          Meaning.of("element type \"([^\"]{1,60})\" must be terminated", "<$1> is not closed"),
          Meaning.of("quote is expected for attribute \"([^\"]{1,60})", "$1= is not in quotes"),
          Meaning.of("^Attribute \"([^\"]{1,60})\" was already", "$1= is there twice"),
          Meaning.of("entity \"([^\"]{1,60})\" was referenced", "&$1; stands for no character"),
          Meaning.of("invalid XML character", "a character that no XML may hold"),
          Meaning.of("trailing section", "something follows its end"),
          Meaning.of("in prolog", "something comes before its first element"),
          Meaning.of("prefix \"([^\"]{1,60})\" for", "the prefix $1: is not declared"),
          Meaning.of("within comments", "two hyphens within a comment"),
          Meaning.of("must not contain the '<'", "a < within quotes, or a quote is not closed"),
          Meaning.of("^XML version", "it says another version of XML than 1.0"),
          Meaning.of(
              "must be followed by|well-formed", "a tag that is written wrongly, or a bare <"));

  private NotXml() {}

  /** In a few words, with the line where it is known. */
  static String said(Exception e) {
    if (!(e instanceof JDOMException)) {
      return "neither RSS nor Atom as they are written";
    }
    // the parser's own words, without the place that the library puts before them
    String said = String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
    String meant = Meaning.of(MEANINGS, said);
    return e instanceof JDOMParseException at && at.getLineNumber() > 0
        ? meant + " (line " + at.getLineNumber() + ")"
        : meant;
  }
}
