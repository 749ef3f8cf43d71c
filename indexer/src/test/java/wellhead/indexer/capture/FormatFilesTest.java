package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.indexer.assemble.CaptureReading;
import wellhead.story.Sighting;

/** What {@code testdata/formats} holds, and what is read of it, whole and cut short. */
class FormatFilesTest {
  private static final Path TESTDATA =
      Path.of(Objects.requireNonNull(System.getProperty("wellhead.root")), "testdata");
  private static final Path FOLDER = TESTDATA.resolve("formats");

  /** The list holds all four, a feed two of them, the JSON Lines one more. */
  private static final List<String> TITLES =
      List.of(
          "Bunker Prices Slip as Two Suppliers Undercut a Third",
          "Crane Drivers’ Vote Leaves Gas Cargo Waiting Offshore",
          "Pilots Ask for Wider Turning Basin at Low Water",
          "Quay Nine Takes Its First Café-Fuelled Tanker");

  @Test
  void areWhatTheirDescriptionMakes() throws IOException {
    if (Boolean.getBoolean("regenerate")) {
      Files.createDirectories(FOLDER);
      for (var file : FormatFiles.all().entrySet()) {
        Files.write(FOLDER.resolve(file.getKey()), file.getValue());
      }
    }
    for (var file : FormatFiles.all().entrySet()) {
      assertThat(FOLDER.resolve(file.getKey())).hasBinaryContent(file.getValue());
    }
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files).hasSize(FormatFiles.all().size());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "dockside.example_20260703T100000Z.html, 4",
    "dockside.example_20260703T100000Z.txt, 4",
    "dockside.example_20260703T100000Z.txt.gz, 4",
    "latin1_20260703T100000Z.html, 4",
    "undeclared_20260703T100000Z.html, 4",
    "utf16_20260703T100000Z.html, 4",
    "page.http, 4",
    "page.mhtml, 4",
    "pages.wet, 4",
    "pages.warc, 4",
    "pages.warc.gz, 4",
    "whole.warc.gz, 4",
    "captures.zip, 4",
    "feed.rss, 2",
    "feed.atom, 2",
    "feed.json, 2",
    "stories.jsonl, 5",
    "stories.jsonl.gz, 5",
  })
  void giveTheSameTitlesInEveryFormat(String name, int expected) {
    var titles = new TreeSet<String>();
    for (Capture capture : Read.bytes(name, file(name)).captures()) {
      CaptureReading.of(capture).sightings().stream().map(Sighting::title).forEach(titles::add);
    }
    // above a list of bare text stands the site's name, which may pass for one more title
    titles.remove("Dockside, news for loaders");
    assertThat(titles).hasSize(expected);
    assertThat(TITLES).filteredOn(titles::contains).hasSize(Math.min(expected, TITLES.size()));
  }

  @Test
  void loseOnlyWhatIsDamaged() {
    Read whole = Read.bytes("x", file("pages.warc.gz"));
    Read damaged = Read.bytes("x", file("damaged.warc.gz"));
    assertThat(damaged.captures()).hasSize(whole.captures().size() - 1);
    assertThat(damaged.causes()).hasSize(whole.causes().size() + 1);
  }

  private static byte[] file(String name) {
    return Objects.requireNonNull(FormatFiles.all().get(name), name);
  }
}
