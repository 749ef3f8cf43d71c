package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wellhead.server.search.TestIndex.headline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.schema.IndexSchemaException;

class IndexFollowerTest {
  @TempDir Path folder;

  @Test
  void becomesReadyWhenAnIndexAppears() throws IOException {
    Path index = folder.resolve("index");
    try (var follower = IndexFollower.follow(index, generation -> {})) {
      assertThat(follower.isReady()).isFalse();
      assertThat(index).doesNotExist();
      assertThatThrownBy(follower::hold)
          .isInstanceOf(IndexNotReadyException.class)
          .hasMessageContaining("wellhead index");
      TestIndex.write(index, 1, List.of(headline("a", "First", 1)));
      follower.refresh();
      assertThat(generation(follower)).isEqualTo(1);
    }
  }

  @Test
  void followsCommitsAndWarmsEachOnce() throws IOException {
    var warmed = new ArrayList<Long>();
    TestIndex.write(folder, 1, List.of(headline("a", "First", 1)));
    try (var follower = IndexFollower.follow(folder, g -> warmed.add(g.state().generation()))) {
      follower.refresh();
      TestIndex.write(folder, 2, List.of(headline("a", "First", 1), headline("b", "Second", 1)));
      follower.refresh();
      follower.refresh();
      assertThat(generation(follower)).isEqualTo(2);
      assertThat(warmed).containsExactly(1L, 2L);
    }
  }

  @Test
  void noticesAnotherIndexInTheSamePlace() throws IOException {
    Path index = folder.resolve("index");
    Path other = folder.resolve("other");
    TestIndex.write(index, 5, List.of(headline("a", "First", 1)));
    TestIndex.write(other, 3, List.of(headline("z", "Last", 1)));
    try (var follower = IndexFollower.follow(index, generation -> {})) {
      delete(index);
      follower.refresh();
      assertThat(generation(follower)).as("goes on from the old one").isEqualTo(5);
      Files.move(other, index);
      follower.refresh();
      assertThat(generation(follower)).isEqualTo(3);
    }
  }

  @Test
  void answersFromWhatItHasWhileTheIndexIsAwayAndRecovers() throws IOException {
    Path index = folder.resolve("index");
    TestIndex.write(index, 5, List.of(headline("a", "First", 1)));
    try (var follower = IndexFollower.follow(index, generation -> {})) {
      assertThat(follower.isFollowing()).isTrue();
      Path away = Files.move(index, folder.resolve("away"));
      follower.refresh();
      assertThat(follower.isFollowing()).isFalse();
      assertThat(follower.isReady()).isTrue();
      assertThat(generation(follower)).isEqualTo(5);
      Files.move(away, index);
      follower.refresh();
      assertThat(follower.isFollowing()).isTrue();
    }
  }

  @Test
  void answersFromWhatItHasWhileTheNewestCommitCannotBeRead() throws IOException {
    TestIndex.write(folder, 1, List.of(headline("a", "First", 1)));
    try (var follower = IndexFollower.follow(folder, generation -> {})) {
      TestIndex.write(folder, 2, List.of(headline("b", "Second", 1)));
      for (Path file : files(folder)) {
        Files.write(file, new byte[] {1, 2, 3});
      }
      assertThatThrownBy(follower::refresh).isInstanceOf(IOException.class);
      assertThat(follower.isFollowing()).isFalse();
      assertThat(generation(follower)).isEqualTo(1);
      delete(folder);
      TestIndex.write(folder, 3, List.of(headline("c", "Third", 1)));
      follower.refresh();
      assertThat(follower.isFollowing()).isTrue();
      assertThat(generation(follower)).isEqualTo(3);
    }
  }

  @Test
  void goesOnFollowingWhileANewCommitIsWarmed() throws IOException {
    var followers = new ArrayList<IndexFollower>();
    var whileWarming = new ArrayList<Boolean>();
    TestIndex.write(folder, 1, List.of(headline("a", "First", 1)));
    var follower =
        IndexFollower.follow(
            folder, generation -> followers.forEach(f -> whileWarming.add(f.isFollowing())));
    followers.add(follower);
    TestIndex.write(folder, 2, List.of(headline("b", "Second", 1)));
    follower.refresh();
    follower.close();
    assertThat(whileWarming).containsExactly(true);
  }

  @Test
  void closesACommitThatCouldNotBeWarmed() throws IOException {
    var failed = new ArrayList<Generation>();
    TestIndex.write(folder, 1, List.of(headline("a", "First", 1)));
    assertThatThrownBy(() ->
            IndexFollower.follow(
                folder,
                generation -> {
                  failed.add(generation);
                  throw new IOException("a damaged block");
                }))
        .hasMessage("a damaged block");
    assertThat(failed).hasSize(1).noneMatch(Generation::tryHold);
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  @Test
  void keepsAnOldCommitOpenWhileItIsHeld() throws IOException {
    TestIndex.write(folder, 1, List.of(headline("a", "First", 1)));
    Generation held;
    try (var follower = IndexFollower.follow(folder, generation -> {})) {
      held = follower.hold();
      TestIndex.write(folder, 2, List.of());
      follower.refresh();
    }
    assertThat(held.searcher().getIndexReader().numDocs()).isEqualTo(1);
    held.letGo();
    assertThat(held.tryHold()).isFalse();
  }

  @Test
  void aFormerCommitStaysOnTheShelfForMinutesOnly() throws IOException {
    TestIndex.write(folder, 1, List.of(headline("a", "First", 1)));
    try (var follower = IndexFollower.follow(folder, generation -> {})) {
      Generation held = follower.hold();
      var shelf = new Shelf();
      held.tryHold();
      shelf.put(held, 0);
      held.letGo();
      shelf.clear(Shelf.KEPT.toNanos());
      assertThat(shelf.hold(held.commit())).hasValue(held);
      shelf.clear(Shelf.KEPT.toNanos() + 1);
      assertThat(shelf.hold(held.commit())).isEmpty();
      held.letGo();
    }
  }

  @Test
  void refusesAnotherSchemaAtTheDoor() throws IOException {
    TestIndex.write(folder, 999, 1, List.of(headline("a", "First", 1)));
    assertThatThrownBy(() -> IndexFollower.follow(folder, generation -> {}))
        .isInstanceOf(IndexSchemaException.class)
        .hasMessageContaining("999")
        .hasMessageContaining("wellhead index --rebuild");
  }

  @Test
  void goesOnFromTheOldCommitWhenTheSchemaChanges() throws IOException {
    TestIndex.write(folder, 1, List.of(headline("a", "First", 1)));
    try (var follower = IndexFollower.follow(folder, generation -> {})) {
      TestIndex.write(folder, 999, 2, List.of());
      assertThatThrownBy(follower::refresh).isInstanceOf(IndexSchemaException.class);
      assertThat(generation(follower)).isEqualTo(1);
    }
  }

  private static long generation(IndexFollower follower) throws IOException {
    Generation generation = follower.hold();
    generation.letGo();
    return generation.state().generation();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
