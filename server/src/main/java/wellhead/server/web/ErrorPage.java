package wellhead.server.web;

import org.jspecify.annotations.Nullable;

/**
 * A problem as a browser shows it. Of the request only the query is kept, so that searching again
 * does not fail again.
 *
 * @param place where in the query it went wrong; {@code null} when nowhere in particular
 * @param wayOut where to go from here
 */
record ErrorPage(
    Frame frame, int status, String title, String detail, @Nullable Place place, Choice wayOut) {

  /**
   * @param path the address that was asked for, without its parameters
   */
  static ErrorPage of(Problem problem, QueryParams given, String path) {
    String query = given.first("q");
    return new ErrorPage(
        Frame.plain(problem.title(), query),
        problem.status(),
        problem.title(),
        problem.detail(),
        Place.of(problem, query),
        problem.status() == 503
            ? new Choice("Try again", given.on(path), false)
            : new Choice("The newest headlines", "/", false));
  }

  /** The query around the place: what comes before, the character there, what comes after. */
  record Place(String before, String at, String after) {
    private static final int CONTEXT = 60;

    static @Nullable Place of(Problem problem, @Nullable String query) {
      Integer position = problem.position();
      if (query == null || position == null || !"q".equals(problem.param())) {
        return null;
      }
      int at = Math.clamp(position, 0, query.length());
      int end = at == query.length() ? at : query.offsetByCodePoints(at, 1);
      String before = query.substring(0, at);
      String after = query.substring(end);
      return new Place(
          before.length() > CONTEXT ? "…" + before.substring(at - CONTEXT) : before,
          query.substring(at, end),
          after.length() > CONTEXT ? after.substring(0, CONTEXT) + "…" : after);
    }
  }
}
