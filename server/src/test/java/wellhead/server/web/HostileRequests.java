package wellhead.server.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import wellhead.server.query.QueryParser;

/** Requests as nobody sends them who means well: at random, the same for the same seed. */
final class HostileRequests {
  private static final List<String> METHODS =
      List.of(
          "GET",
          "GET",
          "GET",
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "DELETE",
          "PATCH",
          "OPTIONS",
          "TRACE",
          "CONNECT",
          "PROPFIND",
          "get",
          "G\u0000T",
          "X".repeat(300));

  private static final List<String> PATHS =
      List.of(
          "/",
          "/search",
          "/search",
          "/search",
          "/search",
          "/suggest",
          "/stories/a",
          "/stories/a/similar",
          "/stories/%00",
          "/stories/a%2Fb",
          "/stories/..%2f..%2f",
          "/stories/" + "y".repeat(5_000),
          "/opensearch.xml",
          "/openapi.json",
          "/api",
          "/metrics",
          "/health/live",
          "/health/ready",
          "/static/wellhead.css",
          "/static/..%2f..%2fetc/passwd",
          "/static/%2e%2e/%2e%2e/pom.xml",
          "/../../../../etc/passwd",
          "/..;/..;/etc/passwd",
          "/%c0%ae%c0%ae/%c0%af",
          "/search;jsessionid=1",
          "/search/",
          "//search",
          "/search%3Fq=oil",
          "\\search",
          "/search\\..\\",
          "/%",
          "/%zz",
          "*",
          "http://elsewhere.example/search",
          "search",
          "/ü",
          "/search#part",
          "/WEB-INF/web.xml",
          "/.git/config");

  /** Those that a search knows, what says the most oftener, and what it does not know. */
  private static final List<String> NAMES =
      Stream.concat(
              SearchCall.NAMES.stream(),
              Stream.of("q", "q", "format", "Q", "q[]", "%71", "", "%", "\u0000", "nonsense"))
          .toList();

