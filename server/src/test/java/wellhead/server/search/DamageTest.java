package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wellhead.server.search.TestIndex.NOW;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.story.Story;

/** An index that is damaged under a running server, in places that only a search comes upon. */
class DamageTest {
  /** Of these it takes more than a page of memory to tell of. */
  private static final int MANY = 2_000;

  @TempDir Path folder;

  @Test
  void aFileThatIsCutIsNoticedByTheSearchThatComesUponItAndSaid() throws IOException {
    write(1, "oil");
    try (var engine = LuceneSearchEngine.open(folder)) {
      assertThat(total(engine, "oil")).isEqualTo(MANY);
      Map<Path, byte[]> whole = cut(List.of());
      assertThatThrownBy(() -> askAround(engine)).isInstanceOf(IndexDamagedException.class);
      assertThat(engine.isReady()).isTrue();
      assertThat(engine.isFollowing()).isFalse();
      assertThatThrownBy(engine::refresh).as("it is read anew, and all of it").isNotNull();
      engine.refresh(); // the same files are not read again
      assertThat(engine.isFollowing()).isFalse();
      restore(whole);
      engine.refresh();
      assertThat(engine.isFollowing()).as("mended").isTrue();
      assertThat(total(engine, "oil")).isEqualTo(MANY);
    }
  }

  @Test
  void theLastSoundGenerationAnswersInItsPlaceUntilAnotherComes() throws IOException {
    write(1, "oil");
    try (var engine = LuceneSearchEngine.open(folder)) {
      List<Path> former = files();
      write(2, "gas");
      engine.refresh();
      assertThat(engine.state().generation()).isEqualTo(2);
      cut(former);
      askAround(engine);
      assertThat(total(engine, "oil")).isEqualTo(MANY);
      assertThat(engine.state().generation()).isEqualTo(1);
      assertThat(engine.isFollowing()).isFalse();
      assertThat(engine.vitals().index().generation()).isEqualTo(1);
      files().forEach(DamageTest::delete);
      write(3, "coal");
      engine.refresh();
      assertThat(engine.state().generation()).isEqualTo(3);
      assertThat(engine.isFollowing()).isTrue();
      assertThat(total(engine, "coal")).isEqualTo(MANY);
    }
  }

  @Test
  void aFileThatLosesItsLastBytesIsNoticedBeforeASearchComesUponIt() throws IOException {
    write(1, "oil");
    try (var engine = LuceneSearchEngine.open(folder)) {
      engine.refresh();
      assertThat(engine.isFollowing()).isTrue();
      for (Path file : files()) {
        if (String.valueOf(file.getFileName()).endsWith(".cfs")) {
          try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 20);
          }
        }
      }
      engine.refresh();
      assertThat(engine.isFollowing()).isFalse();
    }
  }

  @Test
  void aFileThatIsWrittenAgainAsItWasDoesNoHarm() throws IOException {
    write(1, "oil");
    try (var engine = LuceneSearchEngine.open(folder)) {
      for (Path file : files()) {
        Files.setLastModifiedTime(file, FileTime.from(NOW));
      }
      engine.refresh();
      assertThat(engine.isFollowing()).isTrue();
      assertThat(total(engine, "oil")).isEqualTo(MANY);
    }
  }

  private void write(long generation, String word) throws IOException {
    List<Story> stories =
        IntStream.range(0, MANY)
            .mapToObj(i -> TestIndex.headline("s" + i, word + " word" + i + " rises", i))
            .toList();
    TestIndex.write(folder, generation, stories);
  }

  /** What lies all over the files; some of it is in memory still. */
  private static void askAround(SearchEngine engine) {
    for (int i = 0; i < MANY; i += 20) {
      total(engine, "word" + i);
      assertThat(engine.story("s" + i)).isPresent();
    }
  }

  private static int total(SearchEngine engine, String query) {
    return engine.search(SearchRequest.of(query, NOW).build()).total().value();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  /** Cuts the segments' files in place, as a failing copy does; tells what they were. */
  private Map<Path, byte[]> cut(List<Path> butThese) throws IOException {
    var whole = new TreeMap<Path, byte[]>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      if (!butThese.contains(file) && name.startsWith("_") && !name.endsWith(".si")) {
        whole.put(file, Files.readAllBytes(file));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(0);
        }
      }
    }
    assertThat(whole).isNotEmpty();
    return whole;
  }

  private static void restore(Map<Path, byte[]> whole) throws IOException {
    for (Map.Entry<Path, byte[]> file : whole.entrySet()) {
      Files.write(file.getKey(), file.getValue());
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
