package wellhead.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private static final Path TESTDATA =
      Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")), "testdata");
  private static final String MIXED = "seedlike/crudeandco.example_mixed_20260914T073000Z.txt";

  @TempDir static Path shared;
  private static Path index = Path.of("");

  @TempDir Path folder;

  /** What a command did. */
  private record Ran(int exit, String out, String err) {}

  @BeforeAll
  static void indexTheCaptures() {
    index = shared.resolve("index");
    Ran ran = run("index", "--index", index.toString(), TESTDATA.resolve("captures").toString());
    assertThat(ran.exit).isZero();
    assertThat(ran.err).isEmpty();
  }

  @Test
  void findsNothingNewTheSecondTime() {
    Ran ran = run("index", "--index", index.toString(), TESTDATA.resolve("captures").toString());
    assertThat(ran.exit).isZero();
    assertThat(ran.out).startsWith("nothing new; 90 files known already");
  }

  @Test
  void accountsForEveryLineOfJsonLines() throws IOException {
    String story = "{\"title\":\"Tankers queue off the strait\",\"source\":\"a.example\"}\n";
    Path lines = folder.resolve("stories.jsonl");
    Files.writeString(lines, story + story + "{\"title\":\"\"}\n" + story.replace("off", "in"));
    Ran ran = run("index", "--index", folder.resolve("i").toString(), lines.toString());
    assertThat(ran.exit).isEqualTo(1);
    assertThat(ran.out)
        .startsWith(
            "read 2 captures: 2 headlines, 0 articles; 1 capture known already; 1 rejected;");
  }

  @Test
  void saysNothingWhenQuiet() {
    String captures = TESTDATA.resolve("captures").toString();
    Ran ran = run("index", "--quiet", "--index", folder.resolve("i").toString(), captures);
    assertThat(ran).isEqualTo(new Ran(0, "", ""));
  }

  @Test
  void callsTheIndexSound() {
    Ran ran = run("check", "--index", index.toString());
    assertThat(ran.exit).isZero();
    assertThat(ran.out).startsWith("sound: ");
  }

  @Test
  void tellsWhatTheIndexWasReadFrom() throws IOException {
    JsonNode sources = json("sources", "--json", "--index", index.toString());
    assertThat(sources.at("/sources")).hasSize(5);
    int captures = 0;
    for (JsonNode source : sources.at("/sources")) {
      captures += source.at("/captures").asInt();
      assertThat(source.at("/rule").asText()).isIn("floor", "round", "calendar", "hull");
      assertThat(source.at("/first_captured_at").asText()).startsWith("2026-06-29T");
    }
    JsonNode all = json("captures", "--json", "--index", index.toString());
    assertThat(all.at("/captures")).hasSize(90).hasSize(captures);
    assertThat(all.at("/captures/0/captured_at_from").asText()).isEqualTo("file_name");
    Ran ran = run("captures", "--source", "barrelpost.example", "--index", index.toString());
    assertThat(ran.out.lines()).hasSize(28).allMatch(l -> l.matches("(captured|2026-).*"));
  }

  @Test
  void forgetsASourceUntilThatIsUndone() throws IOException {
    String own = folder.resolve("i").toString();
    String captures = TESTDATA.resolve("captures").toString();
    run("index", "--quiet", "--index", own, captures);
    assertThat(run("forget", "--source", "barrelpost.example", "--index", own).out)
        .startsWith("forgot source barrelpost.example");
    run("index", "--quiet", "--rebuild", "--index", own, captures);
    assertThat(json("sources", "--json", "--index", own).at("/sources")).hasSize(4);
    JsonNode list = json("forget", "--list", "--json", "--index", own);
    assertThat(list.at("/forgotten/0/source").asText()).isEqualTo("barrelpost.example");
    run("forget", "--undo", "--source", "barrelpost.example", "--index", own);
    run("index", "--quiet", "--index", own, captures);
    assertThat(json("sources", "--json", "--index", own).at("/sources")).hasSize(5);
  }

  @Test
  void backsUpChecksAndGoesBack() throws IOException {
    String own = folder.resolve("i").toString();
    String backup = folder.resolve("backup").toString();
    run("index", "--quiet", "--index", own, TESTDATA.resolve(MIXED).toString());
    assertThat(run("backup", "--quiet", "--index", own, backup)).isEqualTo(new Ran(0, "", ""));
    assertThat(json("check", "--json", "--index", backup).at("/sound").asBoolean()).isTrue();
    run("index", "--quiet", "--index", own, TESTDATA.resolve("captures").toString());
    Ran back = run("check", "--restore", "--index", own);
    assertThat(back.exit).isZero();
    assertThat(back.out).startsWith("went back one commit").contains("generation 3");
    assertThat(run("check", "--restore", "--index", own).err).contains("nothing was changed");
  }

  private static JsonNode json(String... arguments) throws IOException {
    Ran ran = run(arguments);
    assertThat(ran.err).isEmpty();
    return new ObjectMapper().readTree(ran.out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OPEC | OPEC+ Agrees to Add 160,000 bpd in August After Short Meeting",
        "OPEC+ | OPEC+ Agrees to Add 160,000 bpd in August After Short Meeting",
        "160k b/d | OPEC+ Agrees to Add 160,000 bpd in August After Short Meeting",
        "160 thousand barrels per day | OPEC+ Agrees to Add 160,000 bpd in August After Short Meeting",
        "$7.38 billion citgo | Citgo Bidders Get Another Week to Top $7.38B Offer",
        "US drillers | U.S. Drillers Idle Oil Rigs Again",
        "\"idle oil rigs\" | U.S. Drillers Idle Oil Rigs Again",
      })
  void findsAHeadlineAsAnEnergyReaderExpects(String query, String title) throws IOException {
    assertThat(titles(query)).contains(title);
  }

  @Test
  void findsOpecPlusOnlyWhenAskedForIt() throws IOException {
    assertThat(titles("OPEC+")).isNotEmpty().allMatch(title -> title.contains("OPEC+"));
    assertThat(titles("OPEC")).anyMatch(title -> title.matches(".*OPEC(?!\\+).*"));
  }

  @Test
  void repeatsAnAnswerToTheLetterWhenNowIsPinned() throws IOException {
    assertThat(withoutTime(search("oil prices"))).isEqualTo(withoutTime(search("oil prices")));
  }

  @Test
  void leavesWhatLiesOutsideAWindowOut() throws IOException {
    JsonNode all = search("oil");
    JsonNode some = search("oil", "--since", "2026-07-07", "--until", "2026-07-08");
    assertThat(some.at("/total/value").asInt()).isBetween(1, all.at("/total/value").asInt() - 1);
    for (JsonNode hit : some.at("/hits")) {
      assertThat(hit.at("/published/earliest").asText()).isLessThan("2026-07-08T00:00:00Z");
      assertThat(hit.at("/published/latest").asText())
          .isGreaterThanOrEqualTo("2026-07-07T00:00:00Z");
    }
  }

  @Test
  void searchesOneSourceOnlyWhenToldTo() throws IOException {
    for (JsonNode hit : search("oil", "--source", "tankerwatch.example").at("/hits")) {
      assertThat(hit.at("/source").asText()).isEqualTo("tankerwatch.example");
    }
  }

  @Test
  void neverLendsTheArticleOfAPageToAHeadlineOnIt() throws IOException {
    String own = folder.resolve("i").toString();
    assertThat(run("index", "--index", own, TESTDATA.resolve(MIXED).toString()).exit).isZero();
    Ran ran = run("search", "--json", "--limit", "100", "--index", own, "stationmaster");
    JsonNode hits = new ObjectMapper().readTree(ran.out).at("/hits");
    assertThat(hits).hasSize(1);
    assertThat(hits.at("/0/kind").asText()).isEqualTo("article");
    assertThat(hits.at("/0/published/latest").asText()).isEqualTo("2024-03-04T12:00:00Z");
  }

  @Test
  void indexesUndatedWhatHasNoCaptureTimeAndSaysSoOnce() throws IOException {
    String own = folder.resolve("i").toString();
    Path file = Files.copy(TESTDATA.resolve(MIXED), folder.resolve("page.txt"));
    Ran ran = run("index", "--index", own, file.toString());
    assertThat(ran.exit).isZero();
    assertThat(ran.err.lines()).hasSize(1);
    assertThat(ran.err).contains("page.txt").contains("--captured-at");
    JsonNode answer =
        new ObjectMapper().readTree(run("search", "--json", "--index", own, "Kuwait").out);
    assertThat(answer.at("/total/undated").asInt()).isEqualTo(1);
    assertThat(answer.at("/hits/0/published").isNull()).isTrue();
  }

  @Test
  void inspectWarnsOfAPageWithoutCaptureTimeAsIndexDoes() throws IOException {
    Path file = Files.copy(TESTDATA.resolve(MIXED), folder.resolve("page.txt"));
    Ran inspect = run("inspect", file.toString());
    assertThat(inspect.exit).isZero();
    assertThat(inspect.err).contains("page.txt").contains("--captured-at");
    String own = folder.resolve("i").toString();
    assertThat(inspect.err).isEqualTo(run("index", "--index", own, file.toString()).err);
    assertThat(run("inspect", TESTDATA.resolve(MIXED).toString()).err).isEmpty();
  }

  @Test
  void readsEveryHostileFileOrSaysWhyNot() {
    String own = folder.resolve("i").toString();
    Ran ran = run("index", "--index", own, TESTDATA.resolve("hostile").toString());
    assertThat(ran.exit).isEqualTo(1);
    assertThat(ran.err).doesNotContain("\tat ").contains("binary").contains("nul-bytes");
    assertThat(run("check", "--index", own).exit).isZero();
  }

  @Test
  void exportsTheSameFromTheTerminalAsOverHttp() throws IOException {
    Ran lines = run("search", "--ndjson", "--index", index.toString());
    Ran table = run("search", "--csv", "--index", index.toString());
    int stories = search("").at("/index/stories").asInt();
    assertThat(lines.exit + table.exit).isZero();
    assertThat(lines.out.lines()).hasSize(stories);
    assertThat(new ObjectMapper().readTree(lines.out.lines().findFirst().orElseThrow()).at("/id"))
        .isEqualTo(search("").at("/hits/0/id"));
    assertThat(table.out).startsWith("id,kind,title,").contains("\r\n");
    assertThat(table.out.split("\r\n")).hasSize(stories + 1);
  }

  @Test
  void anExportDoesNotDependOnTheOrderOfReading() throws IOException {
    var captures = new ArrayList<Path>();
    try (var files = Files.list(TESTDATA.resolve("captures"))) {
      files.sorted(Comparator.reverseOrder()).forEach(captures::add);
    }
    String own = folder.resolve("i").toString();
    for (List<Path> half :
        List.of(captures.subList(45, captures.size()), captures.subList(0, 45))) {
      var arguments = new ArrayList<>(List.of("index", "--quiet", "--index", own));
      half.forEach(file -> arguments.add(file.toString()));
      assertThat(run(arguments.toArray(String[]::new)).exit).isZero();
    }
    assertThat(run("search", "--ndjson", "--index", own).out)
        .isEqualTo(run("search", "--ndjson", "--index", index.toString()).out);
  }

  @Test
  void setsOffWhatWasFoundWhenColourIsWanted() {
    Ran colour = run("search", "--color", "always", "--index", index.toString(), "opec");
    assertThat(colour.out).contains("\u001B[1;33mOPEC\u001B[0m");
    Ran plain = run("search", "--index", index.toString(), "opec");
    assertThat(plain.out).doesNotContain("\u001B").contains("OPEC");
    assertThat(
            colour
                .out
                .replaceAll("\u001B\\[[0-9;]*m", "")
                .lines()
                .filter(l -> !l.startsWith("     ")))
        .containsExactlyElementsOf(plain.out.lines().filter(l -> !l.startsWith("     ")).toList());
  }

  @ParameterizedTest
  @CsvSource({"No space left on device,74", "Broken pipe,0"})
  void saysWhenItsAnswerCouldNotBeWrittenUnlessTheReaderHadEnough(String why, int exit) {
    var full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException(why);
          }
        };
    var err = new ByteArrayOutputStream();
    String[] search = {"search", "--ndjson", "--index", index.toString(), "oil"};
    assertThat(Main.run(search, full, err)).isEqualTo(exit);
    String sentence = "wellhead: standard output could not be written: " + why;
    assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo(exit == 0 ? "" : sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search oil",
        "index --json nowhere",
        "captures",
        "sources",
        "check",
        "forget --list",
        "age --jsonl",
        "age 4 days",
        "inspect pom.xml",
        "backup nowhere/backup",
        "--version",
      })
  void anErrorOfAnyKindEndsACommandWith74AndASentence(String command) {
    var broken =
        new OutputStream() {
          @Override
          public void write(int one) {
            throw new VerifyError("Could not link verifier");
          }
        };
    var err = new ByteArrayOutputStream();
    var arguments = new ArrayList<>(List.of(command.split(" ")));
    if (!command.startsWith("age") && !command.startsWith("-") && !command.startsWith("inspect")) {
      arguments.addAll(1, List.of("--index", index.toString()));
    }
    InputStream input = System.in;
    System.setIn(new ByteArrayInputStream("{}\n".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(Main.run(arguments.toArray(String[]::new), broken, err)).isEqualTo(74);
    } finally {
      System.setIn(input); // the tests' own, which says nothing and never ends
    }
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .anyMatch(line -> line.contains("could not be loaded: too little memory"))
        .noneMatch(line -> line.contains("Error") || line.startsWith("\tat "));
  }

  @Test
  void tellsItsVersions() {
    assertThat(run("--version").out.lines()).hasSize(3).anyMatch(l -> l.startsWith("Lucene 10."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | no such file        | index nowhere.txt",
        "0 | no captures         | index EMPTYFOLDER",
        "0 | empty               | index EMPTYFILE",
        "1 | not UTF-8           | index LATIN",
        "1 | NUL                 | index BINARY",
        "2 | tomorrow-ish        | index --captured-at tomorrow-ish EMPTYFILE",
        "2 | Mars                | index --zone Mars EMPTYFILE",
        "2 | up                  | index --rounding up EMPTYFILE",
        "2 | Missing required    | index",
        "2 | no such command: 'frobnicate' | frobnicate",
        "2 | did you mean search | serch oil",
        "2 | did you mean serve | serv",
        "2 | did you mean --limit | search --limt 3 oil",
        "2 | did you mean --source | search --soruce x oil",
        "2 | one argument too many: 'b' | backup --index CAPTURES a b",
        "2 | wellhead: Missing required | forget --index CAPTURES",
        "2 | 0 to 1              | search --index CAPTURES --recency 7 oil",
        "2 | mutually exclusive  | search --index CAPTURES --csv --json oil",
        "2 | always or never     | search --index CAPTURES --color red oil",
        "2 | order of time       | search --index CAPTURES --csv --sort relevance oil",
        "2 | is no time          | search --index CAPTURES --ndjson before:noon",
        "2 | between 0 and 65535 | serve --port 99999",
        "2 | the base URL        | serve --base-url ftp://host/energy",
        "2 | nowhere cannot be read | serve --tokens nowhere",
        "2 | cannot be written   | serve --access-log nowhere/log",
        "2 | an origin is        | serve --cors example.org",
        "73 | wellhead index     | search --index NOINDEX oil",
        "73 | wellhead index     | check --index NOINDEX",
        "73 | wellhead index     | check --restore --index NOINDEX",
        "73 | wellhead index     | sources --index NOINDEX",
        "73 | wellhead index     | captures --index NOINDEX",
        "73 | wellhead index     | forget --source x --index NOINDEX",
        "73 | wellhead index     | backup --index NOINDEX EMPTYFOLDER",
        "73 | not a folder       | backup --index CAPTURES EMPTYFILE",
        "73 | not a backup       | backup --index CAPTURES OTHERSCHEMA",
        "2 | mutually exclusive  | forget --source x --story y --index CAPTURES",
        "1 | wellhead sources    | forget --source nobody.example --index CAPTURES",
        "1 | wellhead captures   | forget --capture nowhere.txt --index CAPTURES",
        "1 | forget --list       | forget --undo --story 0 --index CAPTURES",
        "73 | --rebuild          | search --index OTHERSCHEMA oil",
        "73 | --rebuild          | index --index OTHERSCHEMA EMPTYFILE",
        "73 | not a folder       | index --index EMPTYFILE EMPTYFILE",
        "74 | see: wellhead check | search --index DAMAGED oil",
        "74 | see: wellhead check | serve --port 0 --index DAMAGED",
        "74 | see: wellhead check | index --index DAMAGED EMPTYFILE",
        "74 | see: wellhead check | sources --index DAMAGED",
        "74 | see: wellhead check | captures --index DAMAGED",
        "74 | see: wellhead check | forget --story 0 --index DAMAGED",
        "74 | see: wellhead check | backup --index DAMAGED NOINDEX",
        "1 | no earlier commit   | check --index DAMAGED",
        "1 | nothing was changed | check --restore --index DAMAGED",
        "69 | cannot listen      | serve --port TAKEN",
      })
  void endsWithASentenceAndItsExitCode(int exit, String sentence, String command)
      throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ran ran = run(arguments(command, taken.getLocalPort()));
      assertThat(ran.err).contains(sentence).doesNotContain("\tat ").doesNotContain("Exception");
      assertThat(ran.exit).isEqualTo(exit);
    }
  }

  private String[] arguments(String command, int takenPort) throws IOException {
    Path otherSchema = folder.resolve("other");
    try (var directory = FSDirectory.open(otherSchema);
        var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(Map.of("wellhead.schema", "999").entrySet());
      writer.commit();
    }
    Map<String, String> named =
        Map.of(
            "EMPTYFOLDER", Files.createDirectories(folder.resolve("empty")).toString(),
            "EMPTYFILE", Files.writeString(folder.resolve("empty.txt"), "").toString(),
            "LATIN", Files.write(folder.resolve("l.txt"), new byte[] {'a', (byte) 0xE9}).toString(),
            "BINARY", Files.write(folder.resolve("b.txt"), new byte[] {'a', 0}).toString(),
            "DAMAGED", command.contains("DAMAGED") ? damaged().toString() : "",
            "NOINDEX", folder.resolve("none").toString(),
            "OTHERSCHEMA", otherSchema.toString(),
            "CAPTURES", index.toString(),
            "TAKEN", Integer.toString(takenPort));
    var arguments = new ArrayList<String>();
    for (String word : command.strip().split(" ")) {
      arguments.add(named.getOrDefault(word, word));
    }
    boolean needsIndex = List.of("index", "search", "serve").contains(arguments.getFirst());
    if (needsIndex && !arguments.contains("--index")) {
      arguments.add(1, "--index");
      arguments.add(2, folder.resolve("own").toString());
    }
    return arguments.toArray(String[]::new);
  }

  /** Every file of a segment is cut off in its middle. */
  private Path damaged() throws IOException {
    Path damaged = Files.createDirectories(folder.resolve("damaged"));
    try (Stream<Path> files = Files.list(index)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = Files.readAllBytes(file);
        int kept = name.startsWith("_") ? bytes.length / 2 : bytes.length;
        Files.write(damaged.resolve(name), Arrays.copyOf(bytes, kept));
      }
    }
    return damaged;
  }

  private static List<String> titles(String query) throws IOException {
    var titles = new ArrayList<String>();
    for (JsonNode hit : search(query, "--limit", "100").at("/hits")) {
      if (!hit.at("/partial").asBoolean()) {
        titles.add(hit.at("/title").asText());
      }
    }
    return titles;
  }

  private static JsonNode search(String query, String... options) throws IOException {
    var arguments =
        new ArrayList<>(List.of("search", "--json", "--now", "2026-07-09T00:00:00Z", "--index"));
    arguments.add(index.toString());
    arguments.addAll(List.of(options));
    arguments.add(query);
    Ran ran = run(arguments.toArray(String[]::new));
    assertThat(ran.err).isEmpty();
    return new ObjectMapper().readTree(ran.out);
  }

  private static String withoutTime(JsonNode answer) {
    return answer.toString().replaceAll("\"took_ms\":[0-9.]+", "");
  }

  private static Ran run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exit = Main.run(arguments, out, err);
    return new Ran(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
