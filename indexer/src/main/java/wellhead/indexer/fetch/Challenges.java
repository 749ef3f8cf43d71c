package wellhead.indexer.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Pages that stand in the page's place to ask for something: whether a person is reading, or for
 * consent. They are told as what they are, and nothing is done to get round them. The signs are a
 * reviewed list, {@code challenges.txt}.
 */
final class Challenges {
  private static final int HEAD = 1 << 20;

  /** A page with the script of a challenge in it and fewer links than this has nothing else. */
  private static final int LINKS_OF_A_PAGE = 5;

  private static final Pattern LINK = Pattern.compile("(?i)<a\\s[^>]*href");

  private static final Challenges LISTED = read();

  private final List<Sign> headers;
  private final List<Sign> addresses;
  private final List<Sign> pages;

  /**
   * One line of the list.
   *
   * @param what of: {@code header}, {@code address} or {@code page}
   * @param pattern of what shows it
   * @param name for people
   */
  private record Sign(String what, Pattern pattern, String name) {}

  private Challenges(List<Sign> signs) {
    this.headers = of("header", signs);
    this.addresses = of("address", signs);
    this.pages = of("page", signs);
  }

  private static List<Sign> of(String what, List<Sign> signs) {
    return signs.stream().filter(sign -> sign.what().equals(what)).toList();
  }

  private static Challenges read() {
    try (InputStream in = Challenges.class.getResourceAsStream("challenges.txt");
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Challenges(
          reader
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\\t"))
              .map(field -> new Sign(field[0], Pattern.compile(field[1]), field[2]))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the list of challenges cannot be read", e);
    }
  }

  /** What a redirect leads to in place of a page; empty when it is an ordinary one. */
  static Optional<String> at(WebAddress from, WebAddress to) {
    String before = from.toString().toLowerCase(Locale.ROOT);
    String after = to.toString().toLowerCase(Locale.ROOT);
    return LISTED.addresses.stream()
        .filter(sign -> sign.pattern().matcher(after).find())
        .filter(sign -> !sign.pattern().matcher(before).find())
        .map(Sign::name)
        .findFirst();
  }

  /** What was answered in place of a page; empty for a page. */
  static Optional<String> in(Exchange exchange) {
    String block = HeaderBlock.lines(exchange.headers()).toLowerCase(Locale.ROOT);
    return first(LISTED.headers, block).or(() -> inPage(exchange));
  }

  private static Optional<String> inPage(Exchange exchange) {
    String page = PlainBody.text(exchange, HEAD);
    boolean fewLinks =
        LINK.matcher(page).results().limit(LINKS_OF_A_PAGE).count() < LINKS_OF_A_PAGE;
    return fewLinks ? first(LISTED.pages, page) : Optional.empty();
  }

  private static Optional<String> first(List<Sign> signs, String text) {
    return signs.stream()
        .filter(sign -> sign.pattern().matcher(text).find())
        .map(Sign::name)
        .findFirst();
  }
}
