package wellhead.indexer.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes from an address to its page, by redirects, politely at each of them. */
final class Visits {
  private final Turns turns;
  private final Robots robots;
  private final WebClient client;
  private final Manners manners;

  /** Whether a page is asked for only if it has changed; not where it is to be drawn anyway. */
  private final boolean conditional;

  Visits(Turns turns, Robots robots, WebClient client, Manners manners, boolean conditional) {
    this.turns = turns;
    this.robots = robots;
    this.client = client;
    this.manners = manners;
    this.conditional = conditional;
  }

  private record Answer(Exchange exchange, HostRecord.@Nullable Seen condition) {}

  Visit visit(WebAddress asked) throws IOException, InterruptedException {
    var hops = new ArrayList<Exchange>();
    WebAddress next = asked;
    while (true) {
      Answer answer;
      try {
        answer = ask(next);
      } catch (NotCapturedException e) {
        return Visit.failed(
            hops, (hops.isEmpty() ? "" : "redirected to " + next + ": ") + e.reason());
      }
      Exchange exchange = answer.exchange();
      hops.add(exchange);
      if (!exchange.isRedirect()) {
        return end(hops, answer);
      }
      Optional<WebAddress> redirect = exchange.redirect();
      if (redirect.isEmpty()) {
        return Visit.failed(hops, "redirected to what is no web address");
      }
      Optional<Visit> nowhere = refused(hops, next, redirect.get());
      if (nowhere.isPresent()) {
        return nowhere.get();
      }
      next = redirect.get();
    }
  }

  /** A redirect that is not followed. */
  private Optional<Visit> refused(List<Exchange> hops, WebAddress from, WebAddress to) {
    Optional<String> challenge = Challenges.at(from, to);
    if (challenge.isPresent()) {
      return Optional.of(
          Visit.standIn(
              hops, "redirected to " + challenge.get() + " (" + to + "), which is not answered"));
    }
    if (hops.stream().anyMatch(hop -> hop.address().equals(to))) {
      return Optional.of(Visit.failed(hops, "redirected in a circle, back to " + to));
    }
    return hops.size() > manners.redirects()
        ? Optional.of(Visit.failed(hops, "redirected more than " + manners.redirects() + " times"))
        : Optional.empty();
  }

  private static Visit end(List<Exchange> hops, Answer answer) {
    Exchange last = answer.exchange();
    if (last.isNotModified() && answer.condition() != null) {
      return Visit.of(hops, answer.condition());
    }
    Optional<String> challenge = Challenges.in(last);
    if (challenge.isPresent()) {
      return Visit.standIn(
          hops,
          "answered with " + challenge.get() + " in place of the page, which is not got round");
    }
    if (last.cut() != null) {
      return Visit.failed(hops, "cut: " + last.cut().reason());
    }
    if (!last.isPage()) {
      String nothing = last.body().length == 0 && last.status() < 300 ? ", an empty page" : "";
      return Visit.failed(
          hops, ("answered " + last.status() + " " + last.reason()).strip() + nothing);
    }
    return Visit.of(hops, null);
  }

  private Answer ask(WebAddress address)
      throws IOException, NotCapturedException, InterruptedException {
    Duration gap = robots.gap(address);
    return turns.take(
        address,
        gap,
        before -> {
          HostRecord.Seen condition =
              conditional ? before.page(address).filter(Visits::stillThere).orElse(null) : null;
          Exchange exchange = client.get(address, conditions(condition));
          return new Turns.Taken<>(
              new Answer(exchange, condition),
              before.leftAloneUntil(RetryAfter.of(exchange).orElse(null)));
        });
  }

  /** "Not modified" would speak of a page that nobody has any more. */
  private static boolean stillThere(HostRecord.Seen seen) {
    return Files.exists(Path.of(seen.file()));
  }

  private static Map<String, String> conditions(HostRecord.@Nullable Seen seen) {
    var headers = new HashMap<String, String>();
    if (seen != null && seen.etag() != null) {
      headers.put("If-None-Match", seen.etag());
    }
    if (seen != null && seen.lastModified() != null) {
      headers.put("If-Modified-Since", seen.lastModified());
    }
    return headers;
  }
}
