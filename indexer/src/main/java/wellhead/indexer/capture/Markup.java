package wellhead.indexer.capture;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told of markup without parsing it. */
final class Markup {
  private static final Pattern BEGINNING =
      Pattern.compile("(?i)<(?:!doctype\\s+html|html|head|body)[\\s>]");

  private static final int HEAD = 4_000;

  /** Elements that must be closed; others end where the next begins, and nest no deeper. */
  private static final Set<String> CLOSED =
      Set.of(
          "div",
          "span",
          "table",
          "ul",
          "ol",
          "section",
          "article",
          "main",
          "nav",
          "aside",
          "header",
          "footer",
          "blockquote",
          "b",
          "i",
          "em",
          "strong",
          "font",
          "u",
          "s",
          "small",
          "big",
          "sub",
          "sup",
          "center",
          "fieldset",
          "form",
          "svg",
          "g",
          "math",
          "template",
          "details",
          "figure",
          "dl",
          "button",
          "label",
          "object",
          "iframe",
          "noscript",
          "ruby",
          "bdi",
          "bdo",
          "q",
          "cite");

  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)");

  private Markup() {}

  /** Whether a saved page begins here, whatever comments or declarations stand before it. */
  static boolean isHtml(String text) {
    String head = text.substring(0, Math.min(text.length(), HEAD));
    return head.stripLeading().startsWith("<") && BEGINNING.matcher(head).find();
  }

  /** How deep elements are nested at most, one more than the limit when it is over that. */
  static int depth(String html) {
    Matcher tag = TAG.matcher(html);
    int depth = 0;
    int deepest = 0;
    while (tag.find() && deepest <= Limits.MARKUP_DEPTH) {
      if (CLOSED.contains(tag.group(2).toLowerCase(Locale.ROOT))) {
        depth = tag.group(1).isEmpty() ? depth + 1 : Math.max(0, depth - 1);
        deepest = Math.max(deepest, depth);
      }
    }
    return deepest;
  }

  /** How many elements are begun, as its tags have it; no further than just above the limit. */
  static int tags(String markup) {
    int tags = 0;
    for (int i = markup.indexOf('<');
        i >= 0 && tags <= Limits.TAGS;
        i = markup.indexOf('<', i + 1)) {
      tags += i + 1 < markup.length() && Character.isLetter(markup.charAt(i + 1)) ? 1 : 0;
    }
    return tags;
  }

  /** How deep the elements of an XML document are nested at most, as its tags have it. */
  static int xmlDepth(String xml) {
    int depth = 0;
    int deepest = 0;
    for (int i = xml.indexOf('<'); i >= 0; i = xml.indexOf('<', i + 1)) {
      if (xml.startsWith("<![CDATA[", i)) {
        i = endOf("]]>", xml, i);
      } else if (xml.startsWith("<!--", i)) {
        i = endOf("-->", xml, i);
      } else if (xml.startsWith("</", i)) {
        depth--;
      } else if (i + 1 < xml.length() && Character.isLetter(xml.charAt(i + 1))) {
        int end = xml.indexOf('>', i);
        if (end < 0 || xml.charAt(end - 1) != '/') {
          depth++;
          deepest = Math.max(deepest, depth);
        }
      }
    }
    return deepest;
  }

  private static int endOf(String mark, String xml, int from) {
    int end = xml.indexOf(mark, from);
    return end < 0 ? xml.length() : end;
  }
}
