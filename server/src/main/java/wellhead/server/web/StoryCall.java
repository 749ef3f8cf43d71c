package wellhead.server.web;

import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code /stories/{id}}.
 *
 * @param zone in which the page shows times
 * @param format as asked for; {@code null} leaves it to {@code Accept}
 */
record StoryCall(QueryParams given, ZoneId zone, @Nullable Format format) {
  /** The forms that a story is given in. */
  static final Set<Format> FORMS =
      Collections.unmodifiableSet(EnumSet.of(Format.HTML, Format.JSON));

  /** Every parameter that a story knows. */
  static final List<String> NAMES = List.of("tz", "format");

  /**
   * @throws ProblemException naming the parameter at fault
   */
  static StoryCall read(QueryParams given) {
    Params.refuseUnknown(given, NAMES);
    Params.refuseRepeated(given, NAMES);
    return new StoryCall(
        given, Params.zone(given.first("tz")), Params.format(given.first("format"), FORMS));
  }
}
