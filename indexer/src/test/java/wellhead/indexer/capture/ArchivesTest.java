package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static wellhead.indexer.capture.Warc.gzip;
import static wellhead.indexer.capture.Warc.joined;
import static wellhead.indexer.capture.Warc.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivesTest {
  private static final String PAGE = "2 hours ago Refiners Wait\n";
  private static final String NAME = "desk.example_20260703T100000Z.txt";

  @TempDir Path folder;

  @Test
  void readsAGzippedPageWithTheTimeAndSourceOfItsName() {
    Capture capture = Read.bytes(NAME + ".gz", gzip(utf8(PAGE))).captures().getFirst();
    assertThat(capture.ref().source()).isEqualTo("desk.example");
    assertThat(capture.ref().capturedAt().instant())
        .isEqualTo(Instant.parse("2026-07-03T10:00:00Z"));
  }

  @Test
  void readsLinesAcrossGzipMembersAsGunzipDoes() {
    byte[] two = joined(gzip(utf8("{\"title\":\"A")), gzip(utf8("B\"}\n{\"title\":\"C\"}\n")));
    assertThat(Read.bytes("a.jsonl.gz", two).entries())
        .extracting(Entry::title)
        .containsExactly("AB", "C");
  }

  @Test
  void readsTheLinesBeforeTheEndOfATruncatedGzip() {
    byte[] whole = gzip(utf8("{\"title\":\"Refiners Wait\"}\n".repeat(3) + "x".repeat(9)));
    Read read = Read.bytes("a.jsonl.gz", Arrays.copyOf(whole, whole.length - 9));
    assertThat(read.entries()).hasSize(3);
    assertThat(read.causes()).contains(Cause.BROKEN);
  }

  @Test
  void readsThePageBeforeWhatIsNoGzipAndSaysSo() {
    Read read = Read.bytes(NAME + ".gz", joined(gzip(utf8(PAGE)), utf8("left by a broken copy")));
    assertThat(read.captures()).hasSize(1);
    assertThat(read.rejections())
        .extracting(Rejection::reason)
        .singleElement()
        .asString()
        .contains("followed by what is no gzip", "the rest of it was read");
  }

  @Test
  void readsAPageFromTheMembersThatAreWhole() {
    byte[] damaged = gzip(utf8("3 hours ago Drillers Cut Output Again\n"));
    damaged[damaged.length - 6] ^= 1; // its checksum
    Read read = Read.bytes(NAME + ".gz", joined(gzip(utf8(PAGE)), damaged, gzip(utf8(PAGE))));
    assertThat(read.captures()).hasSize(1);
    assertThat(read.pages()).containsExactly(PAGE + PAGE);
    assertThat(read.causes()).containsExactly(Cause.BROKEN);
  }

  @Test
  void losesNoLineOfTheMemberBehindADamagedOne() {
    byte[] damaged = gzip(utf8("{\"title\":\"B\"}\n{\"title\":\"cut"));
    damaged[damaged.length - 6] ^= 1;
    byte[] lines =
        joined(
            gzip(utf8("{\"title\":\"A\"}\n")),
            damaged,
            gzip(utf8("{\"title\":\"D\"}\n{\"title\":\"E\"}\n")));
    Read read = Read.bytes("a.jsonl.gz", lines);
    assertThat(read.entries()).extracting(Entry::title).containsExactly("A", "B", "D", "E");
    assertThat(read.causes()).contains(Cause.BROKEN);
  }

  @Test
  void saysThatAZipEndsWithinTheNameOfAnEntry() {
    byte[] head = Arrays.copyOf(new byte[] {'P', 'K', 3, 4}, 32);
    head[26] = 9; // the length of a name of which two bytes are there
    assertThat(Read.bytes("a.zip", head).rejections())
        .extracting(Rejection::reason)
        .containsExactly("zip: damaged: ends within an entry");
  }

  @Test
  void readsTheFilesOfAZipAsThoseOfAFolder() throws IOException {
    byte[] zip =
        zip(Map.of(NAME, PAGE, "news.example/a.txt", PAGE, ".hidden", "x", "__MACOSX/b", "x"));
    for (Read read : both(zip)) {
      assertThat(read.captures())
          .extracting(c -> c.ref().file() + " of " + c.ref().source())
          .containsExactlyInAnyOrder(
              "a.zip/" + NAME + " of desk.example", "a.zip/news.example/a.txt of news.example");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x.txt", "a/../../x.txt", "/etc/x.txt", "C:\\x.txt", "..\\x.txt"})
  void rejectsNamesThatLeadOutOfTheArchive(String name) throws IOException {
    for (Read read : both(zip(Map.of(name, PAGE, NAME, PAGE)))) {
      assertThat(read.causes()).containsExactly(Cause.UNSAFE_NAME);
      assertThat(read.captures()).hasSize(1);
    }
  }

  @Test
  void losesNoNeighbourOfADamagedFileInAZip() throws IOException {
    byte[] zip = zip(Map.of("a.txt", PAGE.repeat(50), "b.txt", PAGE, "c.txt", PAGE));
    zip[45] ^= 0x55; // in the content of the first
    Path file = Files.write(folder.resolve("a.zip"), zip);
    Read read = file(file);
    assertThat(read.captures()).hasSize(2);
    assertThat(read.rejections()).extracting(Rejection::file).containsExactly("a.zip/a.txt");
  }

  @Test
  void readsWhatCameBeforeTheEndOfATruncatedZip() throws IOException {
    byte[] zip = zip(Map.of("a.txt", PAGE, "b.txt", PAGE, "c.txt", PAGE));
    Path file = Files.write(folder.resolve("a.zip"), Arrays.copyOf(zip, zip.length / 3));
    assertThat(file(file).captures()).isNotEmpty();
  }

  @Test
  void refusesArchivesThatLieInTooManyOthers() {
    byte[] nested = utf8(PAGE);
    for (int i = 0; i <= Limits.ARCHIVE_DEPTH; i++) {
      nested = gzip(nested);
    }
    assertThat(Read.bytes("a.gz", nested).causes()).containsExactly(Cause.NESTED_ARCHIVES);
  }

  @Test
  void stopsABombBeforeItHasGoneOff() throws IOException {
    var out = new ByteArrayOutputStream();
    out.writeBytes(gzip(utf8("{\"title\":\"A\"}\n{\"title\":\"B\"}\n")));
    try (var gzip = new GZIPOutputStream(out)) {
      byte[] blank = utf8("\n".repeat(1 << 18));
      for (long written = 0; written < 2 * Limits.RATIO_FREE_BYTES; written += blank.length) {
        gzip.write(blank);
      }
    }
    Read read = Read.bytes("a.jsonl.gz", out.toByteArray());
    assertThat(read.causes()).contains(Cause.ZIP_BOMB);
    assertThat(read.entries()).hasSize(2);
  }

  @Test
  void callsAnEmptyArchiveEmpty() throws IOException {
    for (Read read : both(zip(Map.of()))) {
      assertThat(read.outcomes()).containsExactly(new Outcome.Empty("a.zip"));
    }
  }

  /** By its directory and from front to back. */
  private List<Read> both(byte[] zip) throws IOException {
    var both = new ArrayList<Read>();
    both.add(file(Files.write(folder.resolve("a.zip"), zip)));
    both.add(Read.bytes("a.zip", zip));
    return both;
  }

  private static Read file(Path path) throws IOException {
    var outcomes = new ArrayList<Outcome>();
    var reader = new CaptureReader(CaptureOptions.NONE, InputStream.nullInputStream(), Read.NOW);
    try (Captures captures = reader.open(CaptureFile.of(path, "a.zip"))) {
      for (Outcome next = captures.next(); next != null; next = captures.next()) {
        outcomes.add(next);
      }
    }
    return new Read(outcomes);
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(utf8(file.getValue()));
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
