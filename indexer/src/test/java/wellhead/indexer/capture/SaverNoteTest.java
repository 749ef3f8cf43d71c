package wellhead.indexer.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.story.CapturedAt;

/** What programs that save pages write into them. */
class SaverNoteTest {
  private static final String TIME = "2025-07-08T07:30:00Z";

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        <!DOCTYPE html> <html lang=en><!--
         Page saved with SingleFile\s
         url: http://wire.example/a?b=1\s
         saved date: Tue Jul 08 2025 09:30:00 GMT+0200 (Central European Summer Time)
        --><head>\
        """,
        """
        <!-- Saved from http://wire.example/a?b=1 at 2025-07-08T07:30:00Z using monolith v2.8.1 -->
        <html>\
        """,
        """
        <html>
        <!-- Mirrored from wire.example/a?b=1 by HTTrack Website Copier/3.x [XR&CO'2014], \
        Tue, 08 Jul 2025 07:30:00 GMT -->\
        """,
      })
  void tellsAddressAndTime(String html) {
    assertEquals(
        new SaverNote("http://wire.example/a?b=1", Instant.parse(TIME)), SaverNote.in(html));
  }

  @Test
  void browsersTellTheAddressAlone() {
    assertEquals(
        new SaverNote("https://wire.example/news/", null),
        SaverNote.in("<!DOCTYPE html>\n<!-- saved from url=(0026)https://wire.example/news/ -->"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><p>Saved from the flood at noon",
        "<!-- Saved from http://wire.example/ at noon, or so -->",
        "<!-- saved from url=(0014)about:internet -->"
      })
  void otherWordsAreNoNote(String html) {
    assertEquals(new SaverNote(null, null), SaverNote.in(html));
  }

  @Test
  void aRecordKnowsBetter() {
    CapturedAt record =
        new CapturedAt(Instant.parse("2025-07-08T08:00:00Z"), CapturedAt.From.WARC_DATE);
    Origin told =
        new Origin(
            "a.warc", List.of(), null, 0, "http://wire.example/", record, Duration.ZERO, null);
    SaverNote note = new SaverNote("http://other.example/", Instant.parse(TIME));
    assertEquals(told, note.addedTo(told));
  }
}
