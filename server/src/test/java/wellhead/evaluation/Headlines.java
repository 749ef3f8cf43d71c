package wellhead.evaluation;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import wellhead.story.Interval;

/** Headlines in JSON lines, may be .gz: {@code id}, {@code title}, {@code source}, {@code date}. */
final class Headlines {
  /** Files written from Python have NaN. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’&+-]+");

  private static final int DAY = "2020-01-01".length();

  private Headlines() {}

  /**
   * A headline.
   *
   * @param ids of the lines that have it: an edited title has the link of the one before
   * @param title the last one
   * @param published empty when no line says it
   */
  record Headline(List<String> ids, String title, String source, Optional<Interval> published) {
    Headline {
      ids = List.copyOf(ids);
    }

    Headline edited(String id, String newer) {
      return new Headline(
          Stream.concat(ids.stream(), Stream.of(id)).toList(), newer, source, published);
    }
  }

  /** In the order of the file. */
  static List<Headline> read(Path file) throws IOException {
    var headlines = new LinkedHashMap<String, Headline>();
    for (JsonNode line : lines(file)) {
      String title = line.path("title").asText("");
      String id = line.path("id").asText("");
      if (title.isBlank()) {
        continue;
      }
      String url = line.path("url").asText("").replaceFirst("[?#].*", "");
      String source = source(line.path("source").asText(""), url);
      var headline = new Headline(List.of(id), title, source, published(line));
      headlines.merge(
          url.isEmpty() ? id + title : source + url,
          headline,
          (before, now) -> before.edited(id, title));
    }
    return List.copyOf(headlines.values());
  }

  static List<JsonNode> lines(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      var nodes = new ArrayList<JsonNode>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank()) {
          nodes.add(JSON.readTree(line));
        }
      }
      return nodes;
    }
  }

  private static String source(String told, String url) {
    if (!told.isEmpty() || url.isEmpty()) {
      return told;
    }
    String host = URI.create(url).getHost();
    return host == null ? "" : host.replaceFirst("^www\\.", "");
  }

  private static Optional<Interval> published(JsonNode line) {
    String date = line.path("date").asText(line.path("first_seen").asText(""));
    if (date.length() < DAY) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.parse(date.substring(0, DAY));
    if (date.length() == DAY) {
      Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      return Optional.of(new Interval(begin, begin.plusSeconds(86_400 - 1)));
    }
    var time = LocalDateTime.parse(date.substring(0, DAY) + "T" + date.substring(DAY + 1, DAY + 6));
    return Optional.of(Interval.at(time.toInstant(ZoneOffset.UTC)));
  }

  /** Words of a title as they are printed, in lower case. */
  static Set<String> words(String title) {
    return WORD.matcher(title)
        .results()
        .map(word -> word.group().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