  private static final List<String> VALUES =
      List.of(
          "",
          "oil",
          "opec+80k+b/d",
          "%22oil+price",
          "title:",
          "((((((((((",
          ")",
          "-oil",
          "oil+OR+",
          "NEAR/5",
          "ref*",
          "*",
          "?",
          "a*+b*+c*+d*",
          "%",
          "%2",
          "%zz",
          "%00",
          "%ff%fe",
          "%c0%af",
          "%ed%a0%80",
          "%F0%9F%9B%A2",
          "%E2%80%AE",
          "%0d%0aX-Injected:+1",
          "%3Cscript%3E",
          "..%2f..%2fetc%2fpasswd",
          "${jndi:ldap://x}",
          "{{7*7}}",
          "'%20OR%20'1'='1",
          "all",
          "headline",
          "2025-07-01",
          "0001-01-01",
          "9999-12-31T23:59:59Z",
          "2025-13-45",
          "7d",
          "-7d",
          "P1M",
          "P999999999Y",
          "PT0S",
          "UTC",
          "Europe/Berlin",
          "Nowhere/City",
          "certain",
          "newest",
          "relevance",
          "0",
          "1",
          "100",
          "1000",
          "-1",
          "1e400",
          "NaN",
          "0x10",
          "99999999999999999999",
          "true",
          "yes",
          "html",
          "json",
          "csv",
          "ndjson",
          "rss",
          "atom",
          "jsonfeed",
          "xml",
          "source,author",
          "company,,",
          "hour",
          "auto",
          "AQEB",
          "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

  private static final List<String> HEADERS =
      List.of(
          "Accept: text/html",
          "Accept: */*;q=0",
          "Accept: text/html;q=2, ;;;, application/json;q=-1",
          "Accept: " + "a/b,".repeat(2_000),
          "Accept: application/*;q=0.5, text/csv",
          "Accept:",
          "Accept-Encoding: gzip, br;q=0, *;q=0",
          "Accept-Encoding: gzip;q=banana",
          "Accept-Language: \u0001\u0002",
          "If-None-Match: *",
          "If-None-Match: W/\"x\", \"y\",, \"",
          "If-None-Match: " + "\"t\",".repeat(3_000),
          "If-Modified-Since: yesterday",
          "If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
          "If-Match: \"x\"",
          "Range: bytes=0-1,2-3,5-",
          "Expect: 100-continue",
          "Expect: 200-ok",
          "Upgrade: h2c",
          "Connection: Upgrade, HTTP2-Settings",
          "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
          "Connection: close",
          "Origin: null",
          "Origin: https://evil.example",
          "Access-Control-Request-Method: PUT",
          "Host: other.example",
          "Host: a b",
          "X-Forwarded-Host: evil.example\"><script>",
          "X-Forwarded-Proto: javascript",
          "X-Original-URL: /metrics",
          "Authorization: Basic !!!!",
          "Authorization: Bearer",
          "Cookie: a=b; " + "c".repeat(4_000),
          "Content-Type: application/x-www-form-urlencoded",
          "Content-Length: 0",
          "Content-Length: -1",
          "Content-Length: 99999999999999999999",
          "Transfer-Encoding: gzip",
          "No colon here",
          ": no name",
          "Sp ace: 1",
          "Folded: 1\r\n 2",
          "N\u0000l: 1",
          "Value: \u0000",
          "Big: " + "b".repeat(200_000),
          "\u00e9: \u00e9");

  /** What is no request. */
  private static final List<String> NO_HTTP =
      List.of(
          "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
          "GET / HTTP/1.1 more\r\nHost: x\r\n\r\n",
          "GET /\r\n\r\n",
          "GET  /  HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET\t/\tHTTP/1.1\r\nHost: x\r\n\r\n",
          "GET / HTTP/1.1\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
          "GET / HTTP/1.1\nHost: x\n\n",
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
          "\u0000\u0000\u0000\u0000\r\n\r\n",
          "HELO mail.example\r\n\r\n",
          "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
          "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
          "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n");

  private final Random random;

  HostileRequests(long seed) {
    random = new Random(seed);
  }

  /**
   * Some bytes to send.
   *
   * @param text of which each character is a byte
   * @param count of answers that may come at most
   * @param bodiless whether HEAD was asked
   */
  record Sent(String text, int count, boolean bodiless) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
      return text.length() > 900 ? text.substring(0, 900) + "…" : text;
    }
  }

  Sent next() {
    return switch (random.nextInt(12)) {
      case 0 -> new Sent(any(NO_HTTP), 1, false);
      case 1 -> pipelined();
      case 2 -> new Sent(noise(), 1, false);
      case 3 -> {
        String body = "q=oil&x=" + "z".repeat(random.nextInt(3_000));
        String head =
            "POST " + address() + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length();
        yield new Sent(head + "\r\n\r\n" + body, 1, false);
      }
      default -> {
        String method = any(METHODS);
        yield new Sent(request(method), 1, method.equals("HEAD"));
      }
    };
  }

  /** Several at once; well-formed as far as their framing goes, so that each has its answer. */
  private Sent pipelined() {
    int count = 2 + random.nextInt(6);
    var all = new StringBuilder();
    for (int i = 0; i < count; i++) {
      all.append("GET /search?").append(parameters()).append(" HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    return new Sent(all.toString(), count, false);
  }

  private String request(String method) {
    var request = new StringBuilder(method).append(' ').append(address()).append(" HTTP/1.1\r\n");
    request.append("Host: x\r\n");
    for (int i = random.nextInt(4); i > 0; i--) {
      request.append(any(HEADERS)).append("\r\n");
    }
    if (random.nextInt(200) == 0) {
      request.append("X: y\r\n".repeat(3_000));
    }
    return request.append("\r\n").toString();
  }

  private String address() {
    return any(PATHS) + (random.nextInt(5) == 0 ? "" : "?" + parameters());
  }

  /** Half of them such as may be answered, so that what lies behind the door is tried, too. */
  private String parameters() {
    if (random.nextBoolean()) {
      String format = any(List.of("", "", "html", "csv", "ndjson", "rss", "atom", "jsonfeed"));
      return "q=" + value() + (format.isEmpty() ? "" : "&format=" + format);
    }
    var all = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      all.append(any(NAMES)).append(random.nextInt(12) == 0 ? "" : "=").append(value());
      all.append(random.nextInt(20) == 0 ? ";" : random.nextInt(20) == 0 ? "&&" : "&");
    }
    return all.toString();
  }

  /** What the query language can nest in itself: what opens, what stands inside, what closes. */
  private static final List<List<String>> NESTING =
      List.of(
          List.of("(", "a", ")"),
          List.of("-(", "a", ")"),
          List.of("-(-(", "a", "))"),
          List.of("NOT+(", "a", ")"),
          List.of("-(b+", "a", ")"),
          List.of("-(b+OR+", "a", ")"),
          List.of("(b+OR+-(", "a", "))"),
          List.of("(ab*+OR+-(", "re*", "))"),
          List.of("title:(", "oil", ")"),
          List.of("title:(-(body:(", "oil", ")))"),
          List.of("(%22oil+price%22+OR+-(", "gas+NEAR/5+oil", "))"),
          List.of("-(source:x+(", "author:y", "))"),
          List.of("(after:2020-01-01+OR+-(before:2021-01-01+", "a", "))"),
          List.of("-(*+", "*", ")"),
          List.of("(last+week+OR+(", "since+monday", "))"));

  /** To the limit, to a little beyond, or as many as an address takes. */
  private String nested() {
    List<String> construct = NESTING.get(random.nextInt(NESTING.size()));
    int brackets = (int) construct.getFirst().chars().filter(c -> c == '(').count();
    int depth = QueryParser.MAX_DEPTH / brackets - random.nextInt(3) + 1;
    String half = random.nextInt(4) == 0 ? "" : construct.getLast().repeat(depth);
    return construct.getFirst().repeat(depth) + construct.get(1) + half;
  }

  private String value() {
    return switch (random.nextInt(40)) {
      case 3, 4, 5 -> nested();
      case 6 -> repeated();
      case 0 -> any(VALUES).repeat(1 + random.nextInt(2_000));
      case 1 -> "%E2%98%A2".repeat(random.nextInt(12_000));
      case 2 -> any(VALUES) + "+" + any(VALUES) + any(VALUES);
      default -> any(VALUES);
    };
  }

  /** What the language reads, one beside the other, up to the longest query. */
  private static final List<String> BESIDE =
      List.of(
          "ab*+",
          "oi*+",
          "-re*+",
          "a,",
          "!,",
          ",",
          "*",
          "a.",
          "1.",
          "'s",
          "a~",
          "~5+",
          "%25+",
          "$7+",
          "A+OR+",
          "a+NOT+",
          "(a)+",
          "a+NEAR/5+",
          "2025-07-08+",
          "last+week+",
          "title:",
          "%22a+",
          "a.bc/",
          "http://a/",
          "1+",
          "-",
          "?",
          "US+");

  private String repeated() {
    String unit = any(BESIDE);
    String end = any(List.of("", "a", "!", "/b", "x/y"));
    int length = random.nextInt(4) == 0 ? QueryParser.MAX_LENGTH - 3 : 1_000;
    return unit.repeat(length / unit.replace("%25", "%").replace("%22", "%").length()) + end;
  }

  /** A request line of anything but its own end. */
  private String noise() {
    var noise = new StringBuilder("GET /search?q=");
    for (int i = random.nextInt(200); i > 0; i--) {
      char c = (char) random.nextInt(256);
      noise.append(c == '\n' || c == '\r' ? '.' : c);
    }
    return noise.append(" HTTP/1.1\r\nHost: x\r\n\r\n").toString();
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
