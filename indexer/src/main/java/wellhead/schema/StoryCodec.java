package wellhead.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import wellhead.story.ArticleText;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Comment;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Rule;
import wellhead.story.RuleIntervals;
import wellhead.story.Sighting;
import wellhead.story.Story;

/**
 * A whole story, sightings included, as bytes for a stored field.
 *
 * <p>A headline that stands on a list for a week is sighted a hundred times with the same title,
 * source and link, so each distinct string is written once and named by its number after that, one
 * that is known beforehand not at all, and times are written as distances. The form belongs to the
 * schema version; it carries no version of its own.
 */
public final class StoryCodec {
  private StoryCodec() {}

  /**
   * The story as bytes; the same story gives the same bytes.
   *
   * @param known strings that whoever decodes it will know already
   */
  public static BytesRef encode(Story story, List<String> known) {
    var out = new ByteBuffersDataOutput();
    try {
      new Writer(out, known).story(story);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  /**
   * The story that was encoded.
   *
   * @param known the same strings, in the same order
   * @throws IllegalArgumentException when the bytes are not a story of this schema version
   */
  public static Story decode(BytesRef bytes, List<String> known) {
    try {
      var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
      Story story = new Reader(in, known).story();
      if (!in.eof()) { // Lucene's input does not mind its end
        throw new IOException("its length is wrong");
      }
      return story;
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          "not a story of schema version " + SchemaVersion.CURRENT + ": " + e.getMessage(), e);
    }
  }

  private static final class Writer {
    private final DataOutput out;
    private final Map<String, Integer> strings = new HashMap<>();
    private int written;
    private long lastSeconds;

    Writer(DataOutput out, List<String> known) {
      this.out = out;
      for (String value : known) {
        strings.put(value, written++);
      }
    }

    void story(Story story) throws IOException {
      string(story.id());
      string(story.title());
      strings(story.earlierTitles());
      string(story.url());
      string(story.source());
      published(story.published());
      out.writeVInt(story.sightings().size());
      for (Sighting sighting : story.sightings()) {
        sighting(sighting);
      }
      article(story.article());
    }

    private void published(@Nullable Published published) throws IOException {
      out.writeByte((byte) (published == null ? 0 : 1));
      if (published != null) {
        interval(published.interval());
        string(published.rule() == null ? null : published.rule().name());
        string(published.evidence().name());
        out.writeByte((byte) (published.conflict() ? 1 : 0));
        out.writeVInt(published.updated().size());
        for (Interval updated : published.updated()) {
          interval(updated);
        }
        instant(published.lastAbsent());
      }
    }

    private void sighting(Sighting sighting) throws IOException {
      capture(sighting.capture());
      out.writeVInt(sighting.line());
      string(sighting.title());
      string(sighting.url());
      string(sighting.age());
      string(sighting.date());
      RuleIntervals published = sighting.published();
      out.writeByte((byte) (published == null ? 0 : published.isRuleFree() ? 1 : 2));
      if (published != null && published.isRuleFree()) {
        interval(published.hull());
      } else if (published != null) {
        interval(published.floor());
        interval(published.round());
        interval(published.calendar());
        interval(published.hull());
      }
      string(sighting.evidence().name());
      article(sighting.article());
      interval(sighting.updated());
    }

    private void capture(CaptureRef capture) throws IOException {
      string(capture.id());
      string(capture.source());
      instant(capture.capturedAt().instant());
      string(capture.capturedAt().from().name());
      if (capture.capturedAt().from() == CapturedAt.From.INFERRED) {
        interval(capture.capturedAt().between());
      }
      string(capture.rounding() == null ? null : capture.rounding().name());
      string(capture.file());
      out.writeVInt(capture.record() == null ? 0 : capture.record() + 1);
    }

    private void article(@Nullable ArticleText article) throws IOException {
      out.writeByte((byte) (article == null ? 0 : 1));
      if (article != null) {
        string(article.author());
        strings(article.takeaways());
        string(article.body());
        out.writeVInt(article.comments().size());
        for (Comment comment : article.comments()) {
          string(comment.author());
          string(comment.date());
          interval(comment.published());
          string(comment.text());
        }
      }
    }

    private void interval(@Nullable Interval interval) throws IOException {
      instant(interval == null ? null : interval.earliest());
      instant(interval == null ? null : interval.latest());
    }

    /** 0 is null; else one more than the zigzag distance from the instant written before. */
    private void instant(@Nullable Instant instant) throws IOException {
      if (instant == null) {
        out.writeVLong(0);
        return;
      }
      long seconds = instant.getEpochSecond();
      out.writeVLong(BitUtil.zigZagEncode(seconds - lastSeconds) + 1);
      lastSeconds = seconds;
    }

    private void strings(List<String> values) throws IOException {
      out.writeVInt(values.size());
      for (String value : values) {
        string(value);
      }
    }

    /** 0 is null, 1 a new string that follows, n + 2 the n-th string written before. */
    private void string(@Nullable String value) throws IOException {
      Integer known = value == null ? null : strings.get(value);
      if (value == null) {
        out.writeVInt(0);
      } else if (known != null) {
        out.writeVInt(known + 2);
      } else {
        strings.put(value, written++);
        out.writeVInt(1);
        out.writeString(value);
      }
    }
  }

  private static final class Reader {
    private final DataInput in;
    private final List<String> strings = new ArrayList<>();
    private long lastSeconds;

    Reader(DataInput in, List<String> known) {
      this.in = in;
      strings.addAll(known);
    }

    Story story() throws IOException {
      return new Story(
          string(),
          string(),
          strings(),
          optional(),
          optional(),
          published(),
          sightings(),
          article());
    }

    private @Nullable Published published() throws IOException {
      if (in.readByte() == 0) {
        return null;
      }
      Interval interval = interval();
      String rule = optional();
      Evidence evidence = Evidence.valueOf(string());
      boolean conflict = in.readByte() == 1;
      var updated = new ArrayList<Interval>();
      for (int n = in.readVInt(); n > 0; n--) {
        updated.add(known(interval()));
      }
      return new Published(
          known(interval),
          rule == null ? null : Rule.valueOf(rule),
          evidence,
          conflict,
          updated,
          instant());
    }

    private List<Sighting> sightings() throws IOException {
      var sightings = new ArrayList<Sighting>();
      for (int n = in.readVInt(); n > 0; n--) {
        sightings.add(
            new Sighting(
                capture(),
                in.readVInt(),
                string(),
                optional(),
                optional(),
                optional(),
                ruleIntervals(),
                Evidence.valueOf(string()),
                article(),
                interval()));
      }
      return sightings;
    }

    private @Nullable RuleIntervals ruleIntervals() throws IOException {
      return switch (in.readByte()) {
        case 0 -> null;
        case 1 -> RuleIntervals.same(known(interval()));
        default -> new RuleIntervals(interval(), interval(), interval(), interval());
      };
    }

    private CaptureRef capture() throws IOException {
      String id = string();
      String source = optional();
      Instant instant = instant();
      var from = CapturedAt.From.valueOf(string());
      Interval between = from == CapturedAt.From.INFERRED ? interval() : null;
      String rounding = optional();
      String file = string();
      int record = in.readVInt();
      return new CaptureRef(
          id,
          source,
          new CapturedAt(instant, from, between),
          rounding == null ? null : Rule.valueOf(rounding),
          file,
          record == 0 ? null : record - 1);
    }

    private @Nullable ArticleText article() throws IOException {
      if (in.readByte() == 0) {
        return null;
      }
      String author = optional();
      List<String> takeaways = strings();
      String body = string();
      var comments = new ArrayList<Comment>();
      for (int n = in.readVInt(); n > 0; n--) {
        comments.add(new Comment(optional(), optional(), interval(), string()));
      }
      return new ArticleText(author, takeaways, body, comments);
    }

    private @Nullable Interval interval() throws IOException {
      Instant earliest = instant();
      Instant latest = instant();
      return earliest == null && latest == null ? null : new Interval(earliest, latest);
    }

    private @Nullable Instant instant() throws IOException {
      long code = in.readVLong();
      if (code == 0) {
        return null;
      }
      lastSeconds += BitUtil.zigZagDecode(code - 1);
      return Instant.ofEpochSecond(lastSeconds);
    }

    private List<String> strings() throws IOException {
      var values = new ArrayList<String>();
      for (int n = in.readVInt(); n > 0; n--) {
        values.add(string());
      }
      return values;
    }

    private String string() throws IOException {
      String value = optional();
      if (value == null) {
        throw new IOException("a string is missing");
      }
      return value;
    }

    private @Nullable String optional() throws IOException {
      int code = in.readVInt();
      if (code == 0) {
        return null;
      }
      if (code > 1) {
        return strings.get(code - 2);
      }
      String value = in.readString();
      strings.add(value);
      return value;
    }

    private static Interval known(@Nullable Interval interval) throws IOException {
      if (interval == null) {
        throw new IOException("an interval is missing");
      }
      return interval;
    }
  }
}
