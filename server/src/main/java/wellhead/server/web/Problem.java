package wellhead.server.web;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered: RFC 9457.
 *
 * @param status the HTTP status, 400 to 599
 * @param code a stable word for programs
 * @param title the same sentence for every problem with this status
 * @param param the parameter at fault; {@code null} when none is
 * @param position in the parameter's value, from 0; {@code null} when the whole is at fault
 * @param detail what to do about it, for a person; carries nothing from inside the server
 */
record Problem(
    int status,
    String code,
    String title,
    @Nullable String param,
    @Nullable Integer position,
    String detail) {

  static final String MEDIA_TYPE = "application/problem+json";

  Problem {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("not the status of a problem: " + status);
    }
  }

  static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, null, null, detail);
  }

  static Problem badRequest(
      String code, @Nullable String param, @Nullable Integer position, String detail) {
    return new Problem(400, code, "The request cannot be answered", param, position, detail);
  }

  static Problem notFound() {
    return of(
        404,
        "not_found",
        "Nothing at this address",
        "There is no page at this address. The search is at / and /search?q=...");
  }

  static Problem cursorExpired() {
    return new Problem(
        410,
        "cursor_expired",
        "The cursor has expired",
        "cursor",
        null,
        "The index has moved on since this cursor was given, and the stories that it points into are no"
            + " longer open: ask for the first page again, without a cursor.");
  }

  static Problem storyNotFound() {
    return of(
        404,
        "story_not_found",
        "No such story",
        "No story has this id. It may have been taken out of the index, or the index was rebuilt"
            + " from other captures: search for its title.");
  }

  static Problem methodNotAllowed() {
    return of(
        405,
        "method_not_allowed",
        "Only GET and HEAD",
        "Nothing over HTTP changes the index: ask with GET or HEAD.");
  }

  static Problem postOnly() {
    return of(
        405,
        "method_not_allowed",
        "Only POST",
        "Assistants post their questions here, by the Model Context Protocol; people ask at /.");
  }

  static Problem foreignOrigin() {
    return of(
        403,
        "foreign_origin",
        "Not from this page",
        "Scripts of other pages may not ask here. Whoever runs this server lets an origin in with"
            + " --cors ORIGIN.");
  }

  static Problem notAcceptable(Set<Format> offered) {
    return of(
        406,
        "not_acceptable",
        "No form that you accept",
        "The request's Accept header refuses everything that there is: "
            + offered.stream().map(Format::mediaType).collect(Collectors.joining(", "))
            + ". Leave it out, or ask with format=.");
  }

  static Problem unauthorized() {
    return of(
        401,
        "unauthorized",
        "A token is needed",
        "This server answers bearers of a token only: send it as \"Authorization: Bearer TOKEN\", or"
            + " give it as the password when the browser asks.");
  }

  static Problem overloaded() {
    return of(
        503,
        "overloaded",
        "Too many requests at once",
        "The server is answering as many requests as it can: try again in a moment.");
  }

  static Problem tooMany() {
    return of(
        429,
        "too_many_requests",
        "Too many requests from you",
        "More requests came from your address than this server allows: slow down and try again.");
  }

  static Problem notReady() {
    return of(
        503,
        "not_ready",
        "No index to search yet",
        "No index is open yet. If none was built, run \"wellhead index PATH\" with your captures;"
            + " otherwise try again in a moment.");
  }

  static Problem notFollowing() {
    return of(
        503,
        "not_following",
        "The index cannot be read any more",
        "The index was deleted, replaced or damaged. Searches are answered from its last state that"
            + " could be read; run \"wellhead check\" to see what is wrong.");
  }

  static Problem damaged() {
    return of(
        503,
        "index_damaged",
        "The index is damaged",
        "What answers this cannot be read from the index any more; other searches may be answered."
            + " Run \"wellhead check\" to see what is wrong, and \"wellhead check --restore\" or"
            + " \"wellhead index --rebuild\" to mend it.");
  }

  static Problem stuck(int requests) {
    return of(
        503,
        "stuck",
        "Requests are stuck",
        requests
            + (requests == 1 ? " request goes" : " requests go")
            + " on though the time for an answer is long over. That is a fault of the server; its log"
            + " names the request. Starting it again frees its place.");
  }

  static Problem unknownProtocol() {
    return of(
        505,
        "unknown_protocol",
        "The version of HTTP is unknown",
        "The request's first line names a version of HTTP that is not spoken here: use HTTP/1.1.");
  }

  static Problem uriTooLong() {
    return of(
        414,
        "uri_too_long",
        "The address is too long",
        "The address is longer than this server reads. A query may have "
            + SearchCall.MAX_QUERY_LENGTH
            + " characters: ask for less.");
  }

  static Problem internal() {
    return of(
        500,
        "internal_error",
        "Something went wrong here",
        "The server failed to answer; the request is not to blame. The server's log says more.");
  }
}
