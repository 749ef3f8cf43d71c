package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.event.Event;
import wellhead.indexer.event.Events;
import wellhead.indexer.event.MadeUpTellings;
import wellhead.indexer.event.Telling;
import wellhead.schema.DocumentType;
import wellhead.schema.EventDocument;
import wellhead.schema.IndexFiles;
import wellhead.schema.Summary;
import wellhead.schema.SummaryField;

class EventMergeTest {
  private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final long SEED = Long.getLong("seed", 19);

  @TempDir Path temporary;

  @Test
  void theEventsAreThoseOfAllStoriesInWhateverOrderTheyCame() throws Exception {
    List<String> files = write(12, 40);
    Path whole = index("whole", List.of(files));
    Set<Set<String>> titles = titles(whole);
    assertThat(titles).hasSizeGreaterThan(30);
    var random = new Random(SEED);
    for (int attempt = 0; attempt < 3; attempt++) {
      var shuffled = new ArrayList<>(files);
      Collections.shuffle(shuffled, random);
      var runs = new ArrayList<List<String>>();
      for (int from = 0; from < shuffled.size(); ) {
        int to = Math.min(shuffled.size(), from + 1 + random.nextInt(3));
        runs.add(shuffled.subList(from, to));
        from = to;
      }
      assertThat(titles(index("attempt " + attempt, runs)))
          .as("seed %s, runs %s", SEED, runs)
          .isEqualTo(titles);
    }
  }

  @Test
  void whatIsForgottenIsInNoEvent() throws Exception {
    List<String> files = write(3, 60);
    Path index = index("whole", List.of(files));
    Set<Set<String>> before = titles(index);
    var forgetting = new Forgetting(index, CLOCK);
    forgetting.forget(new Forgetting.Subject.Source("a.example"));
    assertThat(titles(index)).isNotEqualTo(before);
    String story = events(index).getFirst().reports().getFirst().story();
    forgetting.forget(new Forgetting.Subject.StoryId(story));
    titles(index);
    forgetting.undo(new Forgetting.Subject.StoryId(story));
    titles(index);
    forgetting.forget(
        new Forgetting.Subject.Capture(Path.of(files.getFirst()).getFileName().toString()));
    titles(index);
  }

  @Test
  void aRebuildEndsInTheSameEvents() throws Exception {
    List<String> files = write(6, 40);
    Path index = index("whole", files.stream().map(List::of).toList());
    Set<Set<String>> before = titles(index);
    run(index, true, files);
    assertThat(titles(index)).isEqualTo(before);
  }

  @Test
  void checkFindsAnEventOfStoriesThatAreNotThere() throws Exception {
    Path index = index("whole", List.of(write(2, 60)));
    assertThat(IndexCheck.of(index).problems()).isEmpty();
    try (OpenIndex open = OpenIndex.open(index, false, NOW)) {
      var report = new EventDocument.Report("nobody", "none", 400, List.of());
      var other = new EventDocument.Report("none", "nobody", 400, List.of());
      open.add(new EventDocument(List.of(report, other)).toDocument());
      open.commit(open.before().stories(), NOW);
    }
    assertThat(IndexCheck.of(index).problems()).anySatisfy(p -> assertThat(p).contains("nobody"));
  }

  private List<String> write(int files, int lines) throws IOException {
    var random = new Random(SEED);
    var written = new ArrayList<String>();
    for (int i = 0; i < files; i++) {
      var text = new StringBuilder();
      for (int line = 0; line < lines; line++) {
        text.append(
            "{\"title\": \"%s\", \"source\": \"%s\", \"published\": \"%s\"}%n"
                .formatted(
                    MadeUpTellings.title(random),
                    MadeUpTellings.source(random),
                    MadeUpTellings.time(random)));
      }
      Path file = temporary.resolve("stories" + i + ".jsonl");
      written.add(Files.writeString(file, text).toString());
    }
    return written;
  }

  private Path index(String name, List<List<String>> runs) throws Exception {
    Path index = temporary.resolve(name);
    for (List<String> files : runs) {
      run(index, false, files);
    }
    return index;
  }

  private static void run(Path index, boolean rebuild, List<String> files) throws Exception {
    new IndexRun(index, rebuild, CaptureOptions.NONE, InputStream.nullInputStream(), CLOCK)
        .run(files);
  }

  /** Held against what all stories of the index tell, looked at together. */
  private static Set<Set<String>> titles(Path index) throws IOException {
    Map<String, Summary> stories = stories(index);
    List<Telling> tellings =
        stories.values().stream().flatMap(story -> Telling.of(story).stream()).toList();
    Set<List<String>> expected =
        Events.of(tellings).stream().map(EventMergeTest::ids).collect(Collectors.toSet());
    List<EventDocument> events = events(index);
    assertThat(new HashSet<>(events.stream().map(EventMergeTest::ids).toList()))
        .as("seed %s", SEED)
        .isEqualTo(expected);
    assertThat(events).hasSize(expected.size());
    return events.stream()
        .map(event ->
            event.reports().stream()
                .map(report -> Objects.requireNonNull(stories.get(report.story())).title())
                .collect(Collectors.toSet()))
        .collect(Collectors.toSet());
  }

  private static List<String> ids(Event event) {
    return event.reports().stream().map(report -> report.telling().id()).toList();
  }

  private static List<String> ids(EventDocument event) {
    return event.reports().stream().map(EventDocument.Report::story).toList();
  }

  private static Map<String, Summary> stories(Path index) throws IOException {
    var stories = new TreeMap<String, Summary>();
    try (var directory = IndexFiles.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      EachDocument.of(
          reader,
          DocumentType.STORY.query(),
          (fields, leaf, doc) -> {
            Summary story = SummaryField.read(leaf.reader(), doc);
            stories.put(story.id(), story);
          });
    }
    return stories;
  }

  private static List<EventDocument> events(Path index) throws IOException {
    var events = new ArrayList<EventDocument>();
    try (var directory = IndexFiles.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      EachDocument.of(
          reader,
          EventDocument.all(),
          (fields, leaf, doc) -> events.add(EventDocument.read(leaf.reader(), doc)));
    }
    return events;
  }
}
