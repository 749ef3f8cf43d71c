package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.story.Story;

class HandsTest {
  private static final int FILES = 12;
  private static final int FEW_STORIES = 40;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void resultsAreInTheOrderOfWhatWasGiven(int count) throws IOException {
    var numbers = IntStream.range(0, 1000).boxed().toList();
    try (var hands = new Hands(count)) {
      assertThat(hands.each(numbers, n -> n)).isEqualTo(numbers);
    }
  }

  @Test
  void workAtTheSameTime() throws IOException {
    var all = new CyclicBarrier(3);
    try (var hands = new Hands(3)) {
      hands.together(() -> {
        try {
          all.await(); // one hand after the other would wait for ever
        } catch (Exception e) {
          throw new IOException(e);
        }
      });
    }
    assertThat(all.isBroken()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 500, 999})
  void whatGoesWrongReachesTheCallerWhoeverMetIt(int bad) {
    var begun = new AtomicInteger();
    try (var hands = new Hands(4)) {
      assertThatThrownBy(() ->
              hands.each(
                  IntStream.range(0, 100_000).boxed().toList(),
                  n -> {
                    begun.incrementAndGet();
                    if (n == bad) {
                      throw new IOException("disk " + n);
                    }
                    return n;
                  }))
          .isInstanceOf(IOException.class)
          .hasMessage("disk " + bad);
    }
    assertThat(begun).hasValueLessThan(100_000);
  }

  /** Few stories are written by one hand; the same stories at once by as many as there are. */
  @Test
  void manyWriteTheSameStoriesAsOne(@TempDir Path temporary) throws Exception {
    var atOnce = new CaptureFolder(temporary.resolve("at-once"));
    for (int i = 0; i < FILES; i++) {
      stories(atOnce.folder.resolve("part" + i + ".jsonl"), i);
    }
    atOnce.run();
    Map<String, Story> expected = new TreeMap<>();
    for (int i = 0; i < FILES; i++) {
      var alone = new CaptureFolder(temporary.resolve("alone" + i));
      stories(alone.folder.resolve("part" + i + ".jsonl"), i);
      alone.run();
      expected.putAll(alone.stories());
    }
    assertThat(expected).hasSize(FILES * FEW_STORIES);
    assertThat(atOnce.stories().toString()).isEqualTo(expected.toString());
  }

  private static void stories(Path file, int part) throws IOException {
    var lines = new StringBuilder();
    for (int i = 0; i < FEW_STORIES; i++) {
      int number = part * FEW_STORIES + i;
      lines.append(
          """
          {"title":"%s","body":"%s","source":"site%d.example","published":"2026-07-01T10:00:00Z"}
          """
              .formatted(
                  CaptureFolder.title(number), "The port of call was closed. ".repeat(i), part));
    }
    Files.writeString(file, lines);
  }
}
