package wellhead.indexer.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.story.Published;
import wellhead.story.Rule;

/** What the captures of a made-up site tell of the way it prints its ages. */
class LearntRulesTest {
  private static final Instant START = Instant.parse("2026-03-02T06:17:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SIX_HOURS = Duration.ofHours(6);
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final FrontPage.Printer CALENDAR = FrontPage.calendar(UTC);
  private static final int FOUR_MINUTES = 240;

  static Stream<Arguments> sites() {
    return Stream.of(HOUR, SIX_HOURS)
        .flatMap(every ->
            Stream.of(
                arguments(Rule.FLOOR, (FrontPage.Printer) FrontPage::floor, every),
                arguments(Rule.ROUND, (FrontPage.Printer) FrontPage::round, every),
                arguments(Rule.CALENDAR, CALENDAR, every)));
  }

  @ParameterizedTest
  @MethodSource("sites")
  void findsTheRuleAndMissesNoStory(Rule rule, FrontPage.Printer printer, Duration every) {
    FrontPage page = site(9, every, 0, 0, printer);
    assertThat(rule(page)).isEqualTo(rule);
    assertThat(missed(page)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void givesHonestStoriesTheirTimeAndFlagsTheOthersWhenThreeInAHundredAreDatedAnew(
      Rule rule, FrontPage.Printer printer, Duration every) {
    FrontPage page = site(9, every, FOUR_MINUTES, 0.03, printer);
    assertThat(rule(page)).isEqualTo(rule);
    assertThat(missed(page)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("sites")
  void settlesOnNoOtherRuleOnTheWay(Rule rule, FrontPage.Printer printer, Duration every) {
    FrontPage page = site(5, every, FOUR_MINUTES, 0.03, printer);
    for (int count = 1; count < page.pages().size(); count += 11) {
      assertThat(rule(page.first(count))).as("after %s captures", count).isIn(null, rule);
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void namesTheRuleOfTheHoursUntilTheDaysAreSettled(
      Rule rule, FrontPage.Printer printer, Duration every) {
    FrontPage page = site(5, every, FOUR_MINUTES, 0, printer);
    var settled = SourceRules.Printer.of(page.first(12).evidence());
    boolean hourly = every.equals(HOUR);
    assertThat(settled.days().latest().settled()).isIn(null, rule);
    assertThat(settled.rule())
        .isIn(rule, rule == Rule.CALENDAR ? Rule.ROUND : hourly ? rule : Rule.HULL);
    assertThat(SourceRules.Printer.of(page.evidence()).rule()).isEqualTo(rule);
  }

  @Test
  void tellsFloorFromRoundWithinADayOfHourlyCaptures() {
    FrontPage page = site(3, HOUR, 0, 0, FrontPage::round);
    assertThat(SourceRules.Printer.of(page.first(24).evidence()).hours().latest().settled())
        .isEqualTo(Rule.ROUND);
  }

  @Test
  void missesNoStoryOfAPrinterThatRoundsWithOtherGates() {
    assertThat(missed(site(12, HOUR, FOUR_MINUTES, 0, FrontPage::roundEarly))).isEmpty();
    assertThat(missed(site(12, HOUR, FOUR_MINUTES, 0, FrontPage::roundLate))).isEmpty();
  }

  @Test
  void learnsWhereAPrinterGoesOverToHoursAndDays() {
    assertThat(gates(FrontPage::round).day()).isEqualTo(Duration.ofHours(24));
    assertThat(gates(FrontPage::round).dayEnds()).isEqualTo(Duration.ofHours(36));
    assertThat(gates(FrontPage::roundEarly).day()).isEqualTo(Duration.ofMinutes(21 * 60 + 30));
    assertThat(gates(FrontPage::roundLate).dayEnds()).isEqualTo(Duration.ofHours(42));
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "Europe/London", "Asia/Kolkata", "Asia/Kathmandu"})
  void findsTheCalendarOfAnyZoneAcrossSummerTime(String zone) {
    FrontPage page =
        site(40, Duration.ofHours(3), FOUR_MINUTES, 0, FrontPage.calendar(ZoneId.of(zone)));
    assertThat(rule(page)).isEqualTo(Rule.CALENDAR);
    assertThat(missed(page)).isEmpty();
  }

  @Test
  void keepsARuleForEachPeriodOfASiteThatChangesIts() {
    Instant change = START.plus(Duration.ofDays(30));
    Instant end = START.plus(Duration.ofDays(60));
    FrontPage page =
        new FrontPage(5)
            .publish(START.minus(Duration.ofDays(8)), 68, 0)
            .capture(START, change, HOUR, FOUR_MINUTES, FrontPage::floor)
            .capture(change, end, HOUR, FOUR_MINUTES, FrontPage::round);
    SourceRules.Printer found = SourceRules.Printer.of(page.evidence());
    assertThat(settled(found.days(), change.minus(Duration.ofDays(14)))).isEqualTo(Rule.FLOOR);
    assertThat(settled(found.days(), end)).isEqualTo(Rule.ROUND);
    assertThat(settled(found.hours(), change.minus(Duration.ofDays(14)))).isEqualTo(Rule.FLOOR);
    assertThat(settled(found.hours(), end)).isEqualTo(Rule.ROUND);
    assertThat(missed(page)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 20})
  void missesNoStoryOfPagesThatCachesKeepForLong(int minutes) {
    for (FrontPage.Printer printer :
        List.<FrontPage.Printer>of(FrontPage::floor, FrontPage::round)) {
      FrontPage page = site(20, HOUR, 60 * minutes, 0, printer);
      assertThat(SourceRules.Printer.of(page.evidence()).staleness())
          .isBetween(Duration.ofMinutes(minutes), Duration.ofHours(1));
      assertThat(missed(page)).isEmpty();
    }
  }

  @Test
  void takesStoriesThatWereDatedAnewForNoLongKeptPages() {
    FrontPage page = site(20, HOUR, FOUR_MINUTES, 0.03, FrontPage::round);
    assertThat(SourceRules.Printer.of(page.evidence()).staleness())
        .isLessThanOrEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void allowsForLessStalenessOnceManyFreshPagesWereCaptured() {
    FrontPage fresh = site(60, HOUR, 0, 0, FrontPage::round);
    assertThat(SourceRules.Printer.of(fresh.evidence()).staleness())
        .isLessThan(Duration.ofMinutes(4));
    assertThat(missed(fresh)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 120, 240})
  void allowsForAsMuchStalenessAsThereIs(int stale) {
    FrontPage page = site(40, HOUR, stale, 0, FrontPage::round);
    assertThat(SourceRules.Printer.of(page.evidence()).staleness())
        .isGreaterThanOrEqualTo(Duration.ofSeconds(stale));
    assertThat(missed(page)).isEmpty();
  }

  @Test
  void learnsNothingOfStalenessFromCapturesThatKeepStep() {
    var page = new FrontPage(3).publish(START.minus(Duration.ofDays(8)), 68, 0);
    for (int hour = 0; hour < 60 * 24; hour++) {
      Instant at = START.plus(Duration.ofHours(hour));
      page.capture(at, at.plusSeconds(1), Duration.ofSeconds(2), 0, FrontPage::round);
    }
    assertThat(SourceRules.Printer.of(page.evidence()).staleness())
        .isEqualTo(Duration.ofMinutes(5));
  }

  private static RoundGates gates(FrontPage.Printer printer) {
    return SourceRules.Printer.of(site(14, HOUR, 0, 0, printer).evidence()).days().latest().gates();
  }

  private static FrontPage site(
      int days, Duration every, int stale, double redated, FrontPage.Printer printer) {
    return new FrontPage(days + every.toSeconds() + stale)
        .publish(START.minus(Duration.ofDays(8)), days + 8, redated)
        .capture(START, START.plus(Duration.ofDays(days)), every, stale, printer);
  }

  private static @Nullable Rule rule(FrontPage page) {
    return SourceRules.Printer.of(page.evidence()).days().latest().settled();
  }

  private static @Nullable Rule settled(RuleTimeline timeline, Instant at) {
    return timeline.at(at.getEpochSecond()).settled();
  }

  /** Honest stories without their time, and stories dated anew that do not say so. */
  private static List<String> missed(FrontPage page) {
    Map<String, FrontPage.Story> truth =
        page.stories().stream().collect(Collectors.toMap(FrontPage.Story::title, s -> s));
    var missed = new ArrayList<String>();
    for (wellhead.story.Story story : page.assembled()) {
      var told = Objects.requireNonNull(truth.get(story.title()));
      Published published = story.published();
      boolean right = published != null && published.interval().contains(told.published());
      boolean seenBoth =
          story.firstSeen().orElseThrow().isBefore(told.redated())
              && story.lastSeen().orElseThrow().isAfter(told.redated());
      if (!told.isRedated() ? !right : seenBoth && published != null && !published.conflict()) {
        missed.add(told + " is read as " + published);
      }
    }
    return missed;
  }
}
