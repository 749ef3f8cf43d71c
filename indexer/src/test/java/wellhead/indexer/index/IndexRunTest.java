package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.capture.CaptureTime;
import wellhead.indexer.capture.Format;
import wellhead.schema.DocumentType;
import wellhead.schema.Documents;
import wellhead.schema.Keyword;
import wellhead.schema.RecordField;
import wellhead.story.Story;

class IndexRunTest {
  private static final Instant NOW = Instant.parse("2026-07-08T12:00:00Z");

  @TempDir Path temporary;
  private Path index;
  private Path captures;

  @BeforeEach
  void folders() throws IOException {
    index = temporary.resolve("index");
    captures = Files.createDirectory(temporary.resolve("captures"));
  }

  @Test
  void changesNothingWhenTheSameCapturesAreReadAgain() throws Exception {
    capture("20260701T120000Z", "2 hours", "1 day");
    Report first = run();
    Map<String, Story> stories = stories();
    Report again = run();
    assertThat(again.committed()).isFalse();
    assertThat(again.generation()).isEqualTo(first.generation());
    assertThat(again.known()).isEqualTo(1);
    assertThat(stories()).isEqualTo(stories);
  }

  @Test
  void knowsACaptureAgainUnderAnotherName() throws Exception {
    Path file = capture("20260701T120000Z", "2 hours", "1 day");
    run();
    Files.copy(file, captures.resolve("desk.example_copy_20260701T120000Z.txt"));
    assertThat(run().captures()).isZero();
    assertSound();
  }

  @Test
  void supersedesAReadingWhenTheCaptureTimeIsGivenLater() throws Exception {
    list("page.txt", "2 hours", "1 day");
    run();
    assertThat(stories().values()).allMatch(story -> story.published() == null);
    Report later = run(at("2026-07-01T12:00:00Z"), captures.toString());
    assertThat(later.superseded()).isEqualTo(1);
    assertThat(stories().values()).allMatch(story -> story.published() != null);
    assertThat(stories()).hasSize(2);
    assertSound();
  }

  @Test
  void supersedesWhatCameUndatedFromStandardInput() throws Exception {
    String page = page("2 hours", "1 day");
    standardInput(page, CaptureOptions.NONE);
    standardInput(page, at("2026-07-01T12:00:00Z"));
    assertThat(stories().values()).hasSize(2).allMatch(story -> story.sightings().size() == 1);
    assertSound();
  }

  @Test
  void doesNotTakeAnUnchangedFileForANewCaptureWhenToldNowAgain() throws Exception {
    list("page.txt", "2 hours", "1 day");
    run(now("2026-07-01T12:00:00Z"), captures.toString());
    Report again = run(now("2026-07-01T18:00:00Z"), captures.toString());
    assertThat(again.committed()).isFalse();
  }

