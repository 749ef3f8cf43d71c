package wellhead.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import wellhead.story.Clocks;
import wellhead.story.Clocks.Jump;
import wellhead.story.Clocks.Shift;
import wellhead.story.Clocks.Wrong;

/** How what is known of a source's clocks lies in its record. */
final class ClocksCodec {
  private ClocksCodec() {}

  /** What speaks against captures, and what was found of them. */
  record Told(SortedMap<String, List<Long>> shifts, Clocks clocks) {}

  static BytesRef encode(SortedMap<String, List<Long>> shifts, Clocks clocks) {
    var out = new ByteBuffersDataOutput();
    try {
      out.writeVInt(shifts.size());
      for (var capture : shifts.entrySet()) {
        out.writeString(capture.getKey());
        out.writeVInt(capture.getValue().size());
        for (long second : capture.getValue()) {
          out.writeZLong(second);
        }
      }
      out.writeVInt(clocks.wrong().size());
      for (var capture : clocks.wrong().entrySet()) {
        out.writeString(capture.getKey());
        write(capture.getValue().shift(), out);
        out.writeVInt(capture.getValue().stories());
        out.writeVInt(capture.getValue().others());
      }
      out.writeVInt(clocks.jumps().size());
      for (var jump : clocks.jumps().entrySet()) {
        out.writeZLong(jump.getKey().getEpochSecond());
        out.writeZLong(jump.getValue().last().getEpochSecond());
        write(jump.getValue().by(), out);
        out.writeVInt(jump.getValue().stories());
        write(jump.getValue().behind(), out);
        out.writeByte((byte) (jump.getValue().wrong() ? 1 : 0));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return new BytesRef(out.toArrayCopy());
  }

  private static void write(Shift shift, ByteBuffersDataOutput out) throws IOException {
    out.writeZLong(shift.least());
    out.writeZLong(shift.most());
  }

  static Told decode(@Nullable BytesRef bytes) throws IOException {
    var shifts = new TreeMap<String, List<Long>>();
    if (bytes == null) {
      return new Told(shifts, Clocks.RIGHT);
    }
    var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    for (int captures = in.readVInt(); captures > 0; captures--) {
      String capture = in.readString();
      var seconds = new ArrayList<Long>();
      for (int n = in.readVInt(); n > 0; n--) {
        seconds.add(in.readZLong());
      }
      shifts.put(capture, List.copyOf(seconds));
    }
    var wrong = new TreeMap<String, Wrong>();
    for (int captures = in.readVInt(); captures > 0; captures--) {
      String capture = in.readString();
      wrong.put(capture, new Wrong(shift(in), in.readVInt(), in.readVInt()));
    }
    var jumps = new TreeMap<Instant, Jump>();
    for (int n = in.readVInt(); n > 0; n--) {
      Instant first = Instant.ofEpochSecond(in.readZLong());
      Instant last = Instant.ofEpochSecond(in.readZLong());
      jumps.put(first, new Jump(last, shift(in), in.readVInt(), shift(in), in.readByte() > 0));
    }
    return new Told(shifts, new Clocks(wrong, jumps));
  }

  private static Shift shift(ByteArrayDataInput in) throws IOException {
    return new Shift(in.readZLong(), in.readZLong());
  }
}
