package wellhead.indexer.fetch;

import java.nio.charset.StandardCharsets;
import okhttp3.Headers;

/** The header block of an answer, as a record holds it. */
final class HeaderBlock {
  private HeaderBlock() {}

  /**
   * The block with its blank line. The body is kept without the chunks it came in, and a reader
   * that believes {@code Transfer-Encoding} would look for them; so that one header is renamed, as
   * other archiving programs do.
   */
  static byte[] of(Exchange exchange) {
    String lines = lines(exchange.headers()).replaceAll("(?im)^(transfer-encoding:)", "X-Orig-$1");
    String line = "HTTP/1.1 " + exchange.status() + " " + exchange.reason() + "\r\n";
    return (line + lines + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  static String lines(Headers headers) {
    var lines = new StringBuilder();
    for (int i = 0; i < headers.size(); i++) {
      lines.append(headers.name(i)).append(": ").append(headers.value(i)).append("\r\n");
    }
    return lines.toString();
  }
}
