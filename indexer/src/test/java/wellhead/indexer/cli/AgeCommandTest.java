package wellhead.indexer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@Tag("anywhere")
class AgeCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String input, String... args) {
    var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return new CommandLine(new AgeCommand(in))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  private String answer(String line) {
    out.getBuffer().setLength(0);
    assertThat(run(line + "\n", "--jsonl")).isZero();
    return out.toString().strip();
  }

  @Test
  void answersOneLabel() {
    assertThat(run("", "--captured-at", "2025-07-08T07:46:30Z", "--rounding", "round", "4", "days"))
        .isZero();
    assertThat(out.toString().strip())
        .isEqualTo(
            """
            {"kind":"relative","earliest":"2025-07-03T19:46:30Z","latest":"2025-07-04T19:46:30Z",\
            "precision":"P1D","rule":"round","headline":null,"role":"published"}\
            """);
  }

  @Test
  void takesALineApart() {
    assertThat(
            answer(
                """
                {"text":"5 days 5 Days That Shook Oil","captured_at":"2025-07-08T07:46:30",\
                "rounding":"floor","shape":"line"}\
                """))
        .isEqualTo(
            """
            {"kind":"relative","earliest":"2025-07-02T07:46:30Z","latest":"2025-07-03T07:46:30Z",\
            "precision":"P1D","rule":"floor","headline":"5 Days That Shook Oil","role":"published"}\
            """);
  }

  @Test
  void anAgeWithoutACaptureTimeHasNoInterval() {
    assertThat(answer("{\"text\":\"Updated 3 hours ago\"}"))
        .isEqualTo(
            """
            {"kind":"relative","earliest":null,"latest":null,"precision":null,"rule":"hull",\
            "headline":null,"role":"modified"}\
            """);
  }

  @Test
  void aDateNeedsNoCaptureTimeAndNoRule() {
    assertThat(answer("{\"text\":\"October 18 2023\",\"zone\":\"UTC\"}"))
        .isEqualTo(
            """
            {"kind":"absolute","earliest":"2023-10-18T00:00:00Z","latest":"2023-10-19T00:00:00Z",\
            "precision":"P1D","rule":null,"headline":null,"role":"published"}\
            """);
  }

  @Test
  void aTitleContainsNoAge() {
    assertThat(answer("{\"text\":\"4 days ago\",\"shape\":\"headline\"}"))
        .isEqualTo(
            """
            {"kind":"none","earliest":null,"latest":null,"precision":null,"rule":null,\
            "headline":"4 days ago","role":null}\
            """);
  }

  @Test
  void anAgeFromBeforeTheWebIsNone() {
    assertThat(answer("{\"text\":\"40 years ago\",\"captured\":\"2025-07-08T07:30:00Z\"}"))
        .contains("\"kind\":\"none\"");
  }

  @Test
  void aLabelThatTheRuleNeverPrintsIsReadUnderTheHull() {
    assertThat(
            answer(
                """
                {"text":"90 mins","captured":"2025-07-08T07:30:00Z","rounding":"round"}\
                """))
        .contains("\"rule\":\"hull\"");
  }

  @Test
  void aMalformedLineAnswersAnErrorAndGoesOn() {
    String[] bad = {
      "not json",
      "[]",
      "",
      "{\"text\":4}",
      "{\"captured\":\"2025-07-08T07:30:00Z\"}",
      "{\"text\":\"4 days\",\"captured\":\"yesterday\"}",
      "{\"text\":\"4 days\",\"zone\":\"Mars/Olympus\"}",
      "{\"text\":\"4 days\",\"rounding\":\"up\"}",
      "{\"text\":\"4 days\",\"shape\":\"round\"}",
      "{\"text\":\"4 days\",\"captured\":\"+999999999-12-31T23:59:59Z\"}",
      "{\"text\":\"a\"} {\"text\":\"b\"}",
    };
    assertThat(run(String.join("\n", bad) + "\n{\"text\":\"4 days\"}\n", "--jsonl")).isZero();
    var lines = out.toString().lines().toList();
    assertThat(lines).hasSize(bad.length + 1);
    assertThat(lines.subList(0, bad.length)).allMatch(l -> l.startsWith("{\"error\":\"line "));
    assertThat(lines.getLast()).startsWith("{\"kind\":\"relative\"");
  }

  @Test
  void optionsCountForLinesThatSayNothing() {
    run("{\"text\":\"4 days\"}\n", "--jsonl", "--captured-at", "2025-07-08T07:46:30Z");
    assertThat(out.toString()).contains("\"latest\":\"2025-07-05T07:46:30Z\"");
  }

  @Test
  void wrongUsageSaysWhatIsWrongAndExitsTwo() {
    assertThat(run("")).isEqualTo(2);
    assertThat(run("", "--jsonl", "4 days")).isEqualTo(2);
    assertThat(run("", "--zone", "Nowhere", "4 days")).isEqualTo(2);
    assertThat(run("", "--rounding", "up", "4 days")).isEqualTo(2);
    assertThat(run("", "--captured-at", "noon", "4 days")).isEqualTo(2);
    assertThat(err.toString())
        .contains("a label is missing", "standard input", "\"Nowhere\"", "\"up\"", "\"noon\"");
    assertThat(out.toString()).isEmpty();
  }
}
