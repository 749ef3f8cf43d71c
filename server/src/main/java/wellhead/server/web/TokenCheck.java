package wellhead.server.web;

import io.javalin.http.Context;
import wellhead.server.traffic.Tokens;

/** Lets nobody but the bearers of a token pass, except to where there is nothing to protect. */
final class TokenCheck {
  private final Tokens tokens;

  TokenCheck(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Health is asked for by what starts and stops servers, which has no secrets to show. */
  void require(Context ctx) {
    if (!ctx.path().startsWith("/health/") && !tokens.admit(ctx.header("Authorization"))) {
      throw new ProblemException(Problem.unauthorized());
    }
  }
}
