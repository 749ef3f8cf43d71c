package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import wellhead.server.web.HonestTime.Certainty;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;

class HonestTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // earliest           | latest               | words
        "2026-07-03T14:20:05Z | 2026-07-03T14:20:05Z | 14:20 UTC on 3 Jul 2026",
        "2026-07-03T14:20:00Z | 2026-07-03T14:20:59Z | 14:20 UTC on 3 Jul 2026",
        "2026-07-03T14:19:30Z | 2026-07-03T14:20:30Z | about 14:20 UTC on 3 Jul 2026 (± 1 min)",
        "2026-07-03T14:17:00Z | 2026-07-03T14:23:00Z | about 14:20 UTC on 3 Jul 2026 (± 3 min)",
        "2026-07-03T13:47:00Z | 2026-07-03T14:52:00Z | about 14:19 UTC on 3 Jul 2026 (± 33 min)",
        "2026-07-03T12:00:00Z | 2026-07-03T15:00:00Z | about 13:30 UTC on 3 Jul 2026 (± 90 min)",
        "2026-07-03T12:00:00Z | 2026-07-03T16:10:00Z | about 14:00 UTC on 3 Jul 2026 (± 3 h)",
        "2026-07-03T22:00:00Z | 2026-07-04T01:30:00Z | about 00:00 UTC on 4 Jul 2026 (± 2 h)",
        "2026-07-02T19:46:31Z | 2026-07-03T19:46:30Z | 3 Jul 2026, ± 12 h",
        "2026-07-02T19:41:30Z | 2026-07-03T19:46:30Z | 3 Jul 2026, ± 12 h",
        "2026-07-02T00:00:00Z | 2026-07-04T02:00:00Z | 3 Jul 2026, ± 25 h",
        "2026-07-03T00:00:00Z | 2026-07-03T23:59:59Z | 3 Jul 2026",
        "2026-07-03T00:00:00Z | 2026-07-04T00:00:00Z | 3 Jul 2026",
        "2026-07-01T00:00:00Z | 2026-07-31T23:59:59Z | Jul 2026",
        "2026-07-01T00:00:00Z | 2026-07-09T00:00:00Z | 5 Jul 2026, ± 4 days",
        "2026-05-01T00:00:00Z | 2026-08-29T00:00:00Z | Jun 2026, ± 2 months",
        "2024-01-01T00:00:00Z | 2026-01-01T00:00:00Z | 2024, ± 2 years",
        "-                    | 2023-10-19T11:59:59Z | on or before 19 Oct 2023",
        "2026-07-03T14:20:00Z | -                    | on or after 3 Jul 2026",
      })
  void saysNoMoreThanIsKnown(@Nullable Instant earliest, @Nullable Instant latest, String words) {
    assertThat(HonestTime.words(new Interval(earliest, latest), ZoneOffset.UTC)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UTC              | about 22:30 UTC on 3 Jul 2026 (± 3 min)",
        "Europe/Berlin    | about 00:30 CEST on 4 Jul 2026 (± 3 min)",
        "America/New_York | about 18:30 EDT on 3 Jul 2026 (± 3 min)",
      })
  void showsTheZoneOfTheReader(String zone, String words) {
    var interval =
        Interval.between(
            Instant.parse("2026-07-03T22:27:00Z"), Instant.parse("2026-07-03T22:33:00Z"));
    assertThat(HonestTime.words(interval, ZoneId.of(zone))).isEqualTo(words);
  }

  @Test
  void aWholeDayIsADayOnlyInItsOwnZone() {
    var berlinDay =
        Interval.between(
            Instant.parse("2026-07-02T22:00:00Z"), Instant.parse("2026-07-03T21:59:59Z"));
    assertThat(HonestTime.words(berlinDay, ZoneId.of("Europe/Berlin"))).isEqualTo("3 Jul 2026");
    assertThat(HonestTime.words(berlinDay, ZoneOffset.UTC)).isEqualTo("3 Jul 2026, ± 12 h");
  }

  private static final Pattern ABOUT =
      Pattern.compile("about (.*) UTC on (.*) \\(± ([0-9]+) (min|h)\\)");

  @Test
  void theShownClockAndItsPlusMinusCoverTheInterval() {
    long seed = Long.getLong("seed", 20260706L);
    var random = new Random(seed);
    int seen = 0;
    for (int i = 0; i < 20_000; i++) {
      Instant earliest = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(80_000_000));
      var interval = Interval.between(earliest, earliest.plusSeconds(random.nextInt(18 * 3600)));
      Matcher about = ABOUT.matcher(HonestTime.words(interval, ZoneOffset.UTC));
      if (about.matches()) {
        seen++;
        Instant shown = parse(about.group(2) + " " + about.group(1));
        long count = Long.parseLong(about.group(3));
        Duration reach =
            about.group(4).equals("h") ? Duration.ofHours(count) : Duration.ofMinutes(count);
        assertThat(Interval.between(shown.minus(reach), shown.plus(reach)).contains(interval))
            .as("seed %d: %s", seed, interval)
            .isTrue();
      }
    }
    assertThat(seen).isGreaterThan(10_000);
  }

  private static Instant parse(String text) {
    var format = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
    return LocalDateTime.parse(text, format).toInstant(ZoneOffset.UTC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "2026-07-03T03:54:00Z | 2026-07-03T04:47:00Z | Between 03:54 and 04:47 UTC on 3 Jul 2026",
        "2026-07-02T19:46:00Z | 2026-07-03T19:46:00Z | Between 2 Jul 2026, 19:46 and 3 Jul 2026, 19:46 UTC",
        "2026-07-02T19:46:00Z | 2026-07-02T19:46:00Z | At 2 Jul 2026, 19:46 UTC",
        "-                    | 2026-07-02T19:46:00Z | No later than 2 Jul 2026, 19:46 UTC",
        "2026-07-02T19:46:00Z | -                    | No earlier than 2 Jul 2026, 19:46 UTC",
      })
  void tellsBothEnds(@Nullable Instant earliest, @Nullable Instant latest, String words) {
    assertThat(HonestTime.ends(new Interval(earliest, latest), ZoneOffset.UTC)).isEqualTo(words);
  }

  @Test
  void namesBothZonesWhereTheClocksChange() {
    var interval =
        Interval.between(
            Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z"));
    assertThat(HonestTime.ends(interval, ZoneId.of("Europe/Berlin")))
        .isEqualTo("Between 02:30 CEST and 02:30 CET on 25 Oct 2026");
  }

  @Test
  void undatedIsSaid() {
    HonestTime time = HonestTime.of(null, ZoneOffset.UTC);
    assertThat(time.words()).isEqualTo("undated");
    assertThat(time.certainty()).isEqualTo(Certainty.UNDATED);
  }

  @ParameterizedTest
  @EnumSource(value = Evidence.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyEvidenceHasItsSentence(Evidence evidence) {
    var interval = Interval.at(Instant.parse("2026-07-03T14:20:00Z"));
    var published = new Published(interval, null, evidence, false, List.of());
    assertThat(HonestTime.because(published)).endsWith(".").hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FLOOR    | rounds ages down",
        "ROUND    | to the nearest",
        "CALENDAR | calendar days",
        "HULL     | not known",
      })
  void everyRuleHasItsSentence(Rule rule, String words) {
    var interval = Interval.at(Instant.parse("2026-07-03T14:20:00Z"));
    var published = new Published(interval, rule, Evidence.RELATIVE_AGE, false, List.of());
    assertThat(HonestTime.of(published, ZoneOffset.UTC).explanation()).contains(words);
  }

  @Test
  void aConflictIsSaid() {
    var interval = Interval.at(Instant.parse("2026-07-03T14:20:00Z"));
    var published = new Published(interval, null, Evidence.ABSOLUTE_DATE, true, List.of());
    assertThat(HonestTime.because(published)).contains("contradict");
  }

  @ParameterizedTest
  @CsvSource({"PT3H,EXACT", "PT3H1S,ROUGH", "P1D,ROUGH"})
  void certaintyFollowsTheWidth(Duration width, Certainty certainty) {
    Instant earliest = Instant.parse("2026-07-03T14:20:00Z");
    var interval = Interval.between(earliest, earliest.plus(width));
    var published = new Published(interval, null, Evidence.ABSOLUTE_DATE, false, List.of());
    assertThat(HonestTime.of(published, ZoneOffset.UTC).certainty()).isEqualTo(certainty);
  }
}
