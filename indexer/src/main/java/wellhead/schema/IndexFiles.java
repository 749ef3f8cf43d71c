package wellhead.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;

/**
 * The files of an index in a folder, and no others. Lucene takes every name that begins like one of
 * its own for a file of the index: a {@code segments_3.bak} somebody left there is a commit to it
 * that cannot be read, a {@code _0.cfs.copy} one to be deleted.
 */
public final class IndexFiles {
  /** A generation is a long in base 36; one that takes more digits would overflow. */
  private static final Pattern COMMIT =
      Pattern.compile(IndexFileNames.SEGMENTS + "_[0-9a-z]{1,12}");

  private static final Pattern PENDING =
      Pattern.compile(IndexFileNames.PENDING_SEGMENTS + "_[0-9a-z]{1,12}");

  private static final Pattern SEGMENT =
      Pattern.compile("_[0-9a-z]{1,12}(?:_[0-9A-Za-z_]{1,80})?\\.[a-z]{2,5}");

  private IndexFiles() {}

  /** Opens an index to be read or written. */
  public static Directory open(Path folder) throws IOException {
    return new FilterDirectory(FSDirectory.open(folder)) {
      @Override
      public String[] listAll() throws IOException {
        return Arrays.stream(in.listAll())
            .filter(file -> !seemsLucenes(file) || isLucenes(file))
            .toArray(String[]::new);
      }
    };
  }

  private static boolean seemsLucenes(String file) {
    return file.startsWith("_")
        || file.startsWith(IndexFileNames.SEGMENTS)
        || file.startsWith(IndexFileNames.PENDING_SEGMENTS);
  }

  /** Whether this may be the name of a file of Lucene's. */
  public static boolean isLucenes(String file) {
    return isCommit(file) || PENDING.matcher(file).matches() || SEGMENT.matcher(file).matches();
  }

  /** Whether this is the name of the file that makes a commit. */
  public static boolean isCommit(String file) {
    return COMMIT.matcher(file).matches();
  }
}
