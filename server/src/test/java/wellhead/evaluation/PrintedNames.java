package wellhead.evaluation;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import wellhead.schema.KnownNames;

/** Names in texts, and those of the vocabulary. */
final class PrintedNames {
  /** Files written from Python have NaN. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final List<String> FILES =
      List.of("companies.txt", "places.txt", "countries.txt", "people.txt");

  /** Behind a small word, so that it does not open a sentence. */
  private static final Pattern NAME = Pattern.compile("(?<=[a-z,] )[A-Z][a-z]{4,}");

  /** Printed less often it may be a misspelling itself. */
  private static final int FEWEST = 9;

  private static final String BODY = "body";

  private PrintedNames() {}

  /** Headlines as texts to be indexed. */
  static List<JudgedText> titles(Path file) throws IOException {
    var titles = new TreeSet<String>();
    for (String line : lines(file)) {
      titles.add(JSON.readTree(line).path("title").asText(""));
    }
    titles.remove("");
    var texts = new ArrayList<JudgedText>();
    for (String title : titles) {
      texts.add(new JudgedText(Integer.toString(texts.size()), title, ""));
    }
    return texts;
  }

  /** What a file of JSON lines prints with a capital again and again. */
  static List<String> ofTexts(Path file) throws IOException {
    Map<String, Integer> times = new TreeMap<>();
    for (String line : lines(file)) {
      var text = JSON.readTree(line);
      NAME.matcher(text.path("title").asText("") + " . " + text.path(BODY).asText(""))
          .results()
          .forEach(name -> times.merge(name.group(), 1, Integer::sum));
    }
    return times.entrySet().stream()
        .filter(e -> e.getValue() >= FEWEST)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What the vocabulary calls its companies, places, countries and people. */
  static List<String> ofVocabulary() throws IOException {
    var names = new TreeSet<String>();
    for (String file : FILES) {
      try (InputStream in = KnownNames.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IOException("the vocabulary has no " + file);
        }
        for (String line : read(in)) {
          int equals = line.indexOf(" = ");
          if (equals > 0 && !line.startsWith("#")) {
            names.add(line.substring(0, equals).strip());
          }
        }
      }
    }
    names.removeIf(name -> name.chars().noneMatch(Character::isLetter));
    return List.copyOf(names);
  }

  private static List<String> lines(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
    }
  }

  private static List<String> read(InputStream in) throws IOException {
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).toList();
    }
  }
}
