package wellhead.server.web;

/** A problem as RFC 9457 says it, with {@code code}, {@code param} and {@code position} added. */
final class ProblemJson {
  private ProblemJson() {}

  static byte[] render(Problem problem) {
    return Json.object(json -> {
      json.string("type", "about:blank");
      json.string("title", problem.title());
      json.number("status", problem.status());
      json.string("code", problem.code());
      json.string("param", problem.param());
      json.number("position", problem.position());
      json.string("detail", problem.detail());
    });
  }
}
