package wellhead.indexer.capture;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a feed whose markup is damaged somewhere, each as a feed of its own. Takes time by
 * the length of the feed, whatever is in it.
 */
final class FeedParts {
  /** What stands before the first entry goes with each one; feeds have 1 to 3 kB of it. */
  private static final int LONGEST_HEAD = 8_000;

  private static final Pattern ROOT = Pattern.compile("(?i)<((?:\\w+:)?(?:rss|feed|rdf))[\\s>]");
  private static final Pattern BEGIN = Pattern.compile("(?i)<((?:\\w+:)?(?:item|entry))[\\s>]");

  /** Names that entries begin with and never end; a feed has one name for its entries. */
  private static final int MOST_UNENDED = 10;

  private final String xml;
  private final Matcher begin;
  private final @Nullable String root;
  private final Set<String> unended = new HashSet<>();
  private @Nullable String head;

  FeedParts(String xml) {
    this.xml = xml;
    Matcher found = ROOT.matcher(xml);
    root = found.find() ? found.group(1) : null;
    begin = BEGIN.matcher(xml);
    if (root != null && begin.find(found.end() - 1)) {
      head = head(found.start(), begin.start());
      begin.region(begin.start(), xml.length());
    }
  }

  /** With the channel's own fields where they are short enough to be had with every entry. */
  private @Nullable String head(int rootAt, int first) {
    if (first <= LONGEST_HEAD) {
      return xml.substring(0, first);
    }
    int end = xml.indexOf('>', rootAt) + 1;
    return end > LONGEST_HEAD ? null : xml.substring(0, end) + (isRss() ? "<channel>" : "");
  }

  /** The next entry that has an end; {@code null} when there is none. */
  @Nullable String next() {
    while (head != null && unended.size() <= MOST_UNENDED && begin.find()) {
      String name = begin.group(1).toLowerCase(Locale.ROOT);
      if (unended.contains(name)) {
        continue;
      }
      Matcher end = Pattern.compile("(?i)</" + Pattern.quote(name) + "\\s*+>").matcher(xml);
      if (!end.find(begin.end() - 1)) {
        unended.add(name);
        continue;
      }
      String entry = xml.substring(begin.start(), end.end());
      begin.region(end.end(), xml.length());
      return head + entry + (isRss() ? "</channel>" : "") + "</" + root + ">";
    }
    return null;
  }

  private boolean isRss() {
    return root != null && root.toLowerCase(Locale.ROOT).endsWith("rss");
  }
}
