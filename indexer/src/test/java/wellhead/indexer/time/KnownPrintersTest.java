package wellhead.indexer.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wellhead.story.Interval;
import wellhead.story.Rule;

/**
 * The printers that sites use, each written down by its thresholds: whatever one of them prints,
 * the widest reading contains the truth.
 */
class KnownPrintersTest {
  private static final int ROUNDS = Integer.getInteger("rounds", 500);
  private static final List<ZoneId> ZONES =
      List.of(ZoneOffset.UTC, ZoneId.of("America/New_York"), ZoneId.of("Asia/Kolkata"));

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);

  /** What is printed for an age. */
  enum Printer {
    /** human_time_diff with "ago". */
    WORDPRESS {
      @Override
      String print(double seconds) {
        double[] units = {1, 60, 3600, 86_400, 604_800, 2_592_000, 31_536_000};
        String[] names = {"second", "min", "hour", "day", "week", "month", "year"};
        int unit = 0;
        while (unit + 1 < units.length && seconds >= units[unit + 1]) {
          unit++;
        }
        return counted(Math.max(1, round(seconds / units[unit])), names[unit]);
      }
    },
    MOMENT {
      @Override
      String print(double seconds) {
        double days = seconds / 86_400;
        if (round(seconds) < 45) {
          return "a few seconds ago";
        }
        if (round(seconds / 60) < 45) {
          return one(round(seconds / 60), "a minute", "minutes");
        }
        if (round(seconds / 3600) < 22) {
          return one(round(seconds / 3600), "an hour", "hours");
        }
        if (round(days) < 26) {
          return one(round(days), "a day", "days");
        }
        if (round(days / 30.436_875) < 11) {
          return one(round(days / 30.436_875), "a month", "months");
        }
        return one(round(days / 365.2425), "a year", "years");
      }
    },
    DATE_FNS {
      @Override
      String print(double seconds) {
        long minutes = round(seconds / 60);
        if (minutes < 1) {
          return "less than a minute ago";
        }
        if (minutes < 45) {
          return counted(minutes, "minute");
        }
        if (minutes < 90) {
          return "about 1 hour ago";
        }
        if (minutes < 1440) {
          return "about " + counted(round(minutes / 60.0), "hour");
        }
        if (minutes < 2520) {
          return "1 day ago";
        }
        if (minutes < 43_200) {
          return counted(round(minutes / 1440.0), "day");
        }
        if (minutes < 86_400) {
          return "about " + counted(round(minutes / 43_200.0), "month");
        }
        long months = (long) (seconds / 86_400 / 30.436_875);
        if (months < 12) {
          return counted(Math.max(2, round(minutes / 43_200.0)), "month");
        }
        long years = months / 12;
        long rest = months % 12;
        return rest < 3
            ? "about " + counted(years, "year")
            : rest < 9 ? "over " + counted(years, "year") : "almost " + counted(years + 1, "year");
      }
    },
    JAVASCRIPT_TIME_AGO {
      @Override
      String print(double seconds) {
        double[] units = {1, 60, 3600, 86_400, 604_800, 2_629_746, 31_556_952};
        String[] names = {"sec.", "min.", "hr.", "day", "wk.", "mo.", "yr."};
        int unit = 0;
        while (unit + 1 < units.length && seconds >= units[unit + 1] - units[unit] / 2) {
          unit++;
        }
        return unit == 0
            ? "just now"
            : Math.max(1, round(seconds / units[unit]))
                + " "
                + (unit == 3 && round(seconds / units[3]) != 1 ? "days" : names[unit])
                + " ago";
      }
    },
    /** timeago.js, Carbon and arrow differ only in words. */
    FLOORING {
      @Override
      String print(double seconds) {
        double[] units = {1, 60, 3600, 86_400, 604_800, 2_629_746, 31_556_952};
        String[] names = {"second", "minute", "hour", "day", "week", "month", "year"};
        int unit = 0;
        while (unit + 1 < units.length && seconds >= units[unit + 1]) {
          unit++;
        }
        return seconds < 1 ? "just now" : counted((long) (seconds / units[unit]), names[unit]);
      }
    },
    /** Two units, the second dropped when it is zero. */
    DJANGO {
      @Override
      String print(double seconds) {
        long minutes = (long) (seconds / 60);
        if (minutes < 1) {
          return "0 minutes ago";
        }
        long days = minutes / 1440;
        long hours = minutes / 60 % 24;
        long rest = minutes % 60;
        if (days >= 7) {
          return pair(days / 7, "week", days % 7, "day");
        }
        return days > 0
            ? pair(days, "day", hours, "hour")
            : hours > 0 ? pair(hours, "hour", rest, "minute") : counted(rest, "minute");
      }

      @Override
      double longest() {
        return 28 * 86_400.0;
      }
    };

    abstract String print(double seconds);

    double longest() {
      return 20 * 365 * 86_400.0;
    }

    private static long round(double number) {
      return Math.round(number);
    }

    private static String counted(long count, String unit) {
      return count + " " + unit + (count == 1 ? "" : "s") + " ago";
    }

    private static String one(long count, String single, String unit) {
      return (count <= 1 ? single : count + " " + unit) + " ago";
    }

    private static String pair(long count, String unit, long more, String smaller) {
      String first = counted(count, unit);
      return more == 0
          ? first
          : first.substring(0, first.length() - 4) + ", " + counted(more, smaller);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWidestReadingContainsTheTruth(Printer printer) {
    for (int i = 0; i < ROUNDS; i++) {
      Instant capture =
          Instant.parse("2015-01-01T00:00:00Z").plusSeconds(random.nextLong(400_000_000L));
      long age = (long) Math.exp(random.nextDouble() * Math.log(printer.longest()));
      Instant truth = capture.minusSeconds(age);
      String label = printer.print((double) age);
      ZoneId zone = random.nextBoolean() ? null : ZONES.get(random.nextInt(ZONES.size()));
      var reference = new Reference(capture, zone, Duration.ZERO);
      var read = LabelParser.parse(label).flatMap(l -> Resolver.resolve(l, reference));
      String about =
          String.format(Locale.ROOT, "-Dseed=%d: %s at %s for %s", seed, label, capture, truth);
      // "about 4 hours" is half an hour about it by definition; date-fns rounds to minutes before
      // and counts months by the calendar: ours are all of average length, up to two days off in
      // years
      int slack = label.startsWith("about") ? 31 : label.startsWith("almost") ? 2 * 86_400 : 1;
      assertThat(read).as(about).isPresent();
      assertThat(read.get().under(Rule.HULL))
          .as(about)
          .hasValueSatisfying(
              hull -> assertThat(distance(hull, truth)).as(about).isLessThan(slack));
    }
  }

  /** In seconds; 0 inside. */
  private static long distance(Interval hull, Instant truth) {
    return Math.max(
        0,
        Math.max(
            ChronoUnit.SECONDS.between(truth, hull.start()),
            ChronoUnit.SECONDS.between(hull.end(), truth)));
  }
}
