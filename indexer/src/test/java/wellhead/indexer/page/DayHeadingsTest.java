package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.indexer.time.LabelParser;
import wellhead.indexer.time.Reference;
import wellhead.indexer.time.Resolver;
import wellhead.story.Interval;
import wellhead.story.Rule;

/** A clock time below the heading of a day is one of that day, for all rows below it. */
class DayHeadingsTest {
  private static final Instant CAPTURED = Instant.parse("2026-07-08T12:00:00Z");

  /** A row under a heading: when, and the title. */
  private record Row(String at, String title) {
    String clock() {
      return at.substring(11, 16);
    }
  }

  private static final List<List<Row>> DAYS =
      List.of(
          List.of(
              new Row("2026-07-08T09:10", "Refinery Outside Tula Restarts After Fire"),
              new Row("2026-07-08T08:15", "Tanker Rates Climb As Owners Shun The Strait")),
          List.of(
              new Row("2026-07-07T18:15", "Libya Reopens Its Eastern Terminals After Deal"),
              new Row("2026-07-07T08:15", "Norway Lifts Gas Output Before The Winter"),
              new Row("2026-07-07T07:20", "Lithium Piles Up As Buyers Wait")),
          List.of(
              new Row("2026-07-06T16:00", "Kestrel Sells Its Stake In A Congo Field"),
              new Row("2026-07-06T07:45", "Iraq Signs For Its Southern Water Project")));

