package wellhead.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWordsTest {
  /** A Tuesday. */
  private static final Instant NOW = Instant.parse("2025-07-08T12:00:00Z");

  private static final long SEED = Long.getLong("seed", 20261125L);

  private static ParsedQuery read(String query) {
    return TimeWords.read(QueryParser.parse(query, NOW), NOW, ZoneOffset.UTC);
  }

  @ParameterizedTest(name = "{0} is from {1} to {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          opec yesterday               | 2025-07-07T00:00:00Z | 2025-07-08T00:00:00Z
          oil price today              | 2025-07-08T00:00:00Z | 2025-07-09T00:00:00Z
          today's oil price            | 2025-07-08T00:00:00Z | 2025-07-09T00:00:00Z
          yesterday’s opec meeting     | 2025-07-07T00:00:00Z | 2025-07-08T00:00:00Z
          last week's rig count        | 2025-06-30T00:00:00Z | 2025-07-07T00:00:00Z
          opec this morning            | 2025-07-08T00:00:00Z | 2025-07-09T00:00:00Z
          opec this week               | 2025-07-07T00:00:00Z | 2025-07-14T00:00:00Z
          opec last week               | 2025-06-30T00:00:00Z | 2025-07-07T00:00:00Z
          last week opec               | 2025-06-30T00:00:00Z | 2025-07-07T00:00:00Z
          opec Last Month              | 2025-06-01T00:00:00Z | 2025-07-01T00:00:00Z
          opec last year               | 2024-01-01T00:00:00Z | 2025-01-01T00:00:00Z
          opec past week               | 2025-07-01T12:00:00Z |
          opec past 3 days             | 2025-07-05T12:00:00Z |
          opec in the last 24 hours    | 2025-07-07T12:00:00Z |
          opec over the past two weeks | 2025-06-24T12:00:00Z |
          opec 3 days ago              | 2025-07-05T00:00:00Z | 2025-07-06T00:00:00Z
          opec two weeks ago           | 2025-06-23T00:00:00Z | 2025-06-30T00:00:00Z
          opec a month ago             | 2025-06-01T00:00:00Z | 2025-07-01T00:00:00Z
          lng june 2025                | 2025-06-01T00:00:00Z | 2025-07-01T00:00:00Z
          lng in jun 2025              | 2025-06-01T00:00:00Z | 2025-07-01T00:00:00Z
          lng 2025-06                  | 2025-06-01T00:00:00Z | 2025-07-01T00:00:00Z
          lng 2025-06-12               | 2025-06-12T00:00:00Z | 2025-06-13T00:00:00Z
          lng June 12, 2025            | 2025-06-12T00:00:00Z | 2025-06-13T00:00:00Z
          lng on 12 june 2025          | 2025-06-12T00:00:00Z | 2025-06-13T00:00:00Z
          oil in 2024                  | 2024-01-01T00:00:00Z | 2025-01-01T00:00:00Z
          oil in June                  | 2025-06-01T00:00:00Z | 2025-07-01T00:00:00Z
          oil since august             | 2024-08-01T00:00:00Z |
          oil in May                   | 2025-05-01T00:00:00Z | 2025-06-01T00:00:00Z
          oil last july                | 2024-07-01T00:00:00Z | 2024-08-01T00:00:00Z
          oil since Monday             | 2025-07-07T00:00:00Z |
          oil since Tuesday            | 2025-07-08T00:00:00Z |
          oil on Wednesday             | 2025-07-02T00:00:00Z | 2025-07-03T00:00:00Z
          oil last tuesday             | 2025-07-01T00:00:00Z | 2025-07-02T00:00:00Z
          oil since 2024               | 2024-01-01T00:00:00Z |
          oil after june 2025          | 2025-07-01T00:00:00Z |
          oil before june 2025         |                      | 2025-06-01T00:00:00Z
          oil since may before july 2025 | 2025-05-01T00:00:00Z | 2025-07-01T00:00:00Z
          oil july 4                   | 2025-07-04T00:00:00Z | 2025-07-05T00:00:00Z
          oil on July 4th              | 2025-07-04T00:00:00Z | 2025-07-05T00:00:00Z
          oil 4 july                   | 2025-07-04T00:00:00Z | 2025-07-05T00:00:00Z
          oil since jul 20             | 2024-07-20T00:00:00Z |
          oil june 12th, 2024          | 2024-06-12T00:00:00Z | 2024-06-13T00:00:00Z
          oil on may 5                 | 2025-05-05T00:00:00Z | 2025-05-06T00:00:00Z
          oil feb 29                   | 2024-02-29T00:00:00Z | 2024-03-01T00:00:00Z
          oil since july 4             | 2025-07-04T00:00:00Z |
          oil last 24h                 | 2025-07-07T12:00:00Z |
          oil past 7d                  | 2025-07-01T12:00:00Z |
          oil in the last 48hrs        | 2025-07-06T12:00:00Z |
          oil this weekend             | 2025-07-05T00:00:00Z | 2025-07-07T00:00:00Z
          oil over the weekend         | 2025-07-05T00:00:00Z | 2025-07-07T00:00:00Z
          oil last weekend             | 2025-07-05T00:00:00Z | 2025-07-07T00:00:00Z
          oil between 2025-07-01 and 2025-07-05  | 2025-07-01T00:00:00Z | 2025-07-06T00:00:00Z
          oil between june 2025 and july 2025    | 2025-06-01T00:00:00Z | 2025-08-01T00:00:00Z
          oil between 1 june 2025 and 3 july 2025 | 2025-06-01T00:00:00Z | 2025-07-04T00:00:00Z
          oil from july 1 to july 5    | 2025-07-01T00:00:00Z | 2025-07-06T00:00:00Z
          oil from Friday to Monday    | 2025-07-04T00:00:00Z | 2025-07-08T00:00:00Z
          yesterday?                   | 2025-07-07T00:00:00Z | 2025-07-08T00:00:00Z
          """)
  void readsPlainWords(String query, @Nullable Instant since, @Nullable Instant until) {
    TimeReading time = read(query).time();
    assertThat(time).isNotNull();
    if (time != null) {
      assertThat(time.since()).isEqualTo(since);
      assertThat(time.until()).isEqualTo(until);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opec",
        "is opec raising output in august", // the one to come
        "oil jul 20",
        "oil on july 20",
        "how the storm of june 12 2024 shut refineries along the gulf coast", // when it was
        "2025 outlook",
        "june",
        "black monday",
        "may raise output",
        "net zero in 2050",
        "in 3024",
        "last drop of oil",
        "the week ahead",
        "may 5 refineries close",
        "march 20",
        "june 31",
        "july 45",
        "last 24k",
        "between iran and israel",
        "from monday",
        "weekend",
        "past output",
        "since",
        "last",
        "past 3",
        "oil ago",
        "\"last week\"",
        "title:yesterday",
        "oil OR (gas yesterday)",
        "since yesterday before 2024",
        "past 9999 years",
        ""
      })
  void leavesOtherWordsAlone(String query) {
    ParsedQuery parsed = QueryParser.parse(query, NOW);
    assertThat(TimeWords.read(parsed, NOW, ZoneOffset.UTC)).isEqualTo(parsed);
  }

  @Test
  void saysWhatItReadAndKeepsTheWordsThatATextMaySayToo() {
    assertThat(read("opec last week output").understood())
        .isEqualTo("opec output after:2025-06-30T00:00:00Z before:2025-07-07T00:00:00Z");
    assertThat(read("opec last week").time())
        .isEqualTo(
            new TimeReading(
                "last week",
                Optional.of("last week"),
                Instant.parse("2025-06-30T00:00:00Z"),
                Instant.parse("2025-07-07T00:00:00Z")));
  }

  @Test
  void daysBeginInTheZone() {
    ZoneId zone = ZoneId.of("America/New_York");
    assertThat(TimeWords.read(QueryParser.parse("oil yesterday", NOW), NOW, zone).time())
        .isEqualTo(
            new TimeReading(
                "yesterday",
                Optional.empty(),
                Instant.parse("2025-07-07T04:00:00Z"),
                Instant.parse("2025-07-08T04:00:00Z")));
  }

  @Test
  void whatWasUnderstoodIsReadTheSame() {
    var random = new Random(SEED);
    String[] pieces =
        ("opec oil last past this week month since before in on june may 2025 2024 monday 3 days ago"
                + " yesterday, today the \"oil -gas ( ) OR title:lng 2025-06-12 12")
            .split(" ");
    for (int i = 0; i < 20_000; i++) {
      String query =
          IntStream.range(0, 1 + random.nextInt(8))
              .mapToObj(n -> pieces[random.nextInt(pieces.length)])
              .collect(Collectors.joining(" "));
      ParsedQuery read;
      try {
        read = read(query);
      } catch (QuerySyntaxException e) {
        continue;
      }
      assertThat(QueryParser.parse(read.understood(), NOW).root())
          .as("seed %d: '%s' understood as '%s'", SEED, query, read.understood())
          .isEqualTo(read.whole());
    }
  }
}
