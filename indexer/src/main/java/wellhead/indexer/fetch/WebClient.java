package wellhead.indexer.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/**
 * Asks for one thing and takes what comes: HTTP/1.1 over a connection of its own, no redirect
 * followed, nothing decoded, no cookie kept, no proxy, for behind one nobody knows where a
 * connection ends.
 */
final class WebClient {
  private static final int PIECE = 16 << 10;

  private final OkHttpClient client;
  private final Manners manners;
  private final UserAgent agent;
  private final InstantSource clock;

  /** What looks up names. */
  @FunctionalInterface
  interface Names {
    List<InetAddress> lookUp(String host) throws UnknownHostException;
  }

  WebClient(
      Manners manners, UserAgent agent, AddressGuard guard, Names names, InstantSource clock) {
    this.manners = manners;
    this.agent = agent;
    this.clock = clock;
    Dns dns = names::lookUp;
    this.client =
        new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .socketFactory(guard.sockets())
            .dns(dns)
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .cookieJar(CookieJar.NO_COOKIES)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .connectTimeout(manners.connect())
            .readTimeout(manners.whole())
            .writeTimeout(manners.whole())
            .callTimeout(manners.whole())
            .build();
  }

  /**
   * Asks for a page.
   *
   * @param more headers beside the usual ones
   * @throws NotCapturedException when no answer came
   */
  Exchange get(WebAddress address, Map<String, String> more) throws NotCapturedException {
    var request =
        new Request.Builder()
            .url(address.url())
            .header("User-Agent", agent.header())
            .header(
                "Accept",
                "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
                    + "application/xml;q=0.9,*/*;q=0.8")
            // said by us, so that the library leaves the body as it is sent
            .header("Accept-Encoding", "gzip")
            .header("Connection", "close");
    more.forEach(request::header);
    return send(address, request.build());
  }

  /**
   * Sends something.
   *
   * @param headers beside the usual ones, the body's media type among them
   * @throws NotCapturedException when no answer came
   */
  Exchange post(WebAddress address, Map<String, String> headers, byte[] body)
      throws NotCapturedException {
    var request =
        new Request.Builder()
            .url(address.url())
            .header("User-Agent", agent.header())
            .header("Connection", "close")
            .post(RequestBody.create(body));
    headers.forEach(request::header);
    return send(address, request.build());
  }

  private Exchange send(WebAddress address, Request request) throws NotCapturedException {
    var wire = new Wire();
    try (Response response =
        client.newBuilder().addNetworkInterceptor(wire).build().newCall(request).execute()) {
      return exchange(address, response, wire, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    } catch (IOException e) {
      throw new NotCapturedException(Failure.of(e, address, manners));
    }
  }

  private Exchange exchange(WebAddress address, Response response, Wire wire, Instant at)
      throws IOException {
    var body = new Buffer();
    Exchange.Cut cut = null;
    try (BufferedSource source = response.body().source()) {
      while (body.size() <= manners.bodyBytes() && source.read(body, PIECE) >= 0) {
        // on it goes
      }
      if (body.size() > manners.bodyBytes()) {
        cut = Exchange.Cut.LENGTH;
      }
    } catch (InterruptedIOException e) {
      cut = Exchange.Cut.TIME;
    } catch (IOException e) {
      cut = Exchange.Cut.DISCONNECT;
    }
    InetAddress from = wire.from.get();
    String request = wire.request.get();
    if (from == null || request == null) {
      throw new IOException("answered without a connection");
    }
    return new Exchange(
        URI.create("urn:uuid:" + UUID.randomUUID()),
        address,
        at,
        from,
        request,
        response.code(),
        response.message(),
        response.headers(),
        body.readByteArray(Math.min(body.size(), manners.bodyBytes())),
        cut);
  }

  /** Sees the request as it goes out, and whom it goes to. */
  private static final class Wire implements Interceptor {
    final AtomicReference<InetAddress> from = new AtomicReference<>();
    final AtomicReference<String> request = new AtomicReference<>();

    @Override
    public Response intercept(Chain chain) throws IOException {
      Request sent = chain.request();
      var connection = chain.connection();
      if (connection == null) {
        throw new IOException("asked without a connection");
      }
      from.set(connection.socket().getInetAddress());
      String query = sent.url().encodedQuery();
      request.set(
          sent.method()
              + " "
              + sent.url().encodedPath()
              + (query == null ? "" : "?" + query)
              + " HTTP/1.1\r\n"
              + HeaderBlock.lines(sent.headers())
              + "\r\n");
      return chain.proceed(sent);
    }
  }
}
