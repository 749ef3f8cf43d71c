package wellhead.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import wellhead.server.search.SearchEngine;
import wellhead.server.search.SearchRequest;
import wellhead.server.search.SearchResults.IndexState;

/** Names the {@link Edition} of an answer by what the answer depends on, and by nothing else. */
final class Editions {
  private final SearchEngine engine;
  private final InstantSource clock;
  private final String program = ProgramDigest.compute();

  Editions(SearchEngine engine, InstantSource clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * The edition of an answer to a search.
   *
   * @param address where the request found us, which whole addresses in the answer begin with
   */
  Edition of(SearchCall call, Format format, String address) {
    IndexState index = engine.state();
    var parts = new ArrayList<>(List.of(program, format.name(), address));
    parts.add(call.given().on(""));
    parts.addAll(timeOf(call, format));
    Edition edition = Edition.of(index, parts);
    return isTimeless(call, format) ? settled(edition, index) : edition;
  }

  /** The edition of what the index alone decides. */
  Edition of(QueryParams given, Format format, String path) {
    IndexState index = engine.state();
    Edition edition = Edition.of(index, List.of(program, format.name(), path, given.on("")));
    return format == Format.HTML ? edition : settled(edition, index);
  }

  /** Another commit in the same second would have the same date. */
  private Edition settled(Edition edition, IndexState index) {
    boolean over = index.builtAt().plusSeconds(1).isBefore(clock.instant());
    return over ? edition.since(index.builtAt()) : edition;
  }

  /**
   * What of the clock an answer depends on: a page may show how long ago something was, and ranks
   * by freshness; a list in the order of time only where its window begins and ends.
   */
  private List<String> timeOf(SearchCall call, Format format) {
    SearchRequest request = call.request();
    return switch (format) {
      case HTML -> List.of(request.now().toString());
      case JSON ->
          request.query().isBlank() || request.recency() == 0
              ? window(request)
              : List.of(request.now().toString());
      case NDJSON, CSV, RSS, ATOM, JSONFEED -> window(request);
    };
  }

  private List<String> window(SearchRequest request) {
    return List.of(
        String.valueOf(request.since()),
        String.valueOf(request.until()),
        engine.understood(request));
  }

  /** Whether the clock alone never changes the answer. */
  private boolean isTimeless(SearchCall call, Format format) {
    if (format == Format.HTML || format == Format.JSON) {
      return false;
    }
    Instant later = call.request().now().plus(Duration.ofDays(400));
    return call.given().first("now") != null
        || timeOf(call, format).equals(timeOf(SearchCall.read(call.given(), later), format));
  }
}
