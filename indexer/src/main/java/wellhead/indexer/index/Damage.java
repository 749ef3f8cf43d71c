package wellhead.indexer.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;

/**
 * The files of a commit that are not as they were written: every file of Lucene's ends with a
 * checksum of what comes before.
 *
 * @param files what is wrong with each, by name
 */
record Damage(SortedMap<String, String> files) {

  /** The name of a file of Lucene's at the end of a path. */
  private static final Pattern FILE =
      Pattern.compile("(?:^|/)((?:_\\w+\\.\\w+|segments_\\w+))(?:$|\\W)");

  /** What Lucene appends in its own terms. */
  private static final String PLACE = " \\(resource=.*|: \\w+IndexInput\\(.*";

  Damage {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** Reads every file of a commit to its end. */
  static Damage of(Directory directory, String commit) {
    var damaged = new TreeMap<String, String>();
    try {
      for (String file : SegmentInfos.readCommit(directory, commit).files(true)) {
        verify(directory, file, damaged);
      }
    } catch (IOException | RuntimeException e) {
      // also what a wrong number leads to, such as a negative length
      damaged.put(commit, "cannot be read: " + reasonNaming(commit, e));
    }
    return new Damage(damaged);
  }

  private static void verify(Directory directory, String file, SortedMap<String, String> damaged) {
    try (var input = directory.openInput(file, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(input);
    } catch (FileNotFoundException | NoSuchFileException e) {
      damaged.put(file, "is missing");
    } catch (IOException | RuntimeException e) {
      damaged.put(file, "is damaged: " + reason(e));
    }
  }

  /**
   * Whether what was read is not what was written, or by another Lucene, or not there; not when it
   * could not be read at this time only, as with too many open files.
   */
  static boolean isBehind(Exception e) {
    return e instanceof CorruptIndexException
        || e instanceof IndexFormatTooOldException
        || e instanceof IndexFormatTooNewException
        || e instanceof EOFException
        || e instanceof FileNotFoundException
        || e instanceof NoSuchFileException
        || e instanceof RuntimeException; // what a wrong number leads to, such as a negative length
  }

  /**
   * A commit cannot be read for a file that it names, perhaps.
   *
   * @param commit is not what is named
   */
  static String reasonNaming(String commit, Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      for (Matcher m = FILE.matcher(String.valueOf(cause.getMessage())); m.find(); ) {
        if (!m.group(1).equals(commit)) {
          return "file " + m.group(1) + ": " + reason(cause);
        }
      }
    }
    return reason(e);
  }

  /** Why something cannot be read, as far as it is worth knowing. */
  static String reason(Throwable e) {
    String said = String.valueOf(e.getMessage()).replaceFirst(PLACE, "");
    return switch (e) {
      case EOFException cut -> "it ends too early";
      case IndexFormatTooOldException old -> "it was written by another Lucene, or is damaged";
      case IndexFormatTooNewException future -> "it was written by another Lucene, or is damaged";
      case FileNotFoundException missing -> "it is missing";
      case NoSuchFileException missing -> "it is missing";
      case CorruptIndexException damage -> "its bytes are not those that were written";
      case RuntimeException damage -> "its bytes are not those that were written";
      case InternalError cut -> "a file became shorter while it was read";
      default -> said;
    };
  }

  /** See {@link IndexCheck#damageBehind}. */
  static Optional<String> behind(IOException failure) {
    boolean damaged = false;
    String said = "";
    for (Throwable e = failure; e != null; e = e.getCause()) {
      String message = String.valueOf(e.getMessage());
      Matcher file = FILE.matcher(message);
      boolean ofOurs = file.find();
      boolean missing = e instanceof FileNotFoundException || e instanceof NoSuchFileException;
      if (missing && ofOurs) {
        return Optional.of("file " + file.group(1) + " is missing");
      }
      damaged |= e instanceof CorruptIndexException || (e instanceof EOFException && ofOurs);
      if (damaged && ofOurs) {
        return Optional.of("file " + file.group(1) + ": " + reason(e));
      }
      said = damaged && said.isEmpty() ? message.replaceFirst(PLACE, "") : said;
    }
    return damaged ? Optional.of(said) : Optional.empty();
  }

  boolean isNone() {
    return files.isEmpty();
  }

  /** One sentence a file. */
  List<String> sentences() {
    return files.entrySet().stream().map(e -> "file " + e.getKey() + " " + e.getValue()).toList();
  }
}
