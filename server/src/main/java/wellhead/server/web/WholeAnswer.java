package wellhead.server.web;

import io.javalin.compression.CompressionStrategy;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;

/**
 * Says the length of an answer that lies in memory as a whole, so that it leaves in one piece. Left
 * to the server, whatever exceeds its small buffer goes out in chunks, the end in a write of its
 * own.
 */
record WholeAnswer(CompressionStrategy compression) {

  /** To be called last: the answer is what it will be. A stream's length is not known. */
  void sayLength(Context ctx) {
    if (ctx.statusCode() == 200
        && !ctx.res().isCommitted()
        && ctx.resultInputStream() instanceof ByteArrayInputStream bytes
        && !mayBeCompressed(ctx)) {
      ctx.res().setContentLength(bytes.available());
    }
  }

  /** What is too short for it is counted by the server, in its buffer. */
  private boolean mayBeCompressed(Context ctx) {
    String accepted = ctx.header("Accept-Encoding");
    return accepted != null && compression.findMatchingCompressor(accepted) != null;
  }
}
