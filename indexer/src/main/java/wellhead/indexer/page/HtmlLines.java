package wellhead.indexer.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelParser;

/**
 * A document as the lines that a reader sees, each with its link and its machine-readable time.
 *
 * <p>Elements that are blocks end a line, those that are paragraphs leave an empty line too, list
 * items get a list mark. An element whose whole text is an age or a date is a line of its own, for
 * markup that parts it from its title often has no space in it.
 */
final class HtmlLines implements NodeVisitor {

  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "dialog",
          "svg",
          "iframe",
          "object",
          "head",
          "select",
          "datalist",
          "textarea",
          "math",
          "canvas",
          "audio",
          "video");

  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "dl",
          "blockquote",
          "pre",
          "table",
          "hr",
          "figure",
          "form",
          "fieldset",
          "details");

  /** Schemes of addresses that are no pages. */
  private static final Set<String> NOT_PAGES = Set.of("javascript", "mailto", "tel", "data", "sms");

  private static final Pattern WHOLE_TIME =
      Pattern.compile("\\s*\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}");

  /** Longer texts are no labels. */
  private static final int LONGEST_LABEL = 60;

  /** A link that is less of its line than this is a word in a sentence, not the line's link. */
  private static final double OWN_LINK = .4;

  private static final Set<String> SMALL =
      Set.of("span", "small", "em", "i", "b", "strong", "abbr", "font", "bdi");

  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Map<Element, StringBuilder> links = new LinkedHashMap<>();
  private final Deque<Around> around = new ArrayDeque<>();
  private boolean blank = true;
  private String bullet = "";
  private int lineNumber = 1;
  private int heading;
  private @Nullable Place place;
  private @Nullable Element unseen;
  private @Nullable String machineDate;

  /** The element and the link of the last words; {@code null} when they are in none. */
  private @Nullable Node lastWords;

  private @Nullable Element lastLink;

  /**
   * What holds inside an element.
   *
   * @param link it stands in; {@code null} when in none
   * @param items how many list items it stands in
   * @param heading its level, 1 to 6; 0 when in none
   */
  private record Around(Place place, @Nullable Element link, int items, int heading) {}

  private HtmlLines() {}

  static List<Line> of(Document document) {
    HtmlLines reader = new HtmlLines();
    reader.around.push(new Around(Place.root(), null, 0, 0));
    document.body().traverse(reader);
    reader.endLine();
    reader.emptyLine();
    return List.copyOf(reader.lines);
  }

  @Override
  public void head(Node node, int level) {
    if (unseen != null) {
      return;
    }
    if (node instanceof TextNode words) {
      add(words);
    } else if (node instanceof Element element) {
      open(element);
    }
  }

  @Override
  public void tail(Node node, int level) {
    if (unseen != null) {
      if (node.equals(unseen)) {
        unseen = null;
      }
      return;
    }
    if (node instanceof Element element) {
      close(element);
    }
  }

  private void open(Element element) {
    String name = element.normalName();
    if (UNSEEN.contains(name) || isHidden(element)) {
      unseen = element;
      return;
    }
    if (name.equals("br") || (isRow(element) && !isAnnounced(element))) {
      endLine();
    } else if (name.equals("button")) {
      space(); // it is drawn apart from the next
    }
    around.push(inside(element, name, around.getFirst()));
    if (isParagraph(name)) {
      emptyLine();
    }
    if (name.equals("li")) {
      bullet = "•";
    }
    String datetime = datetime(element, name);
    if (!datetime.isBlank()) {
      machineDate = datetime.strip();
    }
  }

  /** What {@code time} says, or the title of small print in which a whole time is written. */
  private static String datetime(Element element, String name) {
    if (name.equals("time") && !element.attr("datetime").isBlank()) {
      return saysDay(element.attr("datetime")) ? element.attr("datetime") : "";
    }
    String title = element.attr("title");
    boolean small = name.equals("time") || name.equals("a") || SMALL.contains(name);
    return small && WHOLE_TIME.matcher(title).lookingAt() && isLabel(element) ? title : "";
  }

  /** A clock time alone is no more than what is printed. */
  private static boolean saysDay(String datetime) {
    return LabelParser.parse(datetime).filter(LabelParser::isClock).isEmpty();
  }

  private static Around inside(Element element, String name, Around outer) {
    boolean levels = name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) <= '6';
    return new Around(
        outer.place().inside(name + "." + element.className()),
        name.equals("a") && element.hasAttr("href") ? element : outer.link(),
        outer.items() + (name.equals("li") ? 1 : 0),
        levels && Character.isDigit(name.charAt(1)) ? name.charAt(1) - '0' : outer.heading());
  }

  private void close(Element element) {
    String name = element.normalName();
    if (isRow(element) || isLead(element)) {
      endLine();
    } else if (name.equals("button")) {
      space();
    }
    if (isParagraph(name)) {
      emptyLine();
    }
    around.pop();
    if (name.equals("li")) {
      bullet = "";
    }
  }

  /** Lists inside list items are rows of the same list. */
  private boolean isParagraph(String name) {
    boolean list = name.equals("ul") || name.equals("ol") || name.equals("dl");
    return PARAGRAPHS.contains(name) && !(list && around.getFirst().items() > 0);
  }

  /**
   * Not for the reader at any time. What a style hides is read: panels of tabs are shown at a
   * click.
   */
  private static boolean isHidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    String classes = element.className().toLowerCase(Locale.ROOT);
    return element.hasAttr("hidden")
        || isDialog(element)
        || classes.contains("visually-hidden")
        || classes.contains("visuallyhidden")
        || classes.contains("sr-only")
        || classes.contains("screen-reader");
  }

  /** What asks for consent or an address lies over the page and is no part of it. */
  private static boolean isDialog(Element element) {
    String role = element.attr("role");
    return role.equals("dialog")
        || role.equals("alertdialog")
        || element.attr("aria-modal").equals("true");
  }

  /** Whether lines end where it begins and where it ends. */
  private static boolean isRow(Element element) {
    return element.isBlock() || isLabel(element) || isCard(element);
  }

  /** An inline element that holds an age or a date and nothing else. */
  private static boolean isLabel(Element element) {
    if (element.isBlock() || element.childNodeSize() == 0 || element.childNodeSize() > 4) {
      return false;
    }
    String words = element.nameIs("time") || isSmall(element) ? element.text() : "";
    return !words.isEmpty()
        && words.length() <= LONGEST_LABEL
        && LabelParser.parse(words).isPresent();
  }

  /** "Updated <time>5 July</time>": the word before it says what it tells. */
  private boolean isAnnounced(Element element) {
    if (text.isEmpty() || text.length() > LONGEST_LABEL || !isLabel(element)) {
      return false;
    }
    String before = text.toString().strip();
    String announced = before.substring(before.lastIndexOf('|') + 1).strip();
    return announced.chars().noneMatch(Character::isDigit)
        && LabelParser.parse(announced + " " + element.text())
            .filter(label -> label.role() == Label.Role.MODIFIED)
            .isPresent();
  }

  /**
   * A link around several elements, beside others of its kind and no words of its parent's: styles
   * draw it as a card.
   */
  private static boolean isCard(Element element) {
    Element parent = element.parent();
    return element.nameIs("a")
        && element.childrenSize() > 1
        && parent != null
        && parent.ownText().isBlank()
        && isBesideLink(element);
  }

  private static boolean isBesideLink(Element element) {
    Element before = element.previousElementSibling();
    Element behind = element.nextElementSibling();
    return (before != null && before.nameIs("a")) || (behind != null && behind.nameIs("a"));
  }

  /**
   * "<b><a>Title</a></b> (3 hours ago) The teaser": what a paragraph begins with, where the one
   * before or behind it begins with a link, too.
   */
  private static boolean isLead(Element element) {
    Element parent = element.parent();
    return parent != null
        && parent.nameIs("p")
        && beginsWithLink(parent)
        && element.equals(parent.firstElementChild())
        && Wording.isHeadline(element.text())
        && (beginsWithLink(parent.previousElementSibling())
            || beginsWithLink(parent.nextElementSibling()));
  }

  private static boolean beginsWithLink(@Nullable Element paragraph) {
    if (paragraph == null || !paragraph.nameIs("p")) {
      return false;
    }
    Node first =
        paragraph.childNodes().stream()
            .filter(node -> !(node instanceof TextNode words && words.isBlank()))
            .findFirst()
            .orElse(paragraph);
    return first instanceof Element lead
        && (lead.nameIs("a")
            || (lead.childrenSize() == 1
                && Objects.requireNonNull(lead.firstElementChild()).nameIs("a")));
  }

  /** Only elements without blocks in them are asked for their text, so that it is read once. */
  private static boolean isSmall(Element element) {
    return SMALL.contains(element.normalName())
        && element.children().stream().noneMatch(c -> c.isBlock() || c.childNodeSize() > 2);
  }

  private void add(TextNode words) {
    String part = words.getWholeText();
    if (part.isBlank()) {
      space();
      return;
    }
    if (Character.isWhitespace(part.charAt(0))) {
      space();
    }
    String folded = Lines.visible(part);
    if (isBesideLast(words, folded)) {
      endLine();
    }
    if (text.isEmpty()) {
      lineNumber = Math.max(1, words.sourceRange().start().lineNumber());
    }
    text.append(folded);
    lastWords = words;
    lastLink = around.getFirst().link();
    if (Character.isWhitespace(part.charAt(part.length() - 1))) {
      space();
    }
    Around here = around.getFirst();
    place = place == null ? here.place() : place.shared(here.place());
    heading = heading == 0 ? here.heading() : heading;
    if (here.link() != null) {
      links.computeIfAbsent(here.link(), a -> new StringBuilder()).append(part);
    }
  }

  /**
   * Whether words begin a thing of their own though no white space parts them from the last:
   * another link, or within one link an element behind an element, such as a kicker and its title.
   * Styles draw such things apart. A word may change its element or its link in the middle; so the
   * seam has to look like the end of one text and the beginning of another.
   */
  private boolean isBesideLast(TextNode words, String folded) {
    if (text.isEmpty() || lastWords == null || lastLink == null || folded.isEmpty()) {
      return false;
    }
    int before = text.codePointBefore(text.length());
    int first = folded.codePointAt(0);
    Element link = around.getFirst().link();
    if (link == null || before == ' ' || !Seam.opens(first)) {
      return false;
    }
    boolean otherLink = !link.equals(lastLink) && !link.attr("href").equals(lastLink.attr("href"));
    return otherLink || (Seam.parts(before, first) && isBehindElement(words));
  }

  /** One element ends where the words before it end, another begins with these. */
  private static boolean isBehindElement(TextNode words) {
    Node at = words;
    while (at.previousSibling() == null && at.parent() instanceof Element parent) {
      at = parent;
    }
    return at instanceof Element && at.previousSibling() instanceof Element;
  }

  private void space() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  private void endLine() {
    String line = Lines.foldSpace(text.toString());
    if (isSideBySide(line)) {
      links.forEach((link, said) -> addLine(folded(said), leading(link, folded(said))));
    } else if (hasWords(line)) {
      addLine(line, markup(line));
    }
    text.setLength(0);
    links.clear();
    place = null;
    heading = 0;
  }

  private void addLine(String words, Markup markup) {
    lines.add(new Line(lineNumber, indent(), bullet, words, blank, false, markup));
    bullet = "";
    blank = false;
    machineDate = null;
  }

  /** Headlines in one row, each its own link, and nothing but marks between them. */
  private boolean isSideBySide(String line) {
    if (links.size() < 2 || machineDate != null) {
      return false;
    }
    int at = 0;
    for (StringBuilder said : links.values()) {
      String words = folded(said);
      int start = line.indexOf(words, at);
      if (start < 0 || !Wording.isHeadline(words) || hasWords(line.substring(at, start))) {
        return false;
      }
      at = start + words.length();
    }
    return !hasWords(line.substring(at))
        && links.keySet().stream().map(HtmlLines::address).distinct().count() == links.size();
  }

  private Markup leading(Element link, String words) {
    return new Markup(target(link), address(link), words, machineDate, heading, place);
  }

  private static String folded(CharSequence said) {
    return Lines.foldSpace(Lines.visible(said.toString()));
  }

  private static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private Markup markup(String line) {
    Element link = null;
    String words = "";
    for (Map.Entry<Element, StringBuilder> one : links.entrySet()) {
      String said = folded(one.getValue());
      if (said.length() > words.length() && said.length() >= OWN_LINK * line.length()) {
        link = one.getKey();
        words = said;
      }
    }
    return link == null
        ? new Markup(null, null, "", machineDate, heading, place)
        : leading(link, words);
  }

  /** As it is written; {@code null} when it leads to another part of the page or runs a script. */
  private static @Nullable String target(Element link) {
    String written = link.attr("href").strip();
    String scheme = written.toLowerCase(Locale.ROOT).split("[:/?#]", 2)[0];
    boolean elsewhere =
        !written.isEmpty() && !written.startsWith("#") && !NOT_PAGES.contains(scheme);
    return elsewhere ? written : null;
  }

  /** Where a link leads, resolved against the page; {@code null} when it leads nowhere known. */
  private static @Nullable String address(Element link) {
    String url = link.absUrl("href");
    boolean web = url.startsWith("http:") || url.startsWith("https:");
    return web && target(link) != null ? url : null;
  }

  /** Two columns a level, two more for what goes on in an item. */
  private int indent() {
    int depth = around.getFirst().items();
    return 2 * depth + (depth > 0 && bullet.isEmpty() ? 2 : 0);
  }

  private void emptyLine() {
    if (!lines.isEmpty() && !lines.getLast().blankAfter()) {
      lines.add(lines.removeLast().ending(true));
    }
    blank = true;
  }
}
