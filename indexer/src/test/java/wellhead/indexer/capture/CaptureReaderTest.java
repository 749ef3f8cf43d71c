package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.story.CapturedAt;

class CaptureReaderTest {
  private static final Instant AT = Instant.parse("2025-07-08T07:30:00Z");

  @TempDir Path folder;

  @Test
  void takesTheCaptureTimeOfTheOptionBeforeThatOfTheName() throws IOException {
    var options = options(new CaptureTime.At(AT));
    assertThat(read("a.example_20240101T000000Z.txt", "x", options).ref().capturedAt())
        .isEqualTo(new CapturedAt(AT, CapturedAt.From.OPTION));
  }

  @Test
  void takesTheCaptureTimeOfTheNameElse() throws IOException {
    assertThat(read("a.example_20250708T073000Z.txt", "x").ref().capturedAt())
        .isEqualTo(new CapturedAt(AT, CapturedAt.From.FILE_NAME));
  }

  @Test
  void takesNoCaptureTimeRatherThanThatOfTheFileSystem() throws IOException {
    assertThat(read("a.txt", "x").ref().capturedAt()).isEqualTo(CapturedAt.UNKNOWN);
  }

  @Test
  void takesTheFileSystemsTimeWhenAskedByName() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "x");
    Files.setLastModifiedTime(file, FileTime.from(AT));
    assertThat(read(file, options(new CaptureTime.ModificationTime())).ref().capturedAt())
        .isEqualTo(new CapturedAt(AT, CapturedAt.From.MTIME));
  }

  @Test
  void takesTheSourceOfTheFolderWhenTheNameHasNone() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("news.example"));
    Path file = Files.writeString(inside.resolve("page.txt"), "x");
    assertThat(read(file, CaptureOptions.NONE).ref().source()).isEqualTo("news.example");
  }

  @Test
  void takesTheSourceOfTheUrlBeforeThatOfTheName() throws IOException {
    var options =
        new CaptureOptions(
            new CaptureTime.Unsaid(), null, "https://www.other.example/a", null, null, Format.AUTO);
    assertThat(read("a.example_1.txt", "x", options).ref().source()).isEqualTo("other.example");
  }

  @Test
  void namesTheSameReadingOfTheSameBytesTheSame() throws IOException {
    var a = read("a.example_20250708T073000Z.txt", "same");
    var b = read("a.example_x_20250708T073000Z.txt", "same");
    var later = read("a.example_20250708T083000Z.txt", "same");
    assertThat(a.ref().id()).isEqualTo(b.ref().id()).isNotEqualTo(later.ref().id());
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
  void readsTextBehindAByteOrderMark(String charset) throws IOException {
    Path file = folder.resolve("a.txt");
    Files.write(file, "\uFEFF• 4 days Öl".getBytes(Charset.forName(charset)));
    assertThat(read(file, CaptureOptions.NONE).content())
        .isEqualTo(new Content.Page("• 4 days Öl", Format.AUTO, null));
  }

  @Test
  void refusesBytesThatAreNotUtf8WithTheirPlaceAndARemedy() throws IOException {
    Path file = folder.resolve("latin.txt");
    Files.write(file, new byte[] {'a', 'b', (byte) 0xE9, 'c'});
    assertThat(reason(file)).contains("0xE9").contains("offset 2").contains("iconv");
  }

  @Test
  void refusesWhatHasNoCharacterOfText() throws IOException {
    assertThat(reason(bytes('a', 0, 'b'))).contains("NUL").contains("offset 1");
  }

  @Test
  void refusesAFileThatIsGone() throws IOException {
    assertThat(reason(folder.resolve("gone.txt"))).contains("no such file");
  }

  @ParameterizedTest
  @CsvSource({"''", "'   \n\n'", "\uFEFF"})
  void callsAFileWithoutTextEmpty(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), text);
    assertThat(only(reader(CaptureOptions.NONE), file(file))).isInstanceOf(Outcome.Empty.class);
  }

  @Test
  void readsStandardInput() throws IOException {
    InputStream in = new ByteArrayInputStream("x".getBytes(StandardCharsets.UTF_8));
    var outcome =
        only(new CaptureReader(CaptureOptions.NONE, in, Read.NOW), CaptureFile.STANDARD_INPUT);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Read.class, read -> assertThat(read.capture().ref().file()).isEqualTo("-"));
  }

  private Capture read(String name, String text) throws IOException {
    return read(name, text, CaptureOptions.NONE);
  }

  private Capture read(String name, String text, CaptureOptions options) throws IOException {
    return read(Files.writeString(folder.resolve(name), text), options);
  }

  private static Capture read(Path file, CaptureOptions options) throws IOException {
    return ((Outcome.Read) only(reader(options), file(file))).capture();
  }

  private static String reason(Path file) throws IOException {
    return ((Outcome.Rejected) only(reader(CaptureOptions.NONE), file(file))).rejection().reason();
  }

  private static Outcome only(CaptureReader reader, CaptureFile file) throws IOException {
    try (Captures captures = reader.open(file)) {
      Outcome only = captures.next();
      assertThat(captures.next()).isNull();
      return Objects.requireNonNull(only);
    }
  }

  private Path bytes(int... values) throws IOException {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return Files.write(folder.resolve("bytes.txt"), bytes);
  }

  private static CaptureReader reader(CaptureOptions options) {
    return new CaptureReader(options, InputStream.nullInputStream(), Read.NOW);
  }

  private static CaptureFile file(Path path) {
    return CaptureFile.of(path, String.valueOf(path.getFileName()));
  }

  private static CaptureOptions options(CaptureTime time) {
    return new CaptureOptions(time, null, null, null, null, Format.AUTO);
  }
}
