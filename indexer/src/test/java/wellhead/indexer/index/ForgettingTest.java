package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wellhead.indexer.index.CaptureFolder.NOW;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wellhead.schema.Forgotten;
import wellhead.story.Story;

class ForgettingTest {
  @TempDir Path temporary;
  private CaptureFolder captures;
  private Map<String, Story> all = Map.of();

  @BeforeEach
  void twoSources() throws Exception {
    captures = new CaptureFolder(temporary);
    captures.addSeries("desk.example", 4);
    captures.add("wind.example", NOW, 100, "2 hours", "1 day");
    captures.run();
    all = captures.stories();
  }

  @AfterEach
  void isSound() throws Exception {
    assertThat(IndexCheck.of(captures.index).problems()).isEmpty();
  }

  @Test
  void takesASourceOutAndKeepsItOut() throws Exception {
    var done = forget(new Forgetting.Subject.Source("desk.example"));
    assertThat(done.captures()).isEqualTo(4);
    assertThat(done.stories()).isEqualTo(all.size() - 2);
    assertThat(sources()).containsExactly("wind.example");
    captures.add("desk.example", NOW, 50, "1 hour", "2 hours");
    captures.run();
    assertThat(sources()).containsExactly("wind.example");
    captures.rebuild();
    assertThat(sources()).containsExactly("wind.example");
    assertThat(captures.stories()).hasSize(2);
  }

  @Test
  void takesACaptureOutAsIfItHadNeverBeenRead() throws Exception {
    Path last = captures.add("desk.example", NOW, 50, "1 hour", "2 hours");
    captures.run();
    assertThat(captures.stories()).hasSizeGreaterThan(all.size());
    forget(new Forgetting.Subject.Capture(last.toString()));
    assertThat(captures.stories()).isEqualTo(all);
    Files.copy(last, last.resolveSibling("copy_of_" + last.getFileName()));
    captures.run();
    assertThat(captures.stories()).isEqualTo(all);
    captures.rebuild();
    assertThat(captures.stories()).isEqualTo(all);
  }

  @Test
  void letsAWronglyTimedCaptureInAgainWithItsRightTime() throws Exception {
    Path wrong = captures.add("gas.example", NOW.minusSeconds(86_400), 50, "1 hour", "2 hours");
    captures.run();
    forget(new Forgetting.Subject.Capture(String.valueOf(wrong.getFileName())));
    assertThat(sources()).doesNotContain("gas.example");
    Files.move(wrong, wrong.resolveSibling("gas.example_20260708T120000Z.txt"));
    captures.run();
    assertThat(sources()).contains("gas.example");
  }

  @Test
  void takesAStoryOutAndKeepsItOutThoughItIsSeenAgain() throws Exception {
    Story story = named(CaptureFolder.title(101));
    var done = forget(new Forgetting.Subject.StoryId(story.id()));
    assertThat(done.stories()).isEqualTo(1);
    assertThat(titles()).doesNotContain(story.title());
    captures.add("wind.example", NOW.plusSeconds(3_600), 100, "3 hours", "1 day");
    captures.run();
    assertThat(titles()).doesNotContain(story.title()).contains(CaptureFolder.title(100));
    captures.rebuild();
    assertThat(titles()).doesNotContain(story.title()).contains(CaptureFolder.title(100));
  }

  @Test
  void keepsAnotherStoryOfTheSameWords() throws Exception {
    Story story = named(CaptureFolder.title(101));
    forget(new Forgetting.Subject.StoryId(story.id()));
    captures.add("wind.example", NOW.plusSeconds(9 * 86_400), 200, "3 hours", "1 day");
    captures.add("wind.example", NOW.plusSeconds(20 * 86_400), 101, "3 hours", "1 day");
    captures.run(false, NOW.plusSeconds(30 * 86_400), FSDirectory::open);
    assertThat(captures.stories().values())
        .filteredOn(s -> s.title().equals(story.title()))
        .singleElement()
        .matches(s -> !s.id().equals(story.id()));
  }

