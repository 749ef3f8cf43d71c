package wellhead.server.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The forms an answer can have. A new one is a constant here and a case in each route. */
enum Format {
  HTML("text/html"),
  JSON("application/json"),
  /** Every full match, a line each. */
  NDJSON("application/x-ndjson"),
  /** Every full match, a row each. */
  CSV("text/csv"),
  RSS("application/rss+xml"),
  ATOM("application/atom+xml"),
  JSONFEED("application/feed+json");

  private static final Pattern QUALITY = Pattern.compile("[01](\\.[0-9]{0,3})?");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The value of {@code format=}. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether readers ask for it again and again. */
  boolean isFeed() {
    return switch (this) {
      case RSS, ATOM, JSONFEED -> true;
      case HTML, JSON, NDJSON, CSV -> false;
    };
  }

  String mediaType() {
    return mediaType;
  }

  String contentType() {
    return mediaType + "; charset=utf-8";
  }

  static Optional<Format> named(@Nullable String wireName) {
    return Stream.of(values()).filter(f -> f.wireName().equals(wireName)).findFirst();
  }

  /**
   * The form that is asked for by name, the most welcome first: browsers name {@code text/html},
   * feed readers their feed. Wildcards alone name nothing, so that {@code curl} (which sends {@code
   * *}{@code /*}) gets what is usual, and whoever asks for something else gets JSON: an answer in
   * another form than hoped for is better than none.
   *
   * @param accept the request's {@code Accept} header; {@code null} when absent
   * @return empty when every form is refused in so many words
   */
  static Optional<Format> negotiate(@Nullable String accept, Format usual, Set<Format> offered) {
    if (accept == null) {
      return Optional.of(usual);
    }
    List<MediaRange> ranges = MediaRange.parse(accept);
    Optional<Format> named =
        offered.stream()
            .filter(f -> ranges.stream().anyMatch(r -> r.names(f.mediaType) && r.quality() > 0))
            .max(
                Comparator.comparingDouble((Format f) -> MediaRange.quality(ranges, f.mediaType))
                    .thenComparing(Comparator.reverseOrder()));
    if (named.isPresent()) {
      double json = MediaRange.quality(ranges, JSON.mediaType);
      return json > MediaRange.quality(ranges, named.get().mediaType) ? Optional.of(JSON) : named;
    }
    return Stream.of(usual, JSON).filter(f -> !MediaRange.refused(ranges, f.mediaType)).findFirst();
  }

  /** One entry of an {@code Accept} header. */
  private record MediaRange(String type, double quality) {

    static List<MediaRange> parse(String accept) {
      return Stream.of(accept.split(",")).map(MediaRange::parseOne).toList();
    }

    /** How welcome a type is: by its own entry, else its family's, else that of all types. */
    static double quality(List<MediaRange> ranges, String mediaType) {
      return applying(ranges, mediaType).map(MediaRange::quality).orElse(0.0);
    }

    /** Whether an entry says that the type is not welcome; not to mention it does not. */
    static boolean refused(List<MediaRange> ranges, String mediaType) {
      return applying(ranges, mediaType).filter(r -> r.quality() == 0).isPresent();
    }

    private static Optional<MediaRange> applying(List<MediaRange> ranges, String mediaType) {
      String family = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
      return Stream.of(mediaType, family, "*/*")
          .flatMap(t -> ranges.stream().filter(r -> r.names(t)))
          .findFirst();
    }

    boolean names(String mediaType) {
      return type.equals(mediaType);
    }

    private static MediaRange parseOne(String entry) {
      String[] parts = entry.split(";");
      double quality = 1;
      for (int i = 1; i < parts.length; i++) {
        String parameter = parts[i].strip();
        if (parameter.startsWith("q=")) {
          quality = qualityOf(parameter.substring(2));
        }
      }
      return new MediaRange(
          parts.length == 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT), quality);
    }

    /** A quality that is no number is read as 1: the type was named, after all. */
    private static double qualityOf(String text) {
      return QUALITY.matcher(text).matches() ? Double.parseDouble(text) : 1;
    }
  }
}
