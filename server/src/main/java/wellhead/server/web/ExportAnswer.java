package wellhead.server.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wellhead.server.search.ExportSink;
import wellhead.server.search.SearchEngine;
import wellhead.server.search.SearchResults.IndexState;

/**
 * Streams every full match, never a part of them that looks like all: what fails half-way breaks
 * the connection off. Holds a buffer and no more; a client that leaves ends the work.
 */
final class ExportAnswer {
  private static final Logger LOG = LoggerFactory.getLogger(ExportAnswer.class);
  private static final int BUFFER_BYTES = 32 * 1024;

  private final SearchEngine engine;

  ExportAnswer(SearchEngine engine) {
    this.engine = engine;
  }

  void answer(Context ctx, SearchCall call, Format format, ExportRows rows) throws IOException {
    requireTimeOrder(call, format.wireName());
    var sink = new Sink(ctx, format, ExportName.of(call, format), rows);
    try {
      engine.export(call.request(), sink);
      sink.end();
    } catch (ClientGoneException e) {
      LOG.debug("a client left during an export", e);
    } catch (IOException | RuntimeException e) {
      if (!ctx.res().isCommitted()) {
        throw e;
      }
      LOG.error("an export failed half-way", e);
      breakOff(ctx);
    }
  }

  /**
   * Refuses the order by relevance, which does not last from one index to another.
   *
   * @throws ProblemException when it is asked for
   */
  static void requireTimeOrder(SearchCall call, String format) {
    if ("relevance".equals(call.given().first("sort"))) {
      throw ProblemException.unusable(
          "sort",
          format
              + " gives every match in the order of time: give newest or oldest for sort, or leave"
              + " it out.");
    }
  }

  /** So that what was sent is not taken for the whole. */
  private static void breakOff(Context ctx) {
    // a response that is merely left unfinished would be finished by whoever called us
    ServletContextRequest.getServletContextRequest(ctx.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  private static final class Sink implements ExportSink {
    private final Context ctx;
    private final Format format;
    private final ExportName name;
    private final ExportRows rows;
    private final OutputStream out;
    private final boolean wantsRows;

    Sink(Context ctx, Format format, ExportName name, ExportRows rows) {
      this.ctx = ctx;
      this.format = format;
      this.name = name;
      this.rows = rows;
      wantsRows = !HandlerType.HEAD.equals(ctx.method());
      // the stream below is opened by the first write: compression is decided by its length
      out = new BufferedOutputStream(new ToClient(ctx), BUFFER_BYTES);
    }

    @Override
    public void begin(IndexState index) throws IOException {
      ctx.contentType(format.contentType());
      ctx.header("Content-Disposition", name.header());
      if (wantsRows) {
        rows.begin(out);
      }
    }

    @Override
    public boolean take(Found found) throws IOException {
      if (wantsRows) {
        rows.row(out, found);
      }
      return wantsRows;
    }

    void end() throws IOException {
      if (wantsRows) {
        out.flush();
      } else {
        ctx.res().flushBuffer(); // or its length would be said to be 0
      }
    }
  }

  /** Tells a client that left from an index that cannot be read. */
  private static final class ToClient extends OutputStream {
    private final Context ctx;

    ToClient(Context ctx) {
      this.ctx = ctx;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        ctx.outputStream().write(bytes, offset, length);
      } catch (IOException e) {
        throw new ClientGoneException(e);
      }
    }
  }
}
