package wellhead.indexer.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.codecs.CodecUtil;
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

  /** The message without the place, which Lucene appends in its own terms. */
  private static String reason(Exception e) {
    return String.valueOf(e.getMessage()).replaceFirst(" \\(resource=.*", "");
  }

  boolean isNone() {
    return files.isEmpty();
  }

  /** One sentence a file. */
  List<String> sentences() {
    return files.entrySet().stream().map(e -> "file " + e.getKey() + " " + e.getValue()).toList();
  }
}
