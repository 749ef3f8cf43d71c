package wellhead.indexer.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text with a number in brackets before each link, and the addresses in a list at the end, as
 * browsers for a terminal print pages.
 */
final class NumberedLinks implements Notation {

  private static final Pattern MARK = Pattern.compile("\\[(\\d{1,5})\\](?=\\S)");
  private static final Pattern OPENING =
      Pattern.compile("^\\s*(?:[•‣◦●○▪·*+o-]\\s+|\\d{1,3}[.)]\\s+)?\\[(\\d{1,5})\\](?=\\S)");
  private static final Pattern ADDRESS = Pattern.compile("^\\s*(\\d{1,5})\\.\\s+(\\S+:\\S+)\\s*$");

  /** An address wider than the page goes on below. */
  private static final Pattern MORE_OF_ADDRESS = Pattern.compile("^\\s+\\S+\\s*$");

  private static final Pattern LIST =
      Pattern.compile("(?i)^\\s*(?:references|(?:visible|hidden) links:?)\\s*$");
  private static final Pattern FORM =
      Pattern.compile(
          "\\(BUTTON\\)\\s*|\\[[\\w.%-]{1,80}\\.(?:jpe?g|png|gif|webp|svg)\\]|\\[(?:INS|DEL):|:(?:INS|DEL)\\]|^\\s*(?:IFRAME|\\[IMAGE\\]):?.*|_{4,}|\\[["
              + " x_]\\]|\\((?:\\*| |_)\\)\\s");

  /** A text may quote a source or two by number. */
  private static final int FEWEST = 5;

  private final Map<Integer, String> addresses = new HashMap<>();

  /**
   * Reads the list of addresses.
   *
   * @param lines of which it may have any
   */
  NumberedLinks(List<PrintedLine> lines) {
    int last = 0;
    for (PrintedLine line : lines) {
      Matcher address = ADDRESS.matcher(line.text());
      if (address.matches()) {
        last = Integer.parseInt(address.group(1));
        addresses.put(last, address.group(2));
      } else if (last > 0 && MORE_OF_ADDRESS.matcher(line.text()).matches()) {
        addresses.merge(last, line.text().strip(), String::concat);
      } else {
        last = 0;
      }
    }
  }

  /**
   * Where the list of addresses begins behind a page: nothing is read behind it, and the width of
   * its lines tells nothing of the page's.
   *
   * @return how many lines the page has without it
   */
  static int listStart(List<PrintedLine> lines) {
    for (int i = lines.size() - 1; i > 0; i--) {
      if (LIST.matcher(lines.get(i).text()).matches()) {
        boolean list =
            lines.subList(i + 1, lines.size()).stream()
                .filter(line -> !line.isBlank())
                .limit(2)
                .anyMatch(line -> ADDRESS.matcher(line.text()).matches() || isHeading(line));
        return list ? listStart(lines.subList(0, i)) : lines.size();
      }
    }
    return lines.size();
  }

  private static boolean isHeading(PrintedLine line) {
    return LIST.matcher(line.text()).matches();
  }

  /** Numbers that only grow, one by one, from link to link. */
  static boolean isUsedIn(List<PrintedLine> lines) {
    int last = 0;
    int steps = 0;
    for (PrintedLine line : lines) {
      Matcher mark = MARK.matcher(line.text());
      while (line.text().indexOf('[') >= 0 && mark.find()) {
        int number = Integer.parseInt(mark.group(1));
        steps += number == last + 1 ? 1 : -1;
        last = number;
      }
    }
    return steps >= FEWEST;
  }

  @Override
  public Plain read(String line) {
    if (ADDRESS.matcher(line).matches() || LIST.matcher(line).matches()) {
      return new Plain("", Markup.NONE);
    }
    String text = FORM.matcher(line).replaceAll("");
    Matcher opening = OPENING.matcher(text);
    @Nullable String url = opening.find() ? addresses.get(Integer.valueOf(opening.group(1))) : null;
    String plain = MARK.matcher(text).replaceAll("");
    return new Plain(plain, url == null ? Markup.NONE : new Markup(url, url, "", null, 0, null));
  }
}
