package wellhead.server.traffic;

import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.eclipse.jetty.server.handler.DoSHandler.LeakingBucketTrackerFactory;

/**
 * The gates that a request passes, in this order: not too many from one client, then its turn among
 * the exports or among everything else. Health checks and the page's own files pass freely: the
 * first must be true under load, the second cost nothing.
 */
public final class Traffic {
  /** Under whatever path a proxy has us. */
  private static final Pattern FREE = Pattern.compile(".*/(?:(?:health|static)/[^/]+|metrics)");

  /** Clients that are remembered at once; the longest silent one is forgotten first. */
  private static final int CLIENTS = 10_000;

  private static final Pattern EXPORT = Pattern.compile("(?:^|&)format=(?:csv|ndjson)(?:&|$)");

  private final Limits limits;
  private final Turns searches;
  private final Turns exports;

  public Traffic(Limits limits) {
    this.limits = limits;
    searches =
        new Turns(
            request -> !isFree(request) && !isExport(request),
            limits.atOnce(),
            limits.waiting(),
            limits.patience());
    exports =
        new Turns(
            Traffic::isExport,
            limits.exportsAtOnce(),
            4 * limits.exportsAtOnce(),
            limits.patience());
  }

  /**
   * Puts the gates behind a handler of the server; the application is to be set behind the last of
   * them.
   */
  public void guard(Server server, Handler.Singleton outer) {
    exports.setHandler(searches);
    outer.setHandler(limits.perClientPerSecond() == 0 ? exports : perClient(exports));
    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
  }

  private DoSHandler perClient(Handler inner) {
    int rate = limits.perClientPerSecond();
    var gate =
        new DoSHandler(
            inner,
            DoSHandler.ID_FROM_REMOTE_ADDRESS,
            new LeakingBucketTrackerFactory(rate),
            (request, response, callback) -> {
              Refusal.TOO_MANY.write(request, response, callback);
              return true;
            },
            CLIENTS);
    gate.exclude(Traffic::isFree);
    return gate;
  }

  private static boolean isFree(Request request) {
    String path = request.getHttpURI().getPath();
    return path != null && FREE.matcher(path).matches();
  }

  private static boolean isExport(Request request) {
    String query = request.getHttpURI().getQuery();
    String accept = request.getHeaders().get(HttpHeader.ACCEPT);
    return (query != null && EXPORT.matcher(query).find())
        || (accept != null && (accept.contains("text/csv") || accept.contains("x-ndjson")));
  }

  /** How many wait for their turn now. */
  public int waiting() {
    return searches.waiting() + exports.waiting();
  }

  /** How many were refused for load since the start: at once, or after waiting in vain. */
  public long overloaded() {
    return searches.refused() + exports.refused();
  }
}
