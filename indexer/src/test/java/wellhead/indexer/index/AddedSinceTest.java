package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;
import static wellhead.indexer.index.CaptureFolder.NOW;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import wellhead.schema.AddedField;
import wellhead.schema.IndexFiles;
import wellhead.schema.RecordField;

/** What came into the index since an instant: each story once, whatever becomes of it later. */
class AddedSinceTest extends OverCaptures {
  private static final Instant LATER = NOW.plusSeconds(3600);
  private static final Instant LAST = NOW.plusSeconds(7200);

  @Test
  void isWhatTheRunsSinceThenSawFirst() throws Exception {
    captures.add("desk.example", NOW.minusSeconds(600), 0, "1 hour", "2 hours");
    run(false, NOW);
    captures.add("desk.example", LATER.minusSeconds(600), 0, "2 hours", "3 hours", "5 hours");
    run(false, LATER);
    assertThat(after(Instant.EPOCH)).hasSize(3);
    assertThat(after(NOW.minusMillis(1))).hasSize(3);
    assertThat(after(NOW)).containsExactly(CaptureFolder.title(2));
    assertThat(after(LATER)).isEmpty();
  }

  @Test
  void aRebuildAddsNothing() throws Exception {
    captures.add("desk.example", NOW.minusSeconds(600), 0, "1 hour", "2 hours");
    run(false, NOW);
    captures.add("desk.example", LATER.minusSeconds(600), 2, "1 hour", "2 hours");
    run(false, LATER);
    Set<String> before = after(NOW);
    run(true, LAST);
    assertThat(after(NOW)).isEqualTo(before).hasSize(2);
    assertThat(after(LATER)).isEmpty();
  }

  @Test
  void anEditedTitleIsNotNew() throws Exception {
    page("20260708T110000Z", "Refiners Wait for Cheaper Crude From Afar");
    run(false, NOW);
    page("20260708T120000Z", "Refiners No Longer Wait for Cheaper Crude");
    run(false, LATER);
    assertThat(after(Instant.EPOCH)).hasSize(1);
    assertThat(after(NOW)).isEmpty();
    run(true, LAST);
    assertThat(after(NOW)).isEmpty();
  }

  @Test
  void aStoryThatStoodBehindAnotherIdIsNotNew() throws Exception {
    captures.add("desk.example", NOW.minusSeconds(600), 0, "1 hour", "2 hours");
    run(false, NOW);
    // seen earlier than what it was named after: it gets another name
    captures.add("desk.example", NOW.minusSeconds(2400), 0, "1 hour", "2 hours");
    run(false, LATER);
    assertThat(after(NOW)).isEmpty();
    run(true, LAST);
    assertThat(after(NOW)).isEmpty();
  }

  @Test
  void aClockThatWasSetBackHidesNothing() throws Exception {
    captures.add("desk.example", NOW.minusSeconds(7200), 0, "1 hour", "2 hours");
    run(false, NOW);
    captures.add("desk.example", NOW.minusSeconds(3600), 2, "1 hour", "2 hours");
    run(false, NOW.minusSeconds(1800));
    assertThat(after(NOW)).hasSize(2);
  }

  private void page(String stamp, String title) throws Exception {
    Files.writeString(
        captures.folder.resolve("a.example_" + stamp + ".xml"),
        "<rss version=\"2.0\"><channel><title>A</title><link>https://a.example/</link><item><title>"
            + title
            + "</title><link>https://a.example/1</link></item></channel></rss>");
  }

  private void run(boolean rebuild, Instant now) throws Exception {
    captures.run(rebuild, now, IndexFiles::open);
  }

  private Set<String> after(Instant instant) throws Exception {
    var titles = new TreeSet<String>();
    try (OpenIndex index = OpenIndex.open(captures.index, false, LAST)) {
      List<String> found =
          index.find(AddedField.after(instant), (f, d) -> RecordField.read(f, d).title());
      titles.addAll(found);
    }
    return titles;
  }
}
