package wellhead.indexer.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a site lets robots have (RFC 9309): asked for before its first page and once a day, obeyed
 * by our own group of rules or, where there is none, by that for all. A site without a robots.txt
 * allows everything, one that cannot tell at the moment nothing.
 */
final class Robots {
  /** As much of a robots.txt as RFC 9309 asks to be read. */
  private static final int MOST_CHARS = 500 << 10;

  /** Beyond, the library would take a delay for "never"; whoever waits decides about patience. */
  private static final long LONGEST_DELAY_MS = Duration.ofDays(365).toMillis();

  private final Turns turns;
  private final WebClient client;
  private final InstantSource clock;
  private final Manners manners;
  private final boolean ignored;

  Robots(Turns turns, WebClient client, InstantSource clock, Manners manners, boolean ignored) {
    this.turns = turns;
    this.client = client;
    this.clock = clock;
    this.manners = manners;
    this.ignored = ignored;
  }

  /**
   * How long to wait between two requests to the host of an address that may be had.
   *
   * @throws NotCapturedException when it may not be had, or that cannot be told now
   */
  Duration gap(WebAddress address) throws IOException, NotCapturedException, InterruptedException {
    if (ignored) {
      return manners.gap();
    }
    BaseRobotRules rules = rules(address);
    if (!rules.isAllowed(address.toString())) {
      throw new NotCapturedException(
          "the robots.txt of "
              + address.host()
              + " does not allow "
              + address.path()
              + "; --ignore-robots asks for it all the same");
    }
    Duration asked = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    return asked.compareTo(manners.gap()) > 0 ? asked : manners.gap();
  }

  private BaseRobotRules rules(WebAddress address)
      throws IOException, NotCapturedException, InterruptedException {
    HostRecord.RobotsFile file = turns.known(address).robots().get(address.origin());
    boolean fresh =
        file != null
            && !clock.instant().isAfter(file.fetchedAt().plus(manners.robotsAge()))
            && !file.fetchedAt().isAfter(clock.instant());
    if (file == null || !fresh) {
      file = fetch(address);
      HostRecord.RobotsFile fetched = file;
      turns.amend(address, record -> record.withRobots(address.origin(), fetched));
    }
    var parser = new SimpleRobotRulesParser(LONGEST_DELAY_MS, 0);
    return file.status() == 200
        ? parser.parseContent(
            address.robots().toString(),
            file.text().getBytes(StandardCharsets.UTF_8),
            "text/plain",
            List.of(UserAgent.TOKEN))
        : parser.failedFetch(file.status());
  }

  private HostRecord.RobotsFile fetch(WebAddress address)
      throws IOException, NotCapturedException, InterruptedException {
    WebAddress next = address.robots();
    for (int hop = 0; hop <= manners.redirects(); hop++) {
      Exchange exchange = ask(next);
      if (exchange.status() == 429 || exchange.status() >= 500) {
        throw new NotCapturedException(
            "the robots.txt of "
                + address.host()
                + " could not be had ("
                + exchange.status()
                + "), so it is not known what may be asked for; the next run tries again");
      }
      Optional<WebAddress> redirect = exchange.redirect();
      if (redirect.isEmpty()) {
        return file(exchange);
      }
      next = redirect.get();
    }
    return new HostRecord.RobotsFile(clock.instant(), 404, ""); // so says RFC 9309, 2.3.1.2
  }

  private Exchange ask(WebAddress address)
      throws IOException, NotCapturedException, InterruptedException {
    return turns.take(
        address,
        manners.gap(),
        before -> {
          Exchange exchange = client.get(address, Map.of("Accept", "text/plain,*/*;q=0.5"));
          return new Turns.Taken<>(
              exchange, before.leftAloneUntil(RetryAfter.of(exchange).orElse(null)));
        });
  }

  private HostRecord.RobotsFile file(Exchange exchange) throws NotCapturedException {
    if (exchange.status() < 200 || exchange.status() > 299) {
      return new HostRecord.RobotsFile(clock.instant(), 404, "");
    }
    if (exchange.cut() == Exchange.Cut.TIME || exchange.cut() == Exchange.Cut.DISCONNECT) {
      throw new NotCapturedException(
          "the robots.txt of "
              + exchange.address().host()
              + " came cut, so it is not known what may be asked for; the next run tries again");
    }
    String text = PlainBody.text(exchange, MOST_CHARS);
    return new HostRecord.RobotsFile(clock.instant(), 200, text);
  }
}
