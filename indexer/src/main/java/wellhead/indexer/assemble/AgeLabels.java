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
final class AgeLabels {
  private final Map<String, Optional<AgeLabel>> known = new HashMap<>();

  /**
   * A label that is read by a printer's rule.
   *
   * @param inDays days or longer units; else hours or shorter ones
   * @param one one of its unit, and nothing with it: printers disagree where it begins
   * @param daysBack whole days, for a label that is these and nothing else; else -1
   */
  record AgeLabel(boolean inDays, boolean one, int daysBack) {}

  /**
   * Empty when nobody needs a rule to read what the sighting tells, or its capture is not timed.
   */
  Optional<AgeLabel> of(Sighting sighting) {
    boolean ruled =
        sighting.age() != null
            && sighting.evidence() == Evidence.RELATIVE_AGE
            && sighting.capture().capturedAt().instant() != null;
    return ruled ? known.computeIfAbsent(sighting.age(), AgeLabels::parse) : Optional.empty();
  }

  private static Optional<AgeLabel> parse(String text) {
    return LabelParser.parse(text)
        .flatMap(label ->
            switch (label) {
              case Label.Age age -> of(age);
              case Label.JustNow ignored -> Optional.of(new AgeLabel(false, false, -1));
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
    boolean simple = age.parts().size() == 1;
    boolean one =
        simple && last.thousandths() == 1000 && last.unit().compareTo(ChronoUnit.MINUTES) > 0;
    boolean days = simple && last.unit() == ChronoUnit.DAYS && last.thousandths() % 1000 == 0;
    return Optional.of(
        new AgeLabel(
            last.unit().compareTo(ChronoUnit.DAYS) >= 0,
            one,
            days ? Math.toIntExact(last.thousandths() / 1000) : -1));
  }
}
