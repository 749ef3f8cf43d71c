package wellhead.indexer.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The beginning of a body, readable. */
final class PlainBody {
  private PlainBody() {}

  /** The first bytes of a body as text; of one that cannot be unpacked, nothing. */
  static String text(Exchange exchange, int most) {
    boolean gzip = exchange.header("Content-Encoding").orElse("").strip().endsWith("gzip");
    try (InputStream in = open(exchange.body(), gzip)) {
      return new String(in.readNBytes(most), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static InputStream open(byte[] body, boolean gzip) throws IOException {
    var in = new ByteArrayInputStream(body);
    return gzip ? new GZIPInputStream(in) : in;
  }
}
