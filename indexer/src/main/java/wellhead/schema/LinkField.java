package wellhead.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import wellhead.story.Sighting;
import wellhead.story.Story;

/**
 * A story's links, as far as they tell it from others: without scheme, {@code www.}, fragment, the
 * slash at the end, and what only tells where the reader came from.
 */
public final class LinkField {
  private static final String FIELD = "link";

  /** What newsletters, feeds and social networks add to a link, by their own documentation. */
  private static final Pattern COMES_FROM =
      Pattern.compile(
          "(?i)(?:utm_\\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_ga|cmpid)(?:=.*)?");

  private LinkField() {}

  static void addTo(Document document, Story story) {
    Stream.concat(
            Stream.of(Optional.ofNullable(story.url())),
            story.sightings().stream().map(Sighting::url).map(Optional::ofNullable))
        .flatMap(Optional::stream)
        .map(LinkField::told)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(link -> document.add(new StringField(FIELD, link, Field.Store.NO)));
  }

  /** Stories that have the link, with or without its scheme; none when it is no link. */
  public static Optional<Query> is(String link) {
    return Optional.ofNullable(told(link.contains("://") ? link : "http://" + link))
        .map(told -> new TermQuery(new Term(FIELD, told)));
  }

  private static @Nullable String told(String link) {
    try {
      var uri = new URI(link.strip());
      String host = uri.getHost();
      if (host == null) {
        return null;
      }
      String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("(?<!/)/++$", "");
      String query = query(uri.getRawQuery());
      String lower = host.toLowerCase(Locale.ROOT);
      return (lower.startsWith("www.") ? lower.substring(4) : lower)
          + path
          + (query.isEmpty() ? "" : "?" + query);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String query(@Nullable String raw) {
    return raw == null
        ? ""
        : Arrays.stream(raw.split("&"))
            .filter(part -> !part.isEmpty() && !COMES_FROM.matcher(part).matches())
            .collect(Collectors.joining("&"));
  }
}
