package wellhead.server.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.Sighting;
import wellhead.story.Story;

/** Reads {@code desk.txt} and the stories that it is asked of. */
final class DeskCases {
  private DeskCases() {}

  /** A query and what must hold of its answer. */
  record Case(String query, List<Judgement> judgements) {
    @Override
    public String toString() {
      return query;
    }
  }

  /** One thing that must hold. */
  record Judgement(Kind kind, String said) {}

  /** What is judged, by the sign that a line begins with. */
  enum Kind {
    FULL('+'),
    NOT_FULL('-'),
    PARTIAL('~'),
    NO_HIT('!'),
    FIRST('1'),
    MEANT('?'),
    WARNING('w'),
    WINDOW('t'),
    MISSING('m'),
    NAMED('f'),
    NOT_NAMED('F');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }

    static Kind of(char sign) {
      return Arrays.stream(values()).filter(kind -> kind.sign == sign).findFirst().orElseThrow();
    }
  }

  static List<Case> read(String file) {
    var cases = new ArrayList<Case>();
    lines(file)
        .forEach(line -> {
          if (line.startsWith(" ")) {
            Kind kind = Kind.of(line.charAt(1));
            cases.getLast().judgements().add(new Judgement(kind, line.substring(2).strip()));
          } else {
            cases.add(new Case(line, new ArrayList<>()));
          }
        });
    return cases;
  }

  static List<Story> stories() {
    return lines("desk-stories.txt").map(line -> story(line.split("\t"))).toList();
  }

  private static Story story(String[] cells) {
    @Nullable String url = cells.length > 2 ? cells[2] : null;
    String source = url != null && url.contains("b.example") ? "b.example" : "a.example";
    var capture =
        new CaptureRef(
            "c",
            source,
            new CapturedAt(TestIndex.NOW, CapturedAt.From.OPTION),
            null,
            "page.txt",
            null);
    Published published =
        cells[0].equals("-")
            ? null
            : new Published(
                Interval.at(TestIndex.NOW.minusSeconds(Long.parseLong(cells[0]) * 3600)),
                Rule.ROUND,
                Evidence.RELATIVE_AGE,
                false,
                List.of());
    var sighting = new Sighting(capture, 1, cells[1], null, url, null, null, Evidence.NONE, null);
    return new Story(
        "s" + Integer.toHexString(cells[1].hashCode()),
        cells[1],
        List.of(),
        url,
        source,
        published,
        List.of(sighting),
        null);
  }

  private static Stream<String> lines(String file) {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(DeskCases.class.getResourceAsStream(file), file),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
