package wellhead.indexer.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A request and what was answered; of two, nobody asks whether they are equal.
 *
 * @param id of the answer's record
 * @param at when the answer began: whatever the page says, it said by then
 * @param from the address that answered
 * @param request its header block as it was sent
 * @param headers of the answer, in their order and spelling
 * @param body as it was sent, with its content coding
 * @param cut why the body is not whole; {@code null} when it is
 */
@SuppressWarnings("ArrayRecordComponent")
record Exchange(
    URI id,
    WebAddress address,
    Instant at,
    InetAddress from,
    String request,
    int status,
    String reason,
    Headers headers,
    byte[] body,
    @Nullable Cut cut) {

  private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

  /** Why a body is not whole. */
  enum Cut {
    LENGTH("more was coming than is taken of one page"),
    TIME("it took too long"),
    DISCONNECT("the connection ended before the page did");

    private final String reason;

    Cut(String reason) {
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Whether it is the page that was asked for: 200, or 203 from a proxy that changed it. */
  boolean isPage() {
    return (status == 200 || status == 203) && body.length > 0;
  }

  boolean isNotModified() {
    return status == 304;
  }

  /** Where it sends us; empty when it does not, or to no web address. */
  Optional<WebAddress> redirect() {
    return isRedirect() ? header("Location").flatMap(address::resolve) : Optional.empty();
  }

  boolean isRedirect() {
    return REDIRECTS.contains(status) && header("Location").isPresent();
  }
}
