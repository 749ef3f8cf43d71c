package wellhead.server.traffic;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.eclipse.jetty.server.handler.DoSHandler.LeakingBucketTrackerFactory;

/**
 * The gates that a request passes, in this order: not too many from one client, then its turn among
 * the exports or among everything else. Health checks and the page's own files pass freely.
 */
public final class Traffic {
  /** Clients that are remembered at once; the longest silent one is forgotten first. */
  private static final int CLIENTS = 10_000;

  private final Limits limits;
  private final Turns searches;
  private final Turns exports;
  private final Watch watch;

  public Traffic(Limits limits) {
    this.limits = limits;
    searches =
        new Turns("search", limits.atOnce(), limits.waiting(), limits.patience(), System::nanoTime);
    exports =
        new Turns(
            "export",
            limits.exportsAtOnce(),
            4 * limits.exportsAtOnce(),
            limits.patience(),
            System::nanoTime);
    watch = new Watch(searches, limits.longest());
  }

  /**
   * Puts the gates behind a handler of the server; the application is to be set behind the last of
   * them.
   */
  public void guard(Server server, Handler.Singleton outer) {
    var dispatch = new Dispatch(searches, exports, limits);
    outer.setHandler(limits.perClientPerSecond() == 0 ? dispatch : perClient(dispatch));
    server.addBean(watch); // begins and ends with the server
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
    gate.exclude(Dispatch::isFree);
    return gate;
  }

  /**
   * How many searches and pages go on now though they should have been over more than a second ago.
   * None ever should: the places that they keep are lost to others.
   */
  public int overdue() {
    return watch.overdue();
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
