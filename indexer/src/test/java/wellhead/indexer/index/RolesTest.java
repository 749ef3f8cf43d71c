package wellhead.indexer.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.indexer.time.DayOrder;
import wellhead.story.Interval;
import wellhead.story.Published;

/** Labels that tell of a change, numeric dates, and two prints of one story; noon, 8 July 2026. */
class RolesTest extends OverCaptures {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "<p>Updated 3 hours ago</p> | none | 2026-07-08T09:30:00Z | 2026-07-08T07:55:00Z",
        "<p>5 Jul 2026 10:00 GMT</p> | 2026-07-05T10:00:00Z | 2026-07-05T10:01:00Z | none",
        "<p>By Ann Hall</p><p>Last updated: 5 Jul 2026 10:00 GMT</p> | none | 2026-07-05T10:01:00Z | 2026-07-05T10:00:00Z",
        "<p>By Ann Hall - Modified 2 hours ago</p> | none | 2026-07-08T10:30:00Z | 2026-07-08T08:55:00Z",
        "<p>Updated <time datetime='2026-07-05T10:00:00Z'>5 July</time></p> | none | 2026-07-05T10:00:00Z | 2026-07-05T10:00:00Z",
        "<meta itemprop='dateModified' content='2026-07-05T10:00:00Z'> | none | 2026-07-05T10:00:00Z | 2026-07-05T10:00:00Z",
        // both are kept, in whatever order and on however many lines
        "<p>Published 5 Jul 2026 08:00 GMT, updated 5 Jul 2026 10:00 GMT</p> | 2026-07-05T08:00:00Z | 2026-07-05T08:01:00Z | 2026-07-05T10:00:00Z",
        "<p>5 Jul 2026 8:00 a.m. GMT (Updated 5 Jul 2026 10:00 a.m. GMT)</p> | 2026-07-05T08:00:00Z | 2026-07-05T08:01:00Z | 2026-07-05T10:00:00Z",
        "<p>5 Jul 2026 08:00 GMT</p><p>Updated on 5 Jul 2026 10:00 GMT</p> | 2026-07-05T08:00:00Z | 2026-07-05T08:01:00Z | 2026-07-05T10:00:00Z",
        "<p>Updated: 5 Jul 2026 10:00 GMT</p><p>Published: 5 Jul 2026 08:00 GMT</p> | 2026-07-05T08:00:00Z | 2026-07-05T08:01:00Z | 2026-07-05T10:00:00Z",
        "<p>9 hours ago</p><p>Updated 3 hours ago</p> | 2026-07-08T01:55:00Z | 2026-07-08T03:30:00Z | 2026-07-08T07:55:00Z",
        "<time datetime='2026-07-05T08:00:00Z'>5 July</time> <p>Updated <time datetime='2026-07-05T10:00:00Z'>5 July</time></p> | 2026-07-05T08:00:00Z | 2026-07-05T08:00:00Z | 2026-07-05T10:00:00Z",
        // no change at all
        "<p>5 Jul 2026 10:00 GMT</p><meta itemprop='dateModified' content='2026-07-05T10:00:00Z'> | 2026-07-05T10:00:00Z | 2026-07-05T10:01:00Z | none",
      })
  void aChangeBoundsThePublicationFromAboveAndIsTold(
      String label, String earliest, String latest, String updated) throws Exception {
    article("20260708T120000Z", "", label);
    captures.run();
    Published published = published(ARTICLE);
    assertThat(String.valueOf(published.interval().earliest())).isEqualTo(String.valueOf(earliest));
    assertThat(String.valueOf(published.interval().latest())).isEqualTo(latest);
    assertThat(published.conflict()).isFalse();
    if (updated == null) {
      assertThat(published.updated()).isEmpty();
    } else {
      assertThat(published.updated())
          .singleElement()
          .satisfies(i -> assertThat(i.start().toString()).isEqualTo(updated));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          'Wells Are Plugged¶Updated 3 hours ago¶¶'                          | 2026-07-08T09:30:00Z | 2026-07-08T07:55:00Z
          'Wells Are Plugged¶9 hours ago¶Updated 3 hours ago¶¶'              | 2026-07-08T03:30:00Z | 2026-07-08T07:55:00Z
          'Wells Are Plugged¶Published 9 hours ago, updated 3 hours ago¶¶'   | 2026-07-08T03:30:00Z | 2026-07-08T07:55:00Z
          '- Updated 3 hours ago Wells Are Plugged¶'                         | 2026-07-08T09:30:00Z | 2026-07-08T07:55:00Z
          '- Wells Are Plugged (updated 3 hours ago)¶'                       | 2026-07-08T09:30:00Z | 2026-07-08T07:55:00Z
          '- 9 hours ago Wells Are Plugged¶'                                 | 2026-07-08T03:30:00Z | none
          """)
  void rowsOfListsTellTheirRoles(String row, String latest, String updated) throws Exception {
    var page = new StringBuilder("Latest News\n\n");
    for (int i = 0; i < 5; i++) {
      page.append(row.replace('¶', '\n').replace("Wells Are Plugged", CaptureFolder.title(i)));
    }
    Files.writeString(captures.folder.resolve("a.example_20260708T120000Z.txt"), page);
    captures.run();
    for (int i = 0; i < 5; i++) {
      Published published = published(CaptureFolder.title(i));
      assertThat(published.interval().latest()).hasToString(latest);
      assertThat(published.updated().stream().map(u -> u.start().toString()))
          .containsExactlyElementsOf(updated == null ? List.of() : List.of(updated));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // one row proves it for all
        "16/06/2026 13/06/2026 12/06/2026 10/06/2026 05/06/2026 | 2026-06-05",
        "06/16/2026 06/13/2026 06/12/2026 06/10/2026 05/06/2026 | 2026-05-06",
        // newest first
        "07/06/2026 06/07/2026 05/08/2026 04/09/2026 03/10/2026 | 2026-03-10",
        // the newest is fresh
        "07/07/2026 06/07/2026 05/07/2026 04/07/2026 03/07/2026 | 2026-07-03",
      })
  void thePageDecidesWhatIsTheDayAndWhatTheMonth(String dates, String last) throws Exception {
    var rows = new StringBuilder();
    String[] all = dates.split(" ");
    for (int i = 0; i < all.length; i++) {
      rows.append(all[i]).append(' ').append(CaptureFolder.title(i)).append("\n\n");
    }
    Files.writeString(captures.folder.resolve("a.example_20260708T120000Z.txt"), rows);
    captures.run();
    Published published = published(CaptureFolder.title(all.length - 1));
    assertThat(published.interval().midpoint().orElseThrow().toString()).startsWith(last);
    assertThat(published.interval().width().orElseThrow().toHours()).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theSourceRemembersWhatIsTheDay(boolean provenFirst) throws Exception {
    String proven =
        "16/06/2026 " + CaptureFolder.title(0) + "\n\n13/06/2026 " + CaptureFolder.title(1);
    String open =
        "05/06/2026 " + CaptureFolder.title(2) + "\n\n04/06/2026 " + CaptureFolder.title(3);
    Files.writeString(
        captures.folder.resolve("a.example_20260618T120000Z.txt"), provenFirst ? proven : open);
    captures.run();
    Files.writeString(
        captures.folder.resolve("a.example_20260619T120000Z.txt"), provenFirst ? open : proven);
    captures.run();
    Interval published = published(CaptureFolder.title(2)).interval();
    assertThat(published.earliest()).isEqualTo("2026-06-04T10:00:00Z");
    assertThat(published.latest()).isEqualTo("2026-06-06T12:00:00Z");
    assertThat(Inventory.of(captures.index).sources())
        .extracting(Inventory.Source::dayOrder)
        .containsExactly(DayOrder.DAY_FIRST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          txt  | '• AGE TITLE¶'
          html | '<div><h3><a href="/UNIQUE">TITLE</a></h3><time>AGE</time></div>'
          """)
  void aLabelThatNobodyCanReadLeavesItsRowUndated(String ending, String row) throws Exception {
    var page = new StringBuilder(ending.equals("html") ? "<html><body>" : "");
    List<String> ages = List.of("20m ago", "1h ago", "3M ago", "5h ago", "9h ago");
    for (int i = 0; i < ages.size(); i++) {
      page.append(
          row.replace('¶', '\n')
              .replace("UNIQUE", "story" + i)
              .replace("AGE", ages.get(i))
              .replace("TITLE", CaptureFolder.title(i)));
    }
    Files.writeString(captures.folder.resolve("a.example_20260708T120000Z." + ending), page);
    captures.run();
    assertThat(published(CaptureFolder.title(2)).interval().earliest()).isNull();
    assertThat(published(CaptureFolder.title(3)).interval().earliest()).isNotNull();
  }

  @Test
  void whereASourcePrintsBothOrdersNeitherIsBelieved() throws Exception {
    Files.writeString(
        captures.folder.resolve("a.example_20260617T120000Z.txt"),
        "16/06/2026 " + CaptureFolder.title(0) + "\n\n06/13/2026 " + CaptureFolder.title(1));
    Files.writeString(
        captures.folder.resolve("a.example_20260618T120000Z.txt"),
        "05/06/2026 " + CaptureFolder.title(2) + "\n\n04/06/2026 " + CaptureFolder.title(3));
    captures.run();
    assertThat(published(CaptureFolder.title(2)).interval().width().orElseThrow().toDays())
        .isGreaterThan(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          <published>2026-07-05T08:00:00Z</published><updated>2026-07-05T10:00:00Z</updated> | 2026-07-05T10:00:00Z
          <updated>2026-07-05T10:00:00Z</updated><published>2026-07-05T08:00:00Z</published> | 2026-07-05T10:00:00Z
          <published>2026-07-05T08:00:00Z</published><updated>2026-07-05T08:00:00Z</updated> | none
          <published>2026-07-05T08:00:00Z</published><updated>2026-07-04T08:00:00Z</updated> | none
          <published>2026-07-05T08:00:00Z</published><updated>9999-12-31T00:00:00Z</updated> | none
          <published>2026-07-05T08:00:00Z</published><updated>soon</updated>                 | none
          <published>2026-07-05T08:00:00Z</published>                                        | none
          """)
  void aFeedTellsBothWhenAndWhenItWasChanged(String dates, String updated) throws Exception {
    Files.writeString(
        captures.folder.resolve("a.example_20260708T120000Z.xml"),
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>A</title><entry><title>"
            + ARTICLE
            + "</title>"
            + dates
            + "</entry></feed>");
    captures.run();
    Published published = published(ARTICLE);
    assertThat(published.interval().start()).hasToString("2026-07-05T08:00:00Z");
    assertThat(published.interval().end()).hasToString("2026-07-05T08:00:00Z");
    assertThat(published.updated().stream().map(u -> u.start().toString()))
        .containsExactlyElementsOf(updated == null ? List.of() : List.of(updated));
  }

  @Test
  void twoPrintsOfOneStoryThatContradictAreAConflict() throws Exception {
    Files.writeString(
        captures.folder.resolve("a.example_20260708T120000Z.txt"),
        """
        • 20 minutes ago Refiners Wait for Cheaper Crude
        • 1 hour ago Drillers Win a Grid Link
        • 3 hours ago Shippers Cut Output Again
        • 7 hours ago Refiners Wait for Cheaper Crude
        • 9 hours ago Traders Wait for Another Week
        """);
    captures.run();
    Published published = published("Refiners Wait for Cheaper Crude");
    assertThat(published.conflict()).isTrue();
    assertThat(captures.stories()).hasSize(4);
  }
}
