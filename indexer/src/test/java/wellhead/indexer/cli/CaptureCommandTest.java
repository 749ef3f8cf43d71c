package wellhead.indexer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import wellhead.indexer.fetch.LoopbackSite;
import wellhead.indexer.fetch.LoopbackSite.Answer;

class CaptureCommandTest {
  private static final String NEWS =
      """
      <!DOCTYPE html><html><head><title>Desk</title></head><body><ul>
      <li>2 hours ago <a href="/a">Refiners Wait for Cheaper Crude</a></li>
      <li>3 hours ago <a href="/b">Wind Farm Wins a Link to the Grid</a></li>
      <li>1 day ago <a href="/c">Pipeline Restarts After a Long Pause</a></li>
      </ul></body></html>
      """;

  @TempDir Path folder;
  private LoopbackSite site;

  private record Ran(int exit, String out, String err) {}

  @BeforeEach
  void open() throws IOException {
    site =
        new LoopbackSite()
            .on(
                "/",
                request ->
                    request.headers().containsKey("if-none-match")
                        ? Answer.of("HTTP/1.1 304 Not Modified\r\n", "")
                        : Answer.page("ETag: \"1\"\r\n", NEWS));
  }

  @AfterEach
  void close() throws IOException {
    site.close();
  }

  /** Without rules for robots: asking for them would cost five seconds of waiting. */
  private Ran run(String... arguments) {
    var all = new ArrayList<String>();
    all.add("--index=" + folder.resolve("index"));
    all.add("--ignore-robots");
    all.addAll(List.of(arguments));
    return ran(all);
  }

  private static Ran ran(List<String> arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exit =
        new CommandLine(new CaptureCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));
    return new Ran(exit, out.toString(), err.toString());
  }

  @Test
  void capturesBesideTheIndexAndReadsThemIntoIt() throws Exception {
    Ran ran = run("--allow-private", site.at("/").toString());
    assertThat(ran.exit).isZero();
    assertThat(ran.out)
        .contains("captured " + site.at("/") + ": ", " bytes, 127.0.0.1_20", ".warc.gz")
        .contains("read 1 capture: 3 headlines", "the index holds 3 stories");
    assertThat(ran.err).isEqualTo("wellhead: warning: robots.txt is ignored (--ignore-robots)\n");
    try (Stream<Path> files = Files.list(folder.resolve("captures"))) {
      assertThat(files).hasSize(1);
    }
    assertThat(folder.resolve("state/capture/127.0.0.1.json")).exists();
  }

  @Test
  void whatHasNotChangedIsNoNewSightingOfAnAge() throws Exception {
    run("--allow-private", site.at("/").toString());
    // as if five seconds and more had passed
    Path note = folder.resolve("state/capture/127.0.0.1.json");
    Files.writeString(
        note, Files.readString(note).replaceFirst("\"last_request_at\":\"[^\"]*\"", "\"x\":null"));
    Ran ran = run("--allow-private", site.at("/").toString());
    assertThat(ran.out)
        .contains("unchanged " + site.at("/") + " since ")
        .contains("read 0 captures: 0 headlines")
        .contains("the index holds 3 stories");
  }

  @Test
  void addressesOfThisMachineAreRefusedUnlessAllowed() {
    Ran ran = run(site.at("/").toString());
    assertThat(ran.exit).isEqualTo(ExitCode.REJECTED);
    assertThat(ran.err)
        .contains(
            "wellhead: not captured: " + site.at("/") + ": 127.0.0.1 is 127.0.0.1, no address")
        .contains("--allow-private");
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void aListNamesItsWrongLinesAndCapturesTheOthers() throws Exception {
    Path list =
        Files.writeString(
            folder.resolve("sites.txt"),
            "\uFEFF# the desk's sites\n\n" + site.at("/") + "  # hourly\nexample.com\n");
    Ran ran = run("--allow-private", "--quiet", "--list", list.toString());
    assertThat(ran.exit).isEqualTo(ExitCode.REJECTED);
    assertThat(ran.out).isEmpty();
    assertThat(ran.err)
        .contains("not captured: " + list + ", line 4: not a web address: \"example.com\"");
    assertThat(site.paths()).containsExactly("/");
  }

  @Test
  void saysNothingButTheWarningWhenQuiet() {
    Ran ran = run("--allow-private", "--quiet", site.at("/").toString());
    assertThat(ran)
        .isEqualTo(new Ran(0, "", "wellhead: warning: robots.txt is ignored (--ignore-robots)\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', name a URL",
    "example.com, not a web address: \"example.com\"",
    "https://example.com/ --spread 1x, --spread: not a length of time",
    "https://example.com/ --spread 25h, --spread: not a length of time",
    "https://example.com/ --contact me, --contact: neither a mail address",
  })
  void wrongUsageIsTold(String arguments, String message) {
    List<String> words = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));
    Ran ran = ran(words);
    assertThat(ran.exit).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err).contains(message);
  }

  @Test
  void aListThatCannotBeReadIsTold() {
    Ran ran = run("--list", folder.resolve("none.txt").toString());
    assertThat(ran.exit).isEqualTo(ExitCode.USAGE);
    assertThat(ran.err).contains("none.txt cannot be read");
  }

  @ParameterizedTest
  @CsvSource({"90s, PT1M30S", "45m, PT45M", "1h, PT1H", "PT2H, PT2H", "0s, PT0S"})
  void lengthsOfTimeAreTypedShort(String typed, String length) {
    assertThat(ShortDuration.parse(typed)).hasToString(length);
  }

  @Test
  void behindIndexComesAFolderOrAnAddress() {
    assertThat(valueOf("--index", "https://example.com/")).isEqualTo("");
    assertThat(valueOf("--index", "folder", "https://example.com/")).isEqualTo("folder");
    assertThat(valueOf("--index=folder", "https://example.com/")).isEqualTo("folder");
    assertThat(valueOf("https://example.com/", "--index", "--quiet")).isEqualTo("");
  }

  private static String valueOf(String... arguments) {
    var command = new CaptureCommand();
    new CommandLine(command).parseArgs(arguments);
    assertThat(command.urls).containsExactly("https://example.com/");
    return String.valueOf(command.index);
  }
}
