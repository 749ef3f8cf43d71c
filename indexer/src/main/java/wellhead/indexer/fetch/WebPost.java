package wellhead.indexer.fetch;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends something to an address, by the same client and the same guard that pages are asked by. */
public final class WebPost {
  private final WebClient client;

  /** Sends to the addresses that a guard allows. */
  public WebPost(UserAgent agent, AddressGuard guard, InstantSource clock) {
    this.client =
        new WebClient(
            Manners.USUAL, agent, guard, host -> List.of(InetAddress.getAllByName(host)), clock);
  }

  /**
   * What became of it.
   *
   * @param status of the answer; 0 when none came
   * @param reason for people
   * @param notBefore when it may be tried again, as the other side says; {@code null} when it does
   *     not
   */
  public record Answer(int status, String reason, @Nullable Instant notBefore) {}

  /**
   * Sends a body once.
   *
   * @param headers its media type among them
   */
  public Answer send(WebAddress address, Map<String, String> headers, byte[] body) {
    try {
      Exchange exchange = client.post(address, headers, body);
      return new Answer(
          exchange.status(),
          ("answered " + exchange.status() + " " + exchange.reason()).strip(),
          RetryAfter.of(exchange).orElse(null));
    } catch (NotCapturedException e) {
      return new Answer(0, e.reason(), null);
    }
  }
}
