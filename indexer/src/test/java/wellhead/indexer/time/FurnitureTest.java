package wellhead.indexer.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("anywhere")
class FurnitureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "Energy · 12 hours ago¦12h",
        "12 hours ago - Energy¦12h",
        "2 hours ago • 4 min read¦2h",
        "Reuters - 5h ago¦5h",
        "By Ann Hall - Jul 07, 2025, 3:00 AM CDT¦2025-07-07T03:00 -05:00",
        "By Ann Hall | 5 hours ago¦5h",
        "By Ann Hall, 3 hours ago¦3h",
        "Markets | 12 Jul 2025¦2025-07-12",
        "on March 3 2024 said:¦2024-03-03",
      })
  void readsTheLabelBesideWhatStandsThere(String text, String expected) {
    assertThat(LabelParser.parseBeside(text).map(Labels::show)).as(text).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4 min read",
        "Opinion",
        "Oil Sank to Its Lowest in Years - Traders See More of It 5 hours ago",
        "Refiners cut runs again as crude gets dearer · 3 days ago",
        "Brent $71 · 3 days ago",
        "3 of 4 rigs - 3 days ago",
        "said:",
      })
  void takesNothingElseForOne(String text) {
    assertThat(LabelParser.parseBeside(text)).as(text).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "Tuesday, July 7, 2026¦08:15¦2026-07-07T08:15",
        "Monday, July 6¦07:45¦7/6 07:45",
        "Yesterday¦08:15¦day-1 08:15",
        "Monday, April 25, 2011¦12:23 AM¦2011-04-25T00:23",
        "Monday, April 25, 2011:¦12:23 AM¦2011-04-25T00:23",
        "Today |¦9.30 am¦day-0 09:30",
      })
  void putsAClockOnTheDayOfItsHeading(String day, String clock, String expected) {
    assertThat(LabelParser.clockOn(day, clock).map(Labels::show)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "Tuesday, July 7, 2026¦3 hours ago",
        "3 days ago¦08:15",
        "July 2026¦08:15",
        "July 7, 2026 10:00¦08:15",
        "Tuesday, July 7, 2026¦July 8, 08:15",
        "Markets¦08:15",
      })
  void putsNothingElseTogether(String day, String clock) {
    assertThat(LabelParser.clockOn(day, clock)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      nullValues = "none",
      value = {
        "Nov 19, 2019 / Updated 14 hours ago¦modified 14h",
        "Updated 3 hours ago¦modified 3h",
        "Last updated: 5 Jul 2026 10:00 GMT¦modified 2026-07-05T10:00 Z",
        "Nov 19, 2019¦none",
        "3 hours ago¦none",
      })
  void findsWhatTellsOfAChange(String text, String expected) {
    assertThat(LabelParser.parseModified(text).map(Labels::show).orElse(null)).isEqualTo(expected);
  }
}