  @Test
  void givesTheSameStoriesWhetherForgottenBeforeOrAfterTheRest() throws Exception {
    forget(new Forgetting.Subject.StoryId(named(CaptureFolder.title(3)).id()));
    forget(new Forgetting.Subject.Capture(firstCapture().toString()));
    Map<String, Story> left = captures.stories();
    captures.rebuild();
    assertThat(captures.stories()).isEqualTo(left);
  }

  @Test
  void bringsEverythingBackWhenItIsUndone() throws Exception {
    var subjects =
        Set.of(
            new Forgetting.Subject.Source("wind.example"),
            new Forgetting.Subject.Capture(firstCapture().toString()),
            new Forgetting.Subject.StoryId(named(CaptureFolder.title(5)).id()));
    for (Forgetting.Subject subject : subjects) {
      forget(subject);
    }
    captures.run();
    assertThat(captures.stories()).isNotEqualTo(all);
    assertThat(forgetting().list()).hasSize(3);
    for (Forgetting.Subject subject : subjects) {
      assertThat(forgetting().undo(subject).named()).hasSize(1);
    }
    assertThat(forgetting().list()).isEmpty();
    captures.run();
    assertThat(captures.stories()).isEqualTo(all);
  }

  @Test
  void outlivesGoingBackACommit() throws Exception {
    forget(new Forgetting.Subject.Source("desk.example"));
    captures.add("wind.example", NOW.plusSeconds(9_000), 102, "3 hours", "1 day");
    captures.run();
    IndexRestore.run(captures.index, NOW);
    assertThat(sources()).containsExactly("wind.example");
    assertThat(forgetting().list())
        .extracting(Forgotten::key)
        .containsExactly("source:desk.example");
  }

  @Test
  void changesNothingWhenThereIsNothingOfThatName() throws Exception {
    for (var subject :
        Set.of(
            new Forgetting.Subject.Source("nobody.example"),
            new Forgetting.Subject.Capture("nowhere.txt"),
            new Forgetting.Subject.StoryId("0"))) {
      assertThat(forget(subject).named()).isEmpty();
      assertThat(forgetting().undo(subject).named()).isEmpty();
    }
    assertThat(IndexCheck.of(captures.index).generation()).isEqualTo(1);
  }

  @Test
  void asksWhichWhenSeveralFilesBearTheName() throws Exception {
    Path first = firstCapture();
    Path other = Files.createDirectory(temporary.resolve("other"));
    Files.writeString(
        other.resolve(first.getFileName()),
        "  • 1 hour Another Page of That Name\n  • 2 hours B C D\n");
    captures.folder = other;
    captures.run();
    var done = forget(new Forgetting.Subject.Capture(String.valueOf(first.getFileName())));
    assertThat(done.named()).isEmpty();
    assertThat(done.choices()).hasSize(2).contains(first.toString());
  }

  @Test
  void refusesWhereThereIsNoIndex() {
    var nowhere = new Forgetting(temporary.resolve("none"), InstantSource.fixed(NOW));
    assertThatThrownBy(() -> nowhere.forget(new Forgetting.Subject.Source("x")))
        .isInstanceOf(IndexUnusableException.class);
    assertThat(temporary.resolve("none")).doesNotExist();
  }

  private Forgetting forgetting() {
    return new Forgetting(captures.index, InstantSource.fixed(NOW));
  }

  private Forgetting.Done forget(Forgetting.Subject subject) throws Exception {
    return forgetting().forget(subject);
  }

  private Path firstCapture() throws Exception {
    try (var files = Files.list(captures.folder)) {
      return files.sorted().findFirst().orElseThrow();
    }
  }

  private Story named(String title) {
    return all.values().stream().filter(s -> s.title().equals(title)).findFirst().orElseThrow();
  }

  private Collection<String> titles() throws Exception {
    return captures.stories().values().stream().map(Story::title).toList();
  }

  private Set<String> sources() throws Exception {
    return captures.stories().values().stream()
        .map(story -> String.valueOf(story.source()))
        .collect(Collectors.toSet());
  }
}
