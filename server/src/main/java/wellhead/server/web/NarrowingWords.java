package wellhead.server.web;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.server.search.Narrowing;
import wellhead.server.search.Narrowing.Outcome;
import wellhead.server.search.Narrowing.Step;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Sighting;

/** How the time of a story is known, in whole sentences. */
final class NarrowingWords {
  private NarrowingWords() {}

  static String of(Narrowing narrowing, @Nullable Published published) {
    if (published == null) {
      return "Nothing on its captures tells when it was published.";
    }
    return (HonestTime.because(published) + " " + narrowed(narrowing, published)).strip();
  }

  /** The age or date beside a sighting, as printed; {@code null} when there was none. */
  static @Nullable String label(Sighting sighting) {
    return sighting.age() == null ? sighting.date() : sighting.age();
  }

  /** By what and how far the first interval was narrowed; empty when it was not. */
  static String narrowed(Narrowing narrowing, Published published) {
    int sightings = count(narrowing, Outcome.NARROWS);
    boolean source = count(narrowing, Outcome.SOURCE) > 0;
    boolean absent = count(narrowing, Outcome.ABSENT) > 0;
    if (sightings == 0 && !source && !absent) {
      return "";
    }
    String by =
        Stream.of(
                sightings == 0 ? "" : SearchPage.count(sightings) + " more",
                absent ? "a list that did not have it yet" : "",
                source ? "what all captures of its source tell" : "")
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" and "));
    return "Narrowed by " + by + width(narrowing.steps().getFirst(), published.interval()) + ".";
  }

  private static int count(Narrowing narrowing, Outcome outcome) {
    return (int) narrowing.steps().stream().filter(s -> s.outcome() == outcome).count();
  }

  private static String width(Step first, Interval now) {
    return first
        .told()
        .width()
        .flatMap(
            before -> now.width().map(after -> " from " + words(before) + " to " + words(after)))
        .orElse("");
  }

  /** A width in its two largest units: "2 days", "1 hour 5 minutes". */
  private static String words(Duration width) {
    return Stream.of(
            unit(width.toDaysPart(), "day"),
            unit(width.toHoursPart(), "hour"),
            unit(width.toMinutesPart(), "minute"),
            unit(width.toSecondsPart(), "second"))
        .filter(part -> !part.isEmpty())
        .limit(2)
        .reduce((a, b) -> a + " " + b)
        .orElse("one second");
  }

  private static String unit(long count, String unit) {
    return count == 0
        ? ""
        : String.format(Locale.ENGLISH, "%,d %s%s", count, unit, count == 1 ? "" : "s");
  }
}
