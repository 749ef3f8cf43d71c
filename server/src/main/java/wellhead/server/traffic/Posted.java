package wellhead.server.traffic;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;

/**
 * A request whose body is here already, so that whoever sends it slowly keeps no place from others
 * meanwhile.
 */
final class Posted extends Request.Wrapper {
  private final Content.Source body;

  private Posted(Request request, ByteBuffer body) {
    super(request);
    this.body = Content.Source.from(body);
  }

  /**
   * Hands the request on when its body has come; no thread waits for it.
   *
   * @param longest bytes that a body may have
   * @param failed takes why it never will: it is longer, or its sender has gone or fallen silent
   */
  static void when(
      Request request, int longest, Consumer<Request> come, Consumer<Throwable> failed) {
    if (request.getLength() > longest) {
      failed.accept(new IllegalStateException("a body of " + request.getLength() + " bytes"));
      return;
    }
    Content.Source.asRetainableByteBuffer(
        request,
        request.getComponents().getByteBufferPool(),
        false,
        longest,
        Promise.from(body -> come.accept(new Posted(request, taken(body))), failed));
  }

  /** Of its own: what the pool lends goes back to it as soon as this returns. */
  private static ByteBuffer taken(RetainableByteBuffer body) {
    byte[] bytes = new byte[body.remaining()];
    body.getByteBuffer().get(bytes);
    return ByteBuffer.wrap(bytes);
  }

  @Override
  public Content.Chunk read() {
    return body.read();
  }

  @Override
  public void demand(Runnable more) {
    body.demand(more);
  }

  @Override
  public void fail(Throwable failure) {
    body.fail(failure);
  }

  @Override
  public long getLength() {
    return body.getLength();
  }
}
