package wellhead.server.traffic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * A line of JSON a request: {@code time}, {@code client}, {@code method}, {@code path}, {@code
 * query}, {@code status}, {@code bytes} (of the body as sent), {@code ms}. Written behind the
 * requests' backs, so that a slow disk does not slow an answer.
 */
public final class AccessLog extends AbstractLifeCycle implements RequestLog {
  /** What a client may write into the log at most, in characters. */
  private static final int LONGEST = 2_000;

  private static final JsonFactory JSON = new JsonFactory();

  private final LogFile file;
  private final InstantSource clock;

  private AccessLog(LogFile file, InstantSource clock) {
    this.file = file;
    this.clock = clock;
  }

  /**
   * Appends to a file; what rotates it should copy and truncate.
   *
   * @throws IOException when it cannot be written to
   */
  public static AccessLog to(Path file, InstantSource clock) throws IOException {
    return new AccessLog(LogFile.append(file), clock);
  }

  @Override
  public void log(Request request, Response response) {
    try {
      file.add(line(request, response));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  @Override
  protected void doStop() throws Exception {
    file.close();
  }

  private String line(Request request, Response response) throws IOException {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("time", clock.instant().toString());
      json.writeStringField("client", Request.getRemoteAddr(request));
      json.writeStringField("method", cut(request.getMethod()));
      json.writeStringField("path", cut(request.getHttpURI().getPath()));
      json.writeStringField("query", cut(request.getHttpURI().getQuery()));
      json.writeNumberField("status", response.getStatus());
      json.writeNumberField("bytes", Response.getContentBytesWritten(response));
      json.writeNumberField("ms", NanoTime.millisSince(request.getBeginNanoTime()));
      json.writeEndObject();
    }
    return text.toString();
  }

  private static String cut(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