  private static final List<String> NAMED =
      List.of("Wednesday, July 8, 2026", "Tuesday, July 7, 2026", "Monday, July 6, 2026");
  private static final List<String> WITHOUT_YEAR = List.of("8 July", "Tuesday 7 July", "Mon 6 Jul");
  private static final List<String> COUNTED = List.of("Today", "Yesterday", "Monday (6 July)");
  private static final List<String> NUMBERS = List.of("2026-07-08", "2026-07-07", "2026-07-06");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DAY¶¶|CLOCK TITLE¶|¶",
        "DAY¶|CLOCK TITLE¶|",
        "DAY¶¶|• CLOCK TITLE¶|¶",
        "DAY¶¶|CLOCK - TITLE¶|¶",
        "DAY¶|CLOCK¶TITLE¶|¶",
        "DAY¶¶|CLOCK¶TITLE¶¶|",
        "DAY¶¶|TITLE¶Posted at CLOCK¶¶|",
        "## DAY¶¶|- CLOCK TITLE¶|¶",
        "* DAY¶|  * CLOCK TITLE¶|",
        "<h2>DAY</h2><ul>|<li><time>CLOCK</time> <a href='/UNIQUE'>TITLE</a></li>|</ul>",
        "<h2>DAY</h2>|<article><h3><a href='/UNIQUE'>TITLE</a></h3><p>CLOCK</p></article>|",
        "<h3>DAY</h3>|<p><b>CLOCK</b> <a href='/UNIQUE'>TITLE</a></p>|",
        "<div class=group><span>DAY</span>|<div><a href='/UNIQUE'>TITLE</a> <i>CLOCK</i></div>|</div>",
        "<dl><dt>DAY</dt>|<dd>CLOCK <a href='/UNIQUE'>TITLE</a></dd>|</dl>",
        "<table><tr><th colspan=2>DAY</th></tr>|<tr><td>CLOCK</td><td><a href='/UNIQUE'>TITLE</a></td></tr>|</table>",
        "<h2>DAY</h2><ul>|<li><a href='/UNIQUE'>TITLE</a> <time datetime='CLOCK'>CLOCK</time></li>|</ul>",
      })
  void aClockTimeBelowADayIsOneOfThatDay(String layout) {
    for (List<String> names : List.of(NAMED, WITHOUT_YEAR, COUNTED, NUMBERS)) {
      ParsedPage page = read(page(layout, names));
      List<Row> rows = DAYS.stream().flatMap(List::stream).toList();
      assertThat(page.headlines().stream().map(h -> h.title() + " " + when(h)))
          .as(names.getFirst())
          .containsExactlyElementsOf(
              rows.stream().map(row -> row.title() + " " + row.at() + ":00Z").toList());
    }
  }

  private static String page(String layout, List<String> names) {
    String[] parts = layout.replace('¶', '\n').split("\\|", -1);
    var page = new StringBuilder(layout.startsWith("<") ? "<html><body>" : "");
    for (int day = 0; day < DAYS.size(); day++) {
      page.append(parts[0].replace("DAY", names.get(day)));
      for (Row row : DAYS.get(day)) {
        page.append(
            parts[1]
                .replace("CLOCK", row.clock())
                .replace("TITLE", row.title())
                .replace("UNIQUE", row.title().substring(0, 5).toLowerCase(java.util.Locale.ROOT)));
      }
      page.append(parts[2]);
    }
    return page.toString();
  }

  private static ParsedPage read(String text) {
    return PageReader.read(text, "wire.example", "https://wire.example/");
  }

  /** The first moment of what is printed, on a site that keeps UTC. */
  private static String when(ParsedPage.Headline headline) {
    return Stream.of(headline.date(), headline.age())
        .filter(Objects::nonNull)
        .findFirst()
        .flatMap(LabelParser::parse)
        .flatMap(label ->
            Resolver.resolve(label, new Reference(CAPTURED, ZoneOffset.UTC, Duration.ZERO)))
        .flatMap(told -> told.under(Rule.HULL))
        .map(Interval::start)
        .map(Instant::toString)
        .orElse("undated");
  }

  private static final String POST =
      """
      <div class="post"><h3 class="post-title"><a href="/%1$s.html">%2$s</a></h3>
      <div class="post-body"><p>The field was drilled in spring, says its owner, and nobody knows yet what it holds.</p></div>
      <div class="post-footer">Posted by <span class="fn">Ann Hall</span> at
      <a class="timestamp-link" href="/%1$s.html">%3$s</a></div></div>
      """;

  @Test
  void thePostsOfABlogBearTheDayAboveThemOrTheTimeInTheTitleOfTheirs() {
    String page =
        "<html><body><h2 class=date-header><span>Monday, April 25, 2011</span></h2>"
            + POST.formatted(
                "a",
                "Shale Finds New Friends In Poland",
                "<abbr class=published itemprop=datePublished"
                    + " title=\"2011-04-25T00:23:00-04:00\">12:23 AM</abbr>")
            + POST.formatted("b", "Tar Sands Line Is Put Off Again", "12:03 AM")
            + "<h2 class=date-header><span>Saturday, April 23, 2011</span></h2>"
            + POST.formatted("c", "Gas Port Wins Its Permit In Oregon", "9:45 PM")
            + "</body></html>";
    assertThat(read(page).headlines().stream().map(h -> h.title() + " " + when(h)))
        .containsExactly(
            "Shale Finds New Friends In Poland 2011-04-25T04:23:00Z",
            "Tar Sands Line Is Put Off Again 2011-04-25T00:03:00Z",
            "Gas Port Wins Its Permit In Oregon 2011-04-23T21:45:00Z");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the page's own day, and a list that goes on into the night before | Wednesday, July 8, 2026¶10:05 A¶08:15 B¶00:20 C¶23:50 D | 8 8 8 7
          dates of titles above, then clock times without a day | Aa¶3 July 2026¶Bb¶2 July 2026¶Latest¶11:10 C¶11:05 D¶10:40 E | 3 2 8 8 8
          another block of the page begins | Tuesday, July 7, 2026¶09:20 A¶08:15 B¶Most Popular¶11:10 C¶11:05 D¶10:40 E | 7 7 8 8 8
          no day anywhere | 11:20 A¶08:15 B¶23:50 C | 8 8 7
          """)
  void aClockTimeThatNoDayHeadsIsCompletedFromTheCapture(String what, String rows, String days) {
    String page = rows.replace('¶', '\n');
    List<String> letters = List.of("A", "B", "C", "D", "E");
    for (int i = 0; i < letters.size(); i++) {
      String title = DAYS.stream().flatMap(List::stream).map(Row::title).toList().get(i);
      page = page.replaceAll("(?m)(?<= |^)" + letters.get(i) + "(?:[a-e])?$", title);
    }
    var found = new ArrayList<String>();
    read(page).headlines().forEach(h -> found.add(when(h).substring(9, 10)));
    assertThat(String.join(" ", found)).as(what).isEqualTo(days);
  }
}
