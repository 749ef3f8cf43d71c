package wellhead.server.traffic;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Hands each request to the threads that answer its kind: searches and pages, exports, and what
 * passes freely. Runs on the thread that reads from the network and never waits, so that a refusal
 * costs next to nothing and comes at once, however busy all others are.
 */
final class Dispatch extends Handler.Wrapper {
  /** Under whatever path a proxy has us. */
  private static final Pattern FREE = Pattern.compile("/(?:(?:health|static)/[^/]+|metrics)\\z");

  private static final Pattern EXPORT = Pattern.compile("(?:^|&)format=(?:csv|ndjson)(?:&|$)");

  /** Bytes; a question to an assistant's tool, the only body that is wanted, is far shorter. */
  static final int LONGEST_BODY = 256 * 1024;

  /** Characters of an address that a log shows. */
  private static final int LONGEST = 500;

  private final Turns searches;
  private final Turns exports;
  private final Limits limits;
  private final Outboxes outboxes;
  private final ExecutorService free = Executors.newVirtualThreadPerTaskExecutor();

  Dispatch(Turns searches, Turns exports, Limits limits) {
    this.searches = searches;
    this.exports = exports;
    this.limits = limits;
    outboxes = new Outboxes(limits.unreadBytes());
  }

  /** Lets the server call this on the very thread that reads. */
  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (isFree(request)) {
      free.execute(() -> answer(request, response, callback));
    } else if (isExport(request)) {
      var paced = new Pace(request, response, limits.pace());
      exports.offer(new Visit(request, response, callback, () -> answer(request, paced, callback)));
    } else if (HttpMethod.POST.is(request.getMethod())) {
      Posted.when(
          request,
          LONGEST_BODY,
          posted -> search(posted, response, callback),
          failure ->
              Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413));
    } else {
      search(request, response, callback);
    }
    return true;
  }

  private void search(Request request, Response response, Callback callback) {
    searches.offer(
        new Visit(request, response, callback, () -> answerBy(request, response, callback)));
  }

  /** The answer leaves at its reader's pace. */
  private void answerBy(Request request, Response response, Callback callback) {
    var outbox = new Outbox(request, response, callback, outboxes);
    answer(request, outbox, outbox.completion());
  }

  /** No record: two that look alike are two. */
  private static final class Visit implements Turns.Turn {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Runnable answering;

    /**
     * @param answering what its turn is for; a refusal is short enough to be written as it is
     */
    Visit(Request request, Response response, Callback callback, Runnable answering) {
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.answering = answering;
    }

    @Override
    public void take() {
      answering.run();
    }

    @Override
    public void refuse() {
      Refusal.OVERLOADED.write(request, response, callback);
    }

    /** A connection waits for its answer before its next request is read. */
    @Override
    public Object from() {
      return request.getConnectionMetaData().getConnection();
    }

    /** As it came, for whoever looks after the server. */
    @Override
    public String toString() {
      String address = request.getHttpURI().getPathQuery();
      String shown = address.length() <= LONGEST ? address : address.substring(0, LONGEST) + "…";
      return request.getMethod() + " " + shown;
    }
  }

  /** As the server does where it calls a handler itself. */
  private void answer(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      }
    } catch (Throwable e) {
      Response.writeError(request, response, callback, e);
    }
  }

  /** Health must be true under load; the page's own files cost nothing. */
  static boolean isFree(Request request) {
    String path = request.getHttpURI().getPath();
    return path != null && FREE.matcher(path).find();
  }

  private static boolean isExport(Request request) {
    String query = request.getHttpURI().getQuery();
    String accept = request.getHeaders().get(HttpHeader.ACCEPT);
    return (query != null && EXPORT.matcher(query).find())
        || (accept != null && (accept.contains("text/csv") || accept.contains("x-ndjson")));
  }

  @Override
  protected void doStop() throws Exception {
    super.doStop();
    free.shutdown();
    searches.close();
    exports.close();
  }
}
