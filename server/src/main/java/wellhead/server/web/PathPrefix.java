package wellhead.server.web;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Takes a prefix off a path. Some proxies hand the path on as it came, some without what they found
 * us by: both shall work, and nothing further in needs to know.
 */
final class PathPrefix extends Handler.Wrapper {
  private final String prefix;

  /**
   * @param prefix such as {@code /energy}; empty does nothing
   */
  PathPrefix(String prefix, Handler inner) {
    super(inner);
    this.prefix = prefix;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpURI uri = request.getHttpURI();
    String path = uri.getPath();
    if (prefix.isEmpty() || !(path + "/").startsWith(prefix + "/")) {
      return super.handle(request, response, callback);
    }
    String rest = path.substring(prefix.length());
    HttpURI inside = HttpURI.build(uri).path(rest.isEmpty() ? "/" : rest).asImmutable();
    return super.handle(Request.serveAs(request, inside), response, callback);
  }
}
