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
      Pattern.compile("(?:^|/)((?:_\\w+\\.\\w+|segments_\\w+)(?:\\.partial)?)(?:$|\\W)");

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
      damaged.put(commit, "cannot be read: " + reason(e));
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

  private static String reason(Exception e) {
    return String.valueOf(e.getMessage()).replaceFirst(PLACE, "");
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
        return Optional.of("file " + file.group(1) + ": " + message.replaceFirst(PLACE, ""));
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
