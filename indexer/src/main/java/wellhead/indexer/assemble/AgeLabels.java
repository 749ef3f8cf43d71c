package wellhead.indexer.assemble;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelParser;
import wellhead.story.Evidence;
import wellhead.story.Sighting;

/** What a printer does with a label depends on its unit. Remembers the labels it has seen. */
public final class AgeLabels {
  /** A site prints a few hundred labels; what is no label of a site must not fill the memory. */
  private static final int MOST = 10_000;

  private final Map<String, Optional<AgeLabel>> known = new HashMap<>();

  /**
   * A label that is read by a printer's rule.
   *
   * @param unit the finest unit it is printed in
   * @param count how many of it, for a label that is a whole number of one unit and nothing else;
   *     else -1
   */
  record AgeLabel(ChronoUnit unit, int count) {

    /** Days or longer units; else hours or shorter ones. */
    boolean inDays() {
      return unit.compareTo(ChronoUnit.DAYS) >= 0;
    }

    /** Whole days, for a label that is these and nothing else; else -1. */
    int daysBack() {
      return unit == ChronoUnit.DAYS ? count : -1;
    }

    boolean is(int number, ChronoUnit of) {
      return count == number && unit == of;
    }
  }

  /**
   * Empty when nobody needs a rule to read what the sighting tells, or its capture is not timed.
   */
  Optional<AgeLabel> of(Sighting sighting) {
    boolean ruled =
        sighting.age() != null
            && sighting.evidence() == Evidence.RELATIVE_AGE
            && sighting.capture().capturedAt().instant() != null;
    if (!ruled) {
      return Optional.empty();
    }
    if (known.size() >= MOST) {
      known.clear();
    }
    return known.computeIfAbsent(sighting.age(), AgeLabels::parse);
  }

  private static Optional<AgeLabel> parse(String text) {
    return LabelParser.parse(text)
        .filter(label -> label.role() == Label.Role.PUBLISHED)
        .flatMap(label ->
            switch (label) {
              case Label.Age age -> of(age);
              case Label.JustNow ignored -> Optional.of(new AgeLabel(ChronoUnit.SECONDS, -1));
              case Label.CalendarDay ignored -> Optional.empty();
              case Label.CalendarUnit ignored -> Optional.empty();
              case Label.Weekday ignored -> Optional.empty();
              case Label.PartialDate ignored -> Optional.empty();
              case Label.Date ignored -> Optional.empty();
              case Label.OneOf ignored -> Optional.empty();
            });
  }

  private static Optional<AgeLabel> of(Label.Age age) {
    if (age.hedge() != Label.Hedge.NONE) {
      return Optional.empty();
    }
    Label.Part last = age.parts().getLast();
    boolean whole = age.parts().size() == 1 && last.thousandths() % 1000 == 0;
    return Optional.of(
        new AgeLabel(last.unit(), whole ? Math.toIntExact(last.thousandths() / 1000) : -1));
  }
}
