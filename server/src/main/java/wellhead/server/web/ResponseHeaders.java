package wellhead.server.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What every response carries, whatever its status. */
final class ResponseHeaders {
  /** Nothing but our own files and answers; nothing inline, no frame, no other host. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self';"
          + " form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  static final String VARY = "Accept, Accept-Encoding";

  private static final Map<String, String> ALL =
      new TreeMap<>(
          Map.of(
              "Content-Security-Policy", CONTENT_SECURITY_POLICY,
              "X-Content-Type-Options", "nosniff",
              // what was searched for is nobody else's business
              "Referrer-Policy", "same-origin",
              "Cross-Origin-Opener-Policy", "same-origin",
              "Cross-Origin-Resource-Policy", "same-origin",
              // an answer is as old as the index and the clock: ask again
              "Cache-Control", "no-cache",
              "Vary", VARY));

  private ResponseHeaders() {}

  static void onEveryResponse(BiConsumer<String, String> header) {
    ALL.forEach(header);
  }
}
