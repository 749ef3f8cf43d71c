package wellhead.indexer.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wellhead.story.Rule;

/** A page is printed by a printer of this test; whatever it prints must lead back to the truth. */
class TruthTest {
  private static final String[] ZONES = {
    "UTC",
    "America/New_York",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "America/St_Johns",
    "Etc/GMT+12"
  };
  private static final int ROUNDS = 20_000;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void anIntervalContainsTheTruth() {
    for (int i = 0; i < ROUNDS; i++) {
      ZoneId zone = ZoneId.of(ZONES[random.nextInt(ZONES.length)]);
      Instant capture =
          Instant.parse("2015-01-01T00:00:00Z").plusMillis(random.nextLong(500_000_000_000L));
      Duration staleness = Duration.ofSeconds(random.nextInt(900));
      Instant printing = capture.minusMillis(random.nextLong(staleness.toMillis() + 1));
      // every order of magnitude alike often
      Instant published =
          printing.minusMillis((long) Math.exp(random.nextDouble() * Math.log(2e11)));
      Rule rule = new Rule[] {Rule.FLOOR, Rule.ROUND, Rule.CALENDAR}[random.nextInt(3)];
      String printed = print(rule, published, printing, zone);
      boolean zoneKnown = random.nextBoolean();
      var reference = new Reference(capture, zoneKnown ? zone : null, staleness);
      var intervals =
          LabelParser.parse(printed).flatMap(l -> Resolver.resolve(l, reference)).orElseThrow();
      String about =
          String.format(
              Locale.ROOT,
              "-Dseed=%d: %s under %s, published %s, printed %s, captured %s, %s %s",
              seed,
              printed,
              rule,
              published,
              printing,
              capture,
              zone,
              zoneKnown);
      Instant truth = published.truncatedTo(ChronoUnit.SECONDS);
      assertThat(intervals.under(rule))
          .as(about)
          .hasValueSatisfying(x -> assertThat(x.contains(truth)).as(about).isTrue());
      if (zoneKnown) {
        assertThat(intervals.under(Rule.HULL).orElseThrow().contains(truth))
            .as("hull " + about)
            .isTrue();
      }
    }
  }

  private static String print(Rule rule, Instant published, Instant printing, ZoneId zone) {
    Duration age = Duration.between(published, printing);
    if (rule == Rule.CALENDAR && age.toHours() >= 24) {
      LocalDate day = published.atZone(zone).toLocalDate();
      return label(ChronoUnit.DAYS.between(day, printing.atZone(zone).toLocalDate()), "day");
    }
    return rule == Rule.ROUND ? rounded(age) : floored(published, printing, age, zone);
  }

  private static String floored(Instant published, Instant printing, Duration age, ZoneId zone) {
    if (age.toMinutes() < 1) {
      return "just now";
    }
    if (age.toHours() < 1) {
      return label(age.toMinutes(), "minute");
    }
    if (age.toDays() < 1) {
      return label(age.toHours(), "hour");
    }
    long months = 0;
    while (!published.isAfter(printing.atZone(zone).minusMonths(months + 1).toInstant())) {
      months++;
    }
    return months == 0
        ? label(age.toDays(), "day")
        : months < 12 ? label(months, "month") : label(months / 12, "year");
  }

  /** As human_time_diff: gates on the age, each unit rounded to nearest, at least one. */
  private static String rounded(Duration age) {
    String[] names = {"min", "hour", "day", "week", "month", "year"};
    long[] seconds = {60, 3600, 86_400, 7 * 86_400, 30 * 86_400, 365 * 86_400};
    int unit = 0;
    while (unit + 1 < seconds.length && age.toSeconds() >= seconds[unit + 1]) {
      unit++;
    }
    return label(Math.max(1, Math.round((double) age.toSeconds() / seconds[unit])), names[unit]);
  }

  private static String label(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s") + " ago";
  }
}
