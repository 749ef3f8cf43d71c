package wellhead.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.ExplainedReading;
import wellhead.indexer.capture.CaptureFile;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.capture.CaptureReader;
import wellhead.indexer.capture.CaptureTime;
import wellhead.indexer.capture.Captures;
import wellhead.indexer.capture.Format;
import wellhead.indexer.capture.Outcome;
import wellhead.indexer.capture.SettingsException;
import wellhead.indexer.capture.SettingsFile;
import wellhead.indexer.page.AccountedLine;
import wellhead.indexer.page.PageExplanation;
import wellhead.indexer.page.Part;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelParser;
import wellhead.indexer.time.Reference;
import wellhead.indexer.time.Resolver;
import wellhead.story.Rule;

/** A way in for bytes from outside, and what must be true whatever they are. */
enum FuzzedReader {
  TEXT(Format.TEXT),
  HTML(Format.HTML),
  WARC(Format.WARC),
  FEED(Format.FEED),
  JSON_LINES(Format.JSONL),
  /** A saved HTTP response, a zip, a gzip: told by how they begin. */
  CONTENT(Format.AUTO),
  ZIP(Format.AUTO) {
    @Override
    void read(byte[] bytes) throws IOException {
      super.read(bytes);
      inFile(bytes, file -> captures(CaptureFile.of(file, "a.zip")));
    }
  },
  /** Members of gzip: as they come, and made of the bytes and then cut. */
  GZIP(Format.AUTO) {
    @Override
    void read(byte[] bytes) throws IOException {
      super.read(bytes);
      byte[] members = members(bytes);
      super.read(Arrays.copyOf(members, members.length - members.length * at(bytes, 0) / 256));
    }
  },
  /** A label a line. */
  AGES(Format.TEXT) {
    @Override
    void read(byte[] bytes) {
      new String(bytes, StandardCharsets.UTF_8).lines().limit(200).forEach(FuzzedReader::label);
    }
  },
  SETTINGS(Format.TEXT) {
    @Override
    void read(byte[] bytes) throws IOException {
      inFile(
          bytes,
          file -> {
            try {
              SettingsFile.read(file);
            } catch (SettingsException refused) {
              assertThat(refused.getMessage()).isNotBlank();
            }
          });
    }
  };

  private static final Instant CAPTURED = Instant.parse("2026-07-03T10:00:00Z");

  private final Format format;

  FuzzedReader(Format format) {
    this.format = format;
  }

  static FuzzedReader named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Reads the bytes; what must not happen is thrown. */
  void read(byte[] bytes) throws IOException {
    assertThat(captures(CaptureFile.STANDARD_INPUT, bytes)).isPositive();
  }

  @FunctionalInterface
  private interface WithFile {
    void accept(Path file) throws IOException;
  }

  private static void inFile(byte[] bytes, WithFile task) throws IOException {
    Path file = Files.createTempFile("fuzzed", null);
    try {
      Files.write(file, bytes);
      task.accept(file);
    } finally {
      Files.delete(file);
    }
  }

  void captures(CaptureFile file) throws IOException {
    captures(file, new byte[0]);
  }

  /** Reads to the end, the news in it too, as the index would hold it. */
  private int captures(CaptureFile file, byte[] standardInput) throws IOException {
    var options =
        new CaptureOptions(
            new CaptureTime.At(CAPTURED), "fuzzed.example", null, null, null, format);
    int outcomes = 0;
    try (Captures captures =
        new CaptureReader(
                options,
                new ByteArrayInputStream(standardInput),
                Instant.parse("2027-01-01T00:00:00Z"))
            .open(file)) {
      for (Outcome next = captures.next(); next != null; next = captures.next()) {
        outcomes++;
        switch (next) {
          case Outcome.Read read -> {
            Layout.lay(read.capture());
            explained(ExplainedReading.of(read.capture()).page());
          }
          case Outcome.Rejected rejected ->
              assertThat(rejected.rejection().reason()).isNotBlank().hasSizeLessThan(1_000);
          case Outcome.Skipped skipped ->
              assertThat(skipped.reason()).isNotBlank().hasSizeLessThan(300);
          case Outcome.Cut cut -> assertThat(cut.warning()).isNotBlank();
          case Outcome.Empty empty -> assertThat(empty.file()).isNotBlank();
        }
      }
    }
    return outcomes;
  }

  /** No line that was refused is told of twice, and one way to read the page is the likeliest. */
  private static void explained(@Nullable PageExplanation page) {
    if (page == null) {
      return;
    }
    List<AccountedLine> lines = page.lines();
    assertThat(lines.stream().filter(line -> line.part() == Part.REFUSED).count())
        .isEqualTo(page.page().rejected().size());
    assertThat(lines).extracting(AccountedLine::line).isSorted();
    assertThat(page.ways().stream().filter(PageExplanation.Way::chosen)).hasSize(1);
  }

  private static byte[] members(byte[] bytes) {
    var all = new ByteArrayOutputStream();
    int members = 1 + at(bytes, 1) % 3;
    for (int i = 0; i < members; i++) {
      try (var member = new GZIPOutputStream(all)) {
        member.write(bytes, bytes.length * i / members, bytes.length / members);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all.toByteArray();
  }

  private static int at(byte[] bytes, int i) {
    return i < bytes.length ? bytes[i] & 0xFF : 0;
  }

  private static void label(String line) {
    for (Instant capture : new @Nullable Instant[] {null, CAPTURED}) {
      for (ZoneId zone : new @Nullable ZoneId[] {null, ZoneId.of("America/Chicago")}) {
        var reference = new Reference(capture, zone, Duration.ofMinutes(5));
        LabelParser.parse(line).ifPresent(label -> resolved(label, reference));
        LabelParser.parseLine(line)
            .ifPresent(l -> {
              assertThat(line).contains(l.headline()).contains(l.printed());
              resolved(l.label(), reference);
            });
      }
    }
  }

  /**
   * No age is younger than the page that it stands on, and the hull holds what the rules say that
   * need no zone.
   */
  private static void resolved(Label label, Reference reference) {
    var told = Resolver.resolve(label, reference);
    if (told.isEmpty()) {
      return;
    }
    var hull = told.get().under(Rule.HULL);
    for (Rule rule : List.of(Rule.FLOOR, Rule.ROUND)) {
      var under = told.get().under(rule);
      assertThat(under.isEmpty() || hull.orElseThrow().contains(under.get())).isTrue();
    }
    if (reference.capturedAt() != null) {
      assertThat(hull.orElseThrow().end()).isBeforeOrEqualTo(reference.capturedAt());
    }
  }
}
