package wellhead.indexer.index;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * A directory in memory that fails at a given step. Steps are what a file system is asked for:
 * opening, creating, synchronising, renaming and deleting files; writes are counted by their bytes.
 */
final class FaultyDirectory extends FilterDirectory {

  /** How it fails. */
  enum Fault {
    /** At one step, and never again. */
    ONCE,
    /** Nothing can be created or written any more; files can be deleted, as on a full disk. */
    FULL,
    /** The machine stops: nothing works any more, and what was not synchronised may be lost. */
    CRASH
  }

  private final Fault fault;
  private final long failingStep;
  private final long failingByte;
  private final Set<String> unsynchronised = new HashSet<>();
  private final Map<String, String> renamed = new HashMap<>();
  private long steps;
  private long bytes;
  private boolean failed;

  private FaultyDirectory(Directory in, Fault fault, long failingStep, long failingByte) {
    super(in);
    this.fault = fault;
    this.failingStep = failingStep;
    this.failingByte = failingByte;
  }

  /** One that never fails, to count what there is to do. */
  static FaultyDirectory sound(Directory in) {
    return new FaultyDirectory(in, Fault.ONCE, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  static FaultyDirectory failingAtStep(Directory in, Fault fault, long step) {
    return new FaultyDirectory(in, fault, step, Long.MAX_VALUE);
  }

  /** Writes what comes before the byte, so that the file is left half written. */
  static FaultyDirectory failingAtByte(Directory in, Fault fault, long failingByte) {
    return new FaultyDirectory(in, fault, Long.MAX_VALUE, failingByte);
  }

  static Directory copyOf(Directory original) throws IOException {
    var copy = new ByteBuffersDirectory();
    for (String file : original.listAll()) {
      copy.copyFrom(original, file, file, IOContext.DEFAULT);
    }
    return copy;
  }

  long steps() {
    return steps;
  }

  long bytes() {
    return bytes;
  }

  private void step(boolean needsSpace) throws IOException {
    boolean fails =
        switch (fault) {
          case ONCE -> steps == failingStep;
          case FULL -> (failed || steps >= failingStep) && needsSpace;
          case CRASH -> failed || steps >= failingStep;
        };
    steps++;
    if (fails) {
      failed = true;
      throw new IOException("injected: No space left on device");
    }
  }

  /** How many of the next bytes can be written. */
  private int writable(int length) {
    if (failed && fault != Fault.ONCE) {
      return 0;
    }
    boolean reached = !failed && bytes + length > failingByte;
    int some = reached ? (int) Math.max(0, failingByte - bytes) : length;
    bytes += length;
    return some;
  }

  private void failToWrite() throws IOException {
    failed = true;
    throw new IOException("injected: No space left on device");
  }

  @Override
  public synchronized IndexInput openInput(String name, IOContext context) throws IOException {
    step(false);
    return super.openInput(name, context);
  }

  @Override
  public synchronized IndexOutput createOutput(String name, IOContext context) throws IOException {
    step(true);
    unsynchronised.add(name);
    return new Output(super.createOutput(name, context));
  }

  @Override
  public synchronized IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    step(true);
    IndexOutput output = super.createTempOutput(prefix, suffix, context);
    unsynchronised.add(output.getName());
    return new Output(output);
  }

  @Override
  public synchronized void sync(Collection<String> names) throws IOException {
    for (String name : names) {
      step(true);
      unsynchronised.remove(name);
    }
  }

  @Override
  public synchronized void syncMetaData() throws IOException {
    step(true);
    renamed.clear();
  }

  @Override
  public synchronized void rename(String source, String dest) throws IOException {
    step(true);
    super.rename(source, dest);
    renamed.put(dest, source);
  }

  @Override
  public synchronized void deleteFile(String name) throws IOException {
    step(false);
    super.deleteFile(name);
    unsynchronised.remove(name);
  }

  @Override
  public void close() {} // it is opened again

  /** What is on the disk after the power has come back: files never synchronised are anything. */
  Directory afterPowerLoss(Random random) throws IOException {
    var left = new ByteBuffersDirectory();
    for (String file : in.listAll()) {
      String name = renamed.containsKey(file) && random.nextBoolean() ? renamed.get(file) : file;
      boolean whole = !unsynchronised.contains(file) && !unsynchronised.contains(renamed.get(file));
      if (whole) {
        left.copyFrom(in, file, name, IOContext.DEFAULT);
      } else if (random.nextBoolean()) {
        try (IndexOutput rest = left.createOutput(name, IOContext.DEFAULT);
            IndexInput input = in.openInput(file, IOContext.DEFAULT)) {
          rest.copyBytes(input, (long) (random.nextDouble() * input.length()));
        }
      }
    }
    return left;
  }

  private final class Output extends FilterIndexOutput {
    Output(IndexOutput out) {
      super("faulty", out.getName(), out);
    }

    @Override
    public void writeByte(byte b) throws IOException {
      if (writable(1) == 0) {
        failToWrite();
      }
      super.writeByte(b);
    }

    @Override
    public void writeBytes(byte[] b, int offset, int length) throws IOException {
      int some = writable(length);
      super.writeBytes(b, offset, some);
      if (some < length) {
        failToWrite();
      }
    }
  }
}
