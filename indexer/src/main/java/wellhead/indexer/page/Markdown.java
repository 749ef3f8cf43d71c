package wellhead.indexer.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text with links as {@code [words](address)}, headings as {@code ## words}, {@code **stress**}.
 */
final class Markdown implements Notation {

  private static final Pattern LINK = Pattern.compile("\\]\\((?:https?:|/|#|\\.|<)");
  private static final Pattern HEADING = Pattern.compile("^\\s*(#{1,6})\\s+(?=\\S)");
  private static final Pattern STRESS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}*_])(\\*{1,3}|_{1,3})(?=\\S)(.{1,400}?)(?<=\\S)\\1(?![\\p{L}\\p{N}*_])");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(?=[\\p{Punct}])");
  private static final int FEWEST = 3;

  /** Longer is no address. */
  private static final int LONGEST_ADDRESS = 2_000;

  static boolean isUsedIn(List<PrintedLine> lines) {
    int seen = 0;
    boolean heading = false;
    for (PrintedLine line : lines) {
      String text = line.text();
      seen += text.contains("](") && LINK.matcher(text).find() ? 1 : 0;
      heading |= text.indexOf('#') >= 0 && HEADING.matcher(text).find();
      if (seen >= FEWEST || (heading && seen > 0)) {
        return true;
      }
    }
    return heading;
  }

  @Override
  public Plain read(String line) {
    Matcher heading = HEADING.matcher(line);
    int level = heading.find() ? heading.group(1).length() : 0;
    String body = level > 0 ? line.substring(heading.end()) : line;
    if (body.indexOf('[') < 0) {
      return new Plain(
          unmarked(body), level == 0 ? Markup.NONE : new Markup(null, null, "", null, level, null));
    }
    Reader reader = new Reader(body);
    String text = unmarked(reader.text());
    String words = Lines.foldSpace(unmarked(reader.linked));
    boolean own = words.length() * 2 >= text.strip().length();
    String url = own && reader.url.contains(":") ? reader.url : null;
    return new Plain(
        text, new Markup(own ? reader.url : null, url, own ? words : "", null, level, null));
  }

  private static String unmarked(String text) {
    String plain = text;
    for (int i = 0; i < 2 && (plain.indexOf('*') >= 0 || plain.indexOf('_') >= 0); i++) {
      plain = STRESS.matcher(plain).replaceAll("$2");
    }
    return plain.indexOf('\\') < 0 ? plain : ESCAPED.matcher(plain).replaceAll("");
  }

  /** Takes the links of one line out; its longest link is remembered. */
  private static final class Reader {
    private final String line;
    private String linked = "";
    private String url = "";

    Reader(String line) {
      this.line = line;
    }

    String text() {
      return text(0, line.length(), 0);
    }

    private String text(int from, int to, int depth) {
      StringBuilder out = new StringBuilder();
      int at = from;
      while (at < to) {
        boolean image = line.startsWith("![", at);
        int open = image ? at + 1 : at;
        int close = line.charAt(open) == '[' && depth < 2 ? closing(open, to) : -1;
        int end =
            close > 0 && close + 1 < to && line.charAt(close + 1) == '('
                ? address(close + 1, to)
                : -1;
        if (end < 0) {
          out.append(line.charAt(at++));
          continue;
        }
        if (!image) {
          String words = text(open + 1, close, depth + 1);
          out.append(words);
          if (words.strip().length() > linked.length()) {
            linked = words.strip();
            url = line.substring(close + 2, end).strip().split("\\s", 2)[0].replaceAll("^<|>$", "");
          }
        }
        at = end + 1;
      }
      return out.toString();
    }

    private int closing(int open, int to) {
      int depth = 0;
      for (int i = open; i < Math.min(to, open + LONGEST_ADDRESS); i++) {
        char c = line.charAt(i);
        if (c == '\\') {
          i++;
        } else if (c == '[') {
          depth++;
        } else if (c == ']' && --depth == 0) {
          return i;
        }
      }
      return -1;
    }

    private int address(int open, int to) {
      int depth = 0;
      for (int i = open; i < Math.min(to, open + LONGEST_ADDRESS); i++) {
        char c = line.charAt(i);
        if (c == '(') {
          depth++;
        } else if (c == ')' && --depth == 0) {
          return i;
        }
      }
      return -1;
    }
  }
}