  @Test
  void takesTheSameBytesFetchedAnewForANewCaptureWhenToldNow() throws Exception {
    Path file = list("desk.example_page.txt", "2 hours", "1 day");
    run(now("2026-07-01T12:00:00Z"), captures.toString());
    Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(60)));
    run(now("2026-07-01T12:30:00Z"), captures.toString());
    assertThat(stories().values()).allMatch(story -> story.sightings().size() == 2);
    assertSound();
  }

  @Test
  void givesTheSameStoriesInAnyOrderAndGrouping() throws Exception {
    var random = new Random(Long.getLong("seed", 7));
    var files = new ArrayList<Path>();
    for (int hour = 0; hour < 12; hour++) {
      String stamp = String.format(Locale.ROOT, "202607%02dT%02d1500Z", 1 + hour / 6, hour);
      files.add(
          capture(stamp, 1 + hour + " hours", 2 + hour / 2 + " hours", 1 + hour % 3 + " days"));
    }
    run();
    Map<String, Story> expected = stories();
    for (int round = 0; round < 6; round++) {
      index = temporary.resolve("index" + round);
      Collections.shuffle(files, random);
      for (int from = 0; from < files.size(); from += 1 + round) {
        var group = files.subList(from, Math.min(files.size(), from + 1 + round));
        run(CaptureOptions.NONE, group.stream().map(Path::toString).toArray(String[]::new));
      }
      assertThat(stories()).as("round %d", round).isEqualTo(expected);
      assertSound();
    }
  }

  @Test
  void givesTheSameStoriesWhenRebuilt() throws Exception {
    capture("20260701T120000Z", "2 hours", "1 day");
    run();
    capture("20260701T130000Z", "3 hours", "1 day");
    run();
    Map<String, Story> stories = stories();
    Report rebuilt = rebuild(captures);
    assertThat(stories()).isEqualTo(stories);
    assertThat(rebuilt.generation()).isEqualTo(3);
    assertSound();
  }

  @Test
  void namesTheFilesThatARebuildDoesNotFindAgain() throws Exception {
    Path gone = capture("20260701T120000Z", "2 hours", "1 day");
    capture("20260701T130000Z", "3 hours", "1 day");
    run();
    Files.delete(gone);
    assertThat(rebuild(captures).missing()).containsExactly(gone.toString());
  }

  @Test
  void findsAStoryUnderItsFormerIdWhenAnOlderCaptureComesLater() throws Exception {
    capture("20260701T130000Z", "3 hours", "1 day");
    run();
    var former = stories().keySet();
    capture("20260701T120000Z", "2 hours", "1 day");
    run();
    assertThat(stories().keySet()).doesNotContainAnyElementsOf(former);
    for (String id : former) {
      assertThat(aliased(id)).isPresent();
    }
  }

  @Test
  void commitsTheRestWhenSomeInputsAreRejected() throws Exception {
    capture("20260701T120000Z", "2 hours", "1 day");
    Files.write(captures.resolve("binary.txt"), new byte[] {0, 1, 2, (byte) 0xFF});
    Report report = run(CaptureOptions.NONE, captures.toString(), "nowhere");
    assertThat(report.rejections())
        .extracting(r -> r.file())
        .containsExactly("nowhere", "binary.txt");
    assertThat(stories()).hasSize(2);
  }

  @Test
  void refusesASecondRunAtOnceAndSaysWhoHoldsTheIndex() throws Exception {
    capture("20260701T120000Z", "2 hours", "1 day");
    try (OpenIndex held = OpenIndex.open(index, false, NOW)) {
      assertThat(held.before().generation()).isZero();
      assertThatThrownBy(this::run)
          .isInstanceOf(IndexHeldException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining(NOW.toString());
    }
    assertThat(run().committed()).isTrue();
  }

  @Test
  void leavesTheIndexAsItWasWhenARunEndsBeforeItsCommit() throws Exception {
    capture("20260701T120000Z", "2 hours", "1 day");
    run();
    Map<String, Story> before = stories();
    try (OpenIndex abandoned = OpenIndex.open(index, true, NOW)) {
      abandoned.delete(new Term("type", "story"));
      abandoned.refresh();
    }
    assertThat(stories()).isEqualTo(before);
    assertSound();
  }

  @Test
  void refusesAnIndexOfAnotherSchemaAndSaysWhatToRun() throws Exception {
    capture("20260701T120000Z", "2 hours", "1 day");
    writeForeign(Map.of("wellhead.schema", "999"));
    assertThatThrownBy(this::run)
        .isInstanceOf(IndexUnusableException.class)
        .hasMessageContaining("999")
        .hasMessageContaining("--rebuild");
    assertThat(rebuild(captures).stories()).isEqualTo(2);
  }

  @Test
  void refusesALuceneIndexOfSomebodyElse() throws Exception {
    writeForeign(Map.of());
    assertThatThrownBy(this::run).isInstanceOf(IndexUnusableException.class);
  }

  @Test
  void refusesAPathThatIsNoFolder() throws Exception {
    index = Files.writeString(temporary.resolve("file"), "x");
    assertThatThrownBy(this::run)
        .isInstanceOf(IndexUnusableException.class)
        .hasMessageContaining("not a folder");
  }

  private void writeForeign(Map<String, String> userData) throws IOException {
    try (var directory = FSDirectory.open(index);
        var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(userData.entrySet());
      writer.commit();
    }
  }

  private Path capture(String stamp, String... ages) throws IOException {
    return list("desk.example_" + stamp + ".txt", ages);
  }

  private Path list(String name, String... ages) throws IOException {
    return Files.writeString(captures.resolve(name), page(ages));
  }

  /** Some rows of news; the ages given go to the first of them. */
  private static String page(String... ages) {
    var titles =
        List.of("Refiners Wait for Cheaper Crude", "Wind Farm Wins Grid Link", "Pipeline Restarts");
    var text = new StringBuilder();
    for (int i = 0; i < ages.length; i++) {
      text.append("  • ").append(ages[i]).append(' ').append(titles.get(i)).append('\n');
    }
    return text.toString();
  }

  private Report run() throws Exception {
    return run(CaptureOptions.NONE, captures.toString());
  }

  private Report run(CaptureOptions options, String... paths) throws Exception {
    var run =
        new IndexRun(
            index, false, options, InputStream.nullInputStream(), InstantSource.fixed(NOW));
    return run.run(List.of(paths));
  }

  private Report rebuild(Path path) throws Exception {
    var run =
        new IndexRun(
            index,
            true,
            CaptureOptions.NONE,
            InputStream.nullInputStream(),
            InstantSource.fixed(NOW));
    return run.run(List.of(path.toString()));
  }

  private void standardInput(String text, CaptureOptions options) throws Exception {
    var in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    new IndexRun(index, false, options, in, InstantSource.fixed(NOW)).run(List.of("-"));
  }

  private static CaptureOptions at(String instant) {
    return options(new CaptureTime.At(Instant.parse(instant)));
  }

  private static CaptureOptions now(String instant) {
    return options(new CaptureTime.Now(Instant.parse(instant)));
  }

  private static CaptureOptions options(CaptureTime time) {
    return new CaptureOptions(time, null, null, null, null, Format.AUTO);
  }

  private Map<String, Story> stories() throws IOException {
    var stories = new TreeMap<String, Story>();
    try (var reader = DirectoryReader.open(FSDirectory.open(index))) {
      var hits = new IndexSearcher(reader).search(DocumentType.STORY.query(), 1000);
      for (var hit : hits.scoreDocs) {
        Story story = RecordField.read(new Documents(reader), hit.doc);
        stories.put(story.id(), story);
      }
    }
    return stories;
  }

  private Optional<Story> aliased(String id) throws IOException {
    try (var reader = DirectoryReader.open(FSDirectory.open(index))) {
      var hits = new IndexSearcher(reader).search(Keyword.ALIAS.is(id), 2).scoreDocs;
      assertThat(hits).hasSizeLessThan(2);
      return hits.length == 0
          ? Optional.empty()
          : Optional.of(RecordField.read(new Documents(reader), hits[0].doc));
    }
  }

  private void assertSound() throws Exception {
    assertThat(IndexCheck.of(index).problems()).isEmpty();
  }
}
