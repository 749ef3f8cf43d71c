package wellhead.schema;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Interval;

/**
 * Something that the user told the index to forget, and that stays out until this is undone. It is
 * an entry of the commit's user data, whose form does not depend on the schema version: what was
 * forgotten must outlive every rebuild.
 */
public sealed interface Forgotten {

  /** Names it among all that is forgotten. */
  String key();

  /** When the user said so. */
  Instant since();

  /** The value beside the key; {@link #read} reads it back. */
  String value();

  /** A source: all its captures, those that are yet to come included. */
  record Source(String name, Instant since) implements Forgotten {
    private static final String KIND = "source:";

    @Override
    public String key() {
      return KIND + name;
    }

    @Override
    public String value() {
      return row(since.toString());
    }
  }

  /**
   * A capture: the same bytes with the same time, however they are named or read. With another time
   * they are another capture, so one that was wrongly timed can be read again rightly.
   *
   * @param at its time as it was told, {@code null} when nothing told it
   * @param record its number in its file; {@code null} when the file is one capture
   * @param file for people
   */
  record Capture(
      String contentHash,
      @Nullable Instant at,
      @Nullable Integer record,
      String file,
      Instant since)
      implements Forgotten {
    private static final String KIND = "capture:";

    /** What to call this capture when it is forgotten. */
    public static Capture of(CaptureRef ref, String contentHash, Instant since) {
      boolean told = ref.capturedAt().from() != CapturedAt.From.INFERRED;
      return new Capture(
          contentHash, told ? ref.capturedAt().instant() : null, ref.record(), ref.file(), since);
    }

    @Override
    public String key() {
      return KIND + contentHash + ":" + (record == null ? "" : record) + ":" + text(at);
    }

    @Override
    public String value() {
      return row(since.toString(), contentHash, text(at), record == null ? "" : "" + record, file);
    }
  }

  /**
   * A story: whatever bears the same link at the same source, or shares a key with it and may have
   * been published at the same time.
   *
   * @param keys what its sightings may be recognised by; the writing side knows their form
   * @param published {@code null} when undated
   */
  record Story(
      String id,
      String title,
      @Nullable String url,
      Set<String> keys,
      @Nullable Interval published,
      Instant since)
      implements Forgotten {
    private static final String KIND = "story:";

    public Story {
      keys = Set.copyOf(keys);
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("nothing to recognise story " + id + " by");
      }
    }

    @Override
    public String key() {
      return KIND + id;
    }

    @Override
    public String value() {
      return row(
          since.toString(),
          title,
          url == null ? "" : url,
          String.join(" ", new TreeSet<>(keys)),
          published == null ? "" : text(published.earliest()),
          published == null ? "" : text(published.latest()));
    }

    /** Whether this is that story, as it is known by now. */
    boolean is(wellhead.story.Story story) {
      if (url != null && url.equals(story.url())) {
        return true;
      }
      return published == null
          || story.published() == null
          || published.overlaps(story.published().interval());
    }
  }

  /**
   * Reads an entry; empty for one that this program does not know or that is damaged.
   *
   * @param entry a key and its value
   */
  static Optional<Forgotten> read(Map.Entry<String, String> entry) {
    try {
      String key = entry.getKey();
      List<String> row = cells(entry.getValue());
      Instant since = Instant.parse(row.getFirst());
      if (key.startsWith(Source.KIND)) {
        return Optional.of(new Source(key.substring(Source.KIND.length()), since));
      }
      if (key.startsWith(Capture.KIND)) {
        Integer record = row.get(3).isEmpty() ? null : Integer.valueOf(row.get(3));
        return Optional.of(new Capture(row.get(1), instant(row.get(2)), record, row.get(4), since));
      }
      if (key.startsWith(Story.KIND)) {
        String url = row.get(2).isEmpty() ? null : row.get(2);
        return Optional.of(
            new Story(
                key.substring(Story.KIND.length()),
                row.get(1),
                url,
                Set.of(row.get(3).split(" ")),
                interval(instant(row.get(4)), instant(row.get(5))),
                since));
      }
      return Optional.empty();
    } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Interval interval(@Nullable Instant earliest, @Nullable Instant latest) {
    return earliest == null && latest == null ? null : new Interval(earliest, latest);
  }

  private static String row(String... cells) {
    return String.join(
        "&",
        List.of(cells).stream().map(c -> URLEncoder.encode(c, StandardCharsets.UTF_8)).toList());
  }

  private static List<String> cells(String row) {
    return List.of(row.split("&", -1)).stream()
        .map(c -> URLDecoder.decode(c, StandardCharsets.UTF_8))
        .toList();
  }

  private static String text(@Nullable Instant instant) {
    return instant == null ? "" : instant.toString();
  }

  private static @Nullable Instant instant(String text) {
    return text.isEmpty() ? null : Instant.parse(text);
  }
}
