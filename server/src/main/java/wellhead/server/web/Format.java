package wellhead.server.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The forms an answer can have. A new one is a constant here and a case in each route. */
enum Format {
  JSON("application/json"),
  HTML("text/html");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The value of {@code format=}. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String contentType() {
    return mediaType + "; charset=utf-8";
  }

  static Optional<Format> named(@Nullable String wireName) {
    return Stream.of(values()).filter(f -> f.wireName().equals(wireName)).findFirst();
  }

  /**
   * The page for those who ask for {@code text/html} by name, which every browser does; JSON for
   * those who ask for JSON by name; otherwise {@code usual}. Wildcards alone name nothing, so that
   * {@code curl} (which sends {@code *}{@code /*}) gets what programs want.
   *
   * @param accept the request's {@code Accept} header; {@code null} when absent
   */
  static Format negotiate(@Nullable String accept, Format usual) {
    if (accept == null) {
      return usual;
    }
    List<MediaRange> ranges = MediaRange.parse(accept);
    boolean namesHtml = ranges.stream().anyMatch(r -> r.names(HTML.mediaType) && r.quality() > 0);
    boolean namesJson = ranges.stream().anyMatch(r -> r.names(JSON.mediaType) && r.quality() > 0);
    double html = MediaRange.quality(ranges, HTML.mediaType);
    double json = MediaRange.quality(ranges, JSON.mediaType);
    if (namesHtml && html >= json) {
      return HTML;
    }
    return namesJson || namesHtml ? JSON : usual;
  }

  /** One entry of an {@code Accept} header. */
  private record MediaRange(String type, double quality) {

    static List<MediaRange> parse(String accept) {
      return Stream.of(accept.split(",")).map(MediaRange::parseOne).toList();
    }

    /** How welcome a type is: by its own entry, else its family's, else that of all types. */
    static double quality(List<MediaRange> ranges, String mediaType) {
      String family = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
      return Stream.of(mediaType, family, "*/*")
          .flatMap(t -> ranges.stream().filter(r -> r.names(t)))
          .mapToDouble(MediaRange::quality)
          .findFirst()
          .orElse(0);
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
      return text.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(text) : 1;
    }
  }
}
