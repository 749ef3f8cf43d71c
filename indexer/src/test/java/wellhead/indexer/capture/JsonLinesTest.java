package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.story.CapturedAt;
import wellhead.story.Evidence;
import wellhead.story.Interval;

class JsonLinesTest {
  private static final String GOOD = "{\"title\":\"Refiners Wait\"}\n";

  @Test
  void readsEveryFieldOfALine() {
    String line =
        """
        {"title":"Refiners  Wait","body":"One.\\n\\nTwo.","url":"https://a.example/1","source":"www.A.example",\
        "author":"J. Doe","takeaways":["x","y"],"published":"2026-07-03T10:00:00Z","captured_at":"2026-07-03T12:00:00Z"}
        """;
    Read read = Read.text("stories.jsonl", line);
    assertThat(read.entries().getFirst().body()).isEqualTo("One.\n\nTwo.");
    assertThat(read.entries().getFirst().title()).isEqualTo("Refiners Wait");
    assertThat(read.entries().getFirst().author()).isEqualTo("J. Doe");
    assertThat(read.entries().getFirst().takeaways()).containsExactly("x", "y");
    assertThat(read.entries().getFirst().url()).isEqualTo("https://a.example/1");
    assertThat(read.captures().getFirst().ref().source()).isEqualTo("a.example");
    assertThat(read.captures().getFirst().ref().capturedAt())
        .isEqualTo(new CapturedAt(Instant.parse("2026-07-03T12:00:00Z"), CapturedAt.From.RECORD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"2026-07-03T10:00:00Z\" | 2026-07-03T10:00:00Z | 2026-07-03T10:00:00Z | MACHINE_READABLE",
        "\"2026-07-03\" | 2026-07-02T10:00:00Z | 2026-07-04T12:00:00Z | ABSOLUTE_DATE",
        "{\"earliest\":\"2026-07-03T10:00:00Z\",\"latest\":\"2026-07-03T11:00:00Z\"} | 2026-07-03T10:00:00Z | 2026-07-03T11:00:00Z | MACHINE_READABLE",
        "{\"earliest\":null,\"latest\":\"2026-07-03T11:00:00Z\"} | | 2026-07-03T11:00:00Z | MACHINE_READABLE",
        "{\"earliest\":\"2026-07-03T10:00:00Z\"} | 2026-07-03T10:00:00Z | | MACHINE_READABLE",
      })
  void readsAnInstantADayOrAnInterval(
      String published, Instant earliest, Instant latest, Evidence evidence) {
    Entry entry =
        Read.text("a.jsonl", "{\"title\":\"x y z\",\"published\":" + published + "}")
            .entries()
            .getFirst();
    assertThat(entry.published()).isEqualTo(new Interval(earliest, latest));
    assertThat(entry.evidence()).isEqualTo(evidence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"title\":\"broken | BAD_JSON | not JSON",
        "{ | BAD_JSON | not JSON: it ends too early (column",
        "{\"title\":\"a\",\"title\":\"b\"} | BAD_JSON | not JSON: \"title\" is there twice",
        "{\"title\":\"a\",\"x\":NaN} | BAD_JSON | not JSON: NaN is no value",
        "{\"title\":a} | BAD_JSON | not JSON: a is no value; texts stand in quotes",
        "{\"title\":\"a\tb\"} | BAD_JSON | not JSON: a line end or another control character",
        "{\"title\":\"a\",} | BAD_JSON | not JSON: } cannot stand here",
        "{\"title\":\"a\"]} | BAD_JSON | not JSON: ] closes what was not opened",
        "{\"title\":\"a\\q\"} | BAD_JSON | not JSON: \\q stands for no character",
        "{\"title\":\"a\",\"x\":01} | BAD_JSON | not JSON: a number that cannot be read",
        "{\"title\":\"a\"/*b*/} | BAD_JSON | not JSON: / cannot stand here",
        "{\"title\":LONGNUMBER} | BAD_JSON | JSON: a number of more than a thousand digits",
        "DEEP | TOO_DEEP | JSON: nested deeper than 100 levels",
        "[1,2] | BAD_JSON | not a JSON object",
        "{\"title\":\"a\"} {\"title\":\"b\"} | BAD_JSON | not JSON: something follows its end",
        "{} | BAD_FIELD | title is missing",
        "{\"title\":\"  \"} | BAD_FIELD | title is missing",
        "{\"title\":7} | BAD_FIELD | title must be a text",
        "{\"title\":\"x\",\"body\":[]} | BAD_FIELD | body must be a text",
        "{\"title\":\"x\",\"takeaways\":\"y\"} | BAD_FIELD | takeaways must be a list",
        "{\"title\":\"x\",\"url\":\"javascript:alert(1)\"} | BAD_FIELD | url is no web address",
        "{\"title\":\"x\",\"published\":\"soon\"} | BAD_FIELD | published is no time: \"soon\"",
        "{\"title\":\"x\",\"published\":12} | BAD_FIELD | published must be an instant",
        "{\"title\":\"x\",\"published\":{\"earliest\":\"2026-07-04T00:00:00Z\",\"latest\":\"2026-07-03T00:00:00Z\"}} | BAD_FIELD | ends before it begins",
        "{\"title\":\"x\",\"captured_at\":\"2026-07-03\"} | BAD_FIELD | captured_at is no instant",
      })
  void rejectsABadLineWithItsNumberAndReasonAndKeepsItsNeighbours(
      String line, Cause cause, String reason) {
    String written =
        line.replace("LONGNUMBER", "1".repeat(1_001)).replace("DEEP", "{\"a\":".repeat(101));
    Read read = Read.text("a.jsonl", GOOD + written + "\n" + GOOD.replace("Wait", "Go"));
    assertThat(read.entries()).extracting(Entry::line).containsExactly(1, 3);
    Rejection rejection = read.rejections().getFirst();
    assertThat(rejection.line()).isEqualTo(2);
    assertThat(rejection.cause()).isEqualTo(cause);
    assertThat(rejection.toString()).startsWith("a.jsonl, line 2: ").contains(reason);
  }

  @Test
  void isToldFromAPageEvenWhenItsFirstLineIsBroken() {
    assertThat(Read.text("a.txt", "{\"title\": oops\n" + GOOD + GOOD).causes())
        .containsExactly(Cause.BAD_JSON);
  }

  @Test
  void skipsBlankLinesCarriageReturnsAndAByteOrderMark() {
    assertThat(Read.text("a.jsonl", "\uFEFF" + GOOD + "\r\n \r\n{\"title\":\"B\"}\r\n").entries())
        .extracting(Entry::title)
        .containsExactly("Refiners Wait", "B");
  }

  @Test
  void rejectsALineThatIsTooLongWithoutHoldingIt() {
    String body = "x".repeat(Limits.LINE_BYTES);
    Read read = Read.text("a.jsonl", GOOD + "{\"title\":\"" + body + "\"}\n" + GOOD);
    assertThat(read.causes()).containsExactly(Cause.LINE_TOO_LONG);
    assertThat(read.entries()).hasSize(2);
  }

  @Test
  void rejectsALineThatIsNestedTooDeep() {
    String deep = "{\"title\":\"x\",\"y\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}\n";
    assertThat(Read.text("a.jsonl", GOOD + deep).causes()).containsExactly(Cause.TOO_DEEP);
  }

  @Test
  void showsNoControlCharactersAndNoHalvesOfCharacters() {
    String line = "{\"title\":\"a\\u0000\\u001b[1m\\u202eb\\ud800 c\\nd\"}";
    assertThat(Read.text("a.jsonl", line).entries().getFirst().title())
        .isEqualTo("a[1mb\uFFFD c d");
  }

  @Test
  void takesTheSourceOfTheLineThenOfItsLinkThenOfTheFile() {
    String lines =
        """
        {"title":"A","source":"one.example","url":"https://two.example/"}
        {"title":"B","url":"https://two.example/"}
        {"title":"C"}
        """;
    assertThat(Read.text("three.example_x.jsonl", lines).captures())
        .extracting(c -> c.ref().source())
        .containsExactly("one.example", "two.example", "three.example");
  }

  @Test
  void namesTheSameLineTheSameWhereverItStands() {
    Read first = Read.text("a.jsonl", GOOD);
    Read second = Read.text("b.jsonl", "{\"title\":\"Other\"}\n" + GOOD);
    assertThat(second.captures().getLast().ref().id())
        .isEqualTo(first.captures().getFirst().ref().id());
  }
}
