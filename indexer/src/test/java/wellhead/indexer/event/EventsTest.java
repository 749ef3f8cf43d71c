package wellhead.indexer.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wellhead.schema.TitleWords;
import wellhead.story.Interval;

class EventsTest {
  private static final Instant MORNING = Instant.parse("2026-03-04T08:00:00Z");
  private static final long SEED = Long.getLong("seed", 8);

  private static Telling telling(String id, String source, long minutes, String title) {
    Instant at = MORNING.plus(Duration.ofMinutes(minutes));
    return new Telling(id, source, Interval.at(at), TitleWords.of(title));
  }

  @Test
  void headlinesOfOneEventAreJoinedAndOthersAreNot() throws IOException {
    Path titles =
        Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")))
            .resolve("testdata/events/titles.tsv");
    List<String> lines =
        Files.readAllLines(titles).stream().filter(line -> !line.startsWith("#")).toList();
    assertThat(lines).hasSizeGreaterThan(30);
    var wrong = new ArrayList<String>();
    for (String line : lines) {
      String[] cells = line.split("\t");
      long minutes = 60 * Long.parseLong(cells[1]);
      List<Event> events =
          Events.of(
              List.of(
                  telling("a", "a.example", 0, cells[2]),
                  telling("b", "b.example", minutes, cells[3])));
      if (events.isEmpty() == cells[0].equals("same")) {
        wrong.add(line);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aReportSaysWhichOtherItIsLikeAndByWhichWords() {
    List<Event> events =
        Events.of(
            List.of(
                telling("b", "b.example", 40, "Leak halts one train of Chevron's Gorgon plant"),
                telling("a", "a.example", 0, "Chevron Shuts Gorgon Train After Leak"),
                telling("c", "c.example", 90, "Gorgon train shut by leak, says Chevron")));
    assertThat(events).hasSize(1);
    List<Event.Report> reports = events.getFirst().reports();
    assertThat(reports).extracting(report -> report.telling().id()).containsExactly("a", "b", "c");
    assertThat(reports.getFirst().like()).isEqualTo("c");
    assertThat(reports.getFirst().likeness()).isGreaterThan(Events.ALIKE);
    assertThat(reports.getFirst().words()).contains("Chevron", "gorgon", "train", "leak");
  }

  @Test
  void aSourceIsHeardOnce() {
    List<Event> events =
        Events.of(
            List.of(
                telling("a", "a.example", 0, "Chevron shuts Gorgon train after leak"),
                telling("b", "b.example", 10, "Chevron shuts Gorgon train after leak"),
                telling("c", "a.example", 50, "Chevron shuts Gorgon train after a leak of gas")));
    assertThat(events).hasSize(1);
    assertThat(events.getFirst().reports())
        .extracting(r -> r.telling().id())
        .containsExactly("a", "b");
  }

  /** Each is like the next, and the first is not like the last. */
  @Test
  void aChainOfLikenessDoesNotDriftFromOneEventToAnother() {
    List<Event> events =
        Events.of(
            List.of(
                telling("a", "a.example", 0, "Kashagan restarts after ammonia leak at Bolashak"),
                telling("b", "b.example", 60, "Bolashak ammonia leak: Zhenis inquiry opens"),
                telling("c", "c.example", 120, "Zhenis inquiry names Tulpar as contractor"),
                telling("d", "d.example", 180, "Tulpar, contractor of pipelines, seeks buyer")));
    assertThat(events).allSatisfy(event -> assertThat(event.reports()).hasSizeLessThan(3));
  }

  @Test
  void twoDaysApartAreTwoEventsEvenIfSomethingStandsBetween() {
    String title = "Chevron shuts Gorgon train after leak";
    List<Event> events =
        Events.of(
            List.of(
                telling("a", "a.example", 0, title),
                telling("b", "b.example", 30 * 60, title),
                telling("c", "c.example", 60 * 60, title)));
    assertThat(events).hasSize(1);
    assertThat(events.getFirst().reports()).hasSize(2);
  }

  @Test
  void aWordThatAllSpeakOfOnADayIsNoSignOfOneEvent() {
    var tellings = new ArrayList<Telling>();
    tellings.add(telling("a", "a.example", 0, "Odette shuts platforms"));
    tellings.add(telling("b", "b.example", 5, "Odette nears the coast"));
    assertThat(Events.of(tellings)).hasSize(1);
    for (int i = 0; i < 60; i++) {
      tellings.add(telling("x" + i, "x.example", i, "Odette, hour " + (1000 + 37 * i)));
    }
    assertThat(Events.of(tellings)).isEmpty();
  }

  @Test
  void theOrderOfStoriesDoesNotMatter() {
    var tellings = new ArrayList<>(MadeUpTellings.of(400, SEED));
    List<Event> events = Events.of(tellings);
    assertThat(events).hasSizeGreaterThan(20);
    var random = new Random(SEED);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(tellings, random);
      assertThat(Events.of(tellings)).as("seed %s", SEED).isEqualTo(events);
    }
  }

  @Test
  void aStoryOfUnsureTimeTellsOfNoEvent() {
    Interval wide = new Interval(MORNING, MORNING.plus(Duration.ofDays(3)));
    assertThatThrownBy(() -> new Telling("a", "a.example", wide, TitleWords.of("x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("both ends");
  }
}
