package wellhead.server.web;

import org.jspecify.annotations.Nullable;

/** Ends a request with a {@link Problem}. */
final class ProblemException extends RuntimeException {
  private final Problem problem;

  ProblemException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  static ProblemException badRequest(String code, @Nullable String param, String detail) {
    return new ProblemException(Problem.badRequest(code, param, null, detail));
  }

  /** A value that the parameter does not take; the detail says which it does. */
  static ProblemException unusable(String param, String detail) {
    return badRequest("unusable_value", param, detail);
  }

  Problem problem() {
    return problem;
  }
}
