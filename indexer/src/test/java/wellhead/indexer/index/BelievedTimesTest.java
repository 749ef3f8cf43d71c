package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Objects;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.story.Published;
import wellhead.story.Story;

/** Times of captures and of stories that nothing can have. The runs are of 8 July 2026, noon. */
class BelievedTimesTest extends OverCaptures {
  private static final String ROWS =
      "• 2 hours Refiners Wait for Cheaper Crude\n• 4 hours Rig Count Falls\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.example_20990708T060000Z.txt | 2099-07-08T06:00:00Z in its file name",
        "a.example_20260709T120001Z.txt | 2026-07-09T12:00:01Z in its file name",
        "a.example_19891231T235959Z.txt | 1989-12-31T23:59:59Z in its file name",
        "a.example_18500708T073000Z.txt | 1850-07-08T07:30:00Z in its file name",
        "a.example_20260708T060000IST.txt | the zone IST behind 20260708T060000",
      })
  void namesACaptureTimeThatIsNotBelievedAndWhatToDo(String name, String said) throws Exception {
    Files.writeString(captures.folder.resolve(name), ROWS);
    Report report = captures.run();
    assertThat(report.captures()).isZero();
    assertThat(report.rejections()).hasSize(1);
    assertThat(report.rejections().getFirst().toString())
        .contains(name)
        .contains(said)
        .contains("rename the file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HTTP/1.1 200 OK~Date: Thu, 01 Jan 1970 00:00:00 GMT~Content-Type: text/plain~~ | 1970-01-01T00:00:00Z of its HTTP Date",
        "HTTP/1.1 200 OK~Date: Thu, 01 Jan 2037 00:00:00 GMT~Content-Type: text/plain~~ | 2037-01-01T00:00:00Z of its HTTP Date",
      })
  void doesNotBelieveAHeaderEither(String head, String said) throws Exception {
    Files.writeString(captures.folder.resolve("a.txt"), head.replace("~", "\r\n") + ROWS);
    assertThat(captures.run().rejections().getFirst().toString()).contains(said);
  }

  @Test
  void doesNotBelieveALineOfJsonAndReadsItsNeighbours() throws Exception {
    Files.writeString(
        captures.folder.resolve("a.jsonl"),
        """
        {"title":"Old Wells","captured_at":"2126-01-01T00:00:00Z"}
        {"title":"New Wells","captured_at":"2026-01-01T00:00:00Z"}
        """);
    Report report = captures.run();
    assertThat(report.captures()).isEqualTo(1);
    assertThat(report.rejections().getFirst().toString())
        .contains("a.jsonl, line 1")
        .contains("2126-01-01T00:00:00Z of its captured_at");
  }

  @Test
  void asksAgainWhenTheClockWasMended() throws Exception {
    captures.add("a.example", Instant.parse("2026-07-10T06:00:00Z"), 0, "2 hours", "4 hours");
    assertThat(captures.run().captures()).isZero();
    Report later = captures.run(false, Instant.parse("2026-07-10T07:00:00Z"), FSDirectory::open);
    assertThat(later.captures()).isEqualTo(1);
    assertThat(later.rejections()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "1987-02-26T15:01:01Z | 1987-02-26T15:01:01Z | 1987-02-26T15:01:01Z",
        "1800-01-01T00:00:00Z | 1800-01-01T00:00:00Z | 1800-01-01T00:00:00Z",
        "1799-12-31T23:59:59Z | none | none",
        "9999-12-31T00:00:00Z | none | none",
        "2026-07-09T12:00:01Z | none | none",
        "2026-07-09T11:00:00Z | 2026-07-09T11:00:00Z | 2026-07-09T11:00:00Z",
      })
  void believesWhatALineWithoutACaptureTimeStates(String stated, Instant from, Instant to)
      throws Exception {
    Files.writeString(
        captures.folder.resolve("a.jsonl"),
        "{\"title\":\"Old Wells\",\"published\":\"" + stated + "\"}\n");
    Report report = captures.run();
    if (from == null) {
      assertThat(only().published()).isNull();
      assertThat(report.warnings()).anyMatch(w -> w.contains("a.jsonl") && w.contains(stated));
    } else {
      Published published = dated();
      assertThat(published.interval().earliest()).isEqualTo(from);
      assertThat(published.interval().latest()).isEqualTo(to);
      assertThat(report.warnings()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "Wed, 08 Jul 2026 05:00:00 GMT | 2026-07-08T05:00:00Z | 2026-07-08T05:00:00Z | none",
        "Thu, 26 Feb 1987 15:01:01 GMT | 1987-02-26T15:01:01Z | 1987-02-26T15:01:01Z | none",
        // its zone is wrong by three hours, or the clock is
        "Wed, 08 Jul 2026 09:00:00 GMT | 2026-07-07T19:00:00Z | 2026-07-08T06:00:00Z | after the capture",
        "Fri, 31 Dec 9999 23:59:59 GMT | none | 2026-07-08T06:00:00Z | not believed",
        "Fri, 10 Jul 2026 06:00:00 GMT | none | 2026-07-08T06:00:00Z | not believed",
      })
  void clipsWhatAFeedStatesToItsCaptureAndSaysSo(
      String stated, Instant from, Instant to, String said) throws Exception {
    Files.writeString(
        captures.folder.resolve("a.example_20260708T060000Z.xml"),
        "<rss version=\"2.0\"><channel><title>A</title><link>https://a.example/</link>"
            + "<item><title>Old Wells</title><pubDate>"
            + stated
            + "</pubDate></item></channel></rss>");
    Report report = captures.run();
    Published published = dated();
    assertThat(published.interval().earliest()).isEqualTo(from);
    assertThat(published.interval().latest()).isEqualTo(to);
    if (said == null) {
      assertThat(report.warnings()).isEmpty();
    } else {
      assertThat(report.warnings()).singleElement().asString().contains(said).contains(stated);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1987-02-26T15:01:01Z, 1987-02-26T15:01:01Z",
    "2026-07-08T05:00:00Z, 2026-07-08T05:00:00Z",
    "2026-07-08T09:00:00Z, 2026-07-08T06:00:00Z",
    "9999-12-31T23:59:59Z, 2026-07-08T06:00:00Z",
  })
  void believesWhatAPageStatesForMachines(String stated, Instant latest) throws Exception {
    article(
        "20260708T060000Z",
        "<meta property=\"article:published_time\" content=\"" + stated + "\">",
        "");
    captures.run();
    Published published = dated();
    assertThat(published.interval().latest()).isEqualTo(latest);
  }

  private Published dated() throws IOException {
    return Objects.requireNonNull(only().published());
  }

  private Story only() throws IOException {
    return captures.stories().values().iterator().next();
  }
}
