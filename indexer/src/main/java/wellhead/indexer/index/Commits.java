package wellhead.indexer.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;

/** The commits that lie in an index side by side, each named by its own file of segments. */
final class Commits {
  private static final Pattern NAME = Pattern.compile(IndexFileNames.SEGMENTS + "_[0-9a-z]+");

  private Commits() {}

  /** The names of their files, the newest commit first. */
  static List<String> in(Directory directory) throws IOException {
    return Arrays.stream(directory.listAll())
        .filter(Commits::isCommit)
        .sorted(Comparator.comparingLong(SegmentInfos::generationFromSegmentsFileName).reversed())
        .toList();
  }

  static boolean isCommit(String file) {
    return NAME.matcher(file).matches();
  }

  /** The directory as it would be if this were its only commit; not to be written to. */
  static Directory only(String commit, Directory directory) {
    return new FilterDirectory(directory) {
      @Override
      public String[] listAll() throws IOException {
        return Arrays.stream(in.listAll())
            .filter(file -> file.equals(commit) || !isCommit(file))
            .toArray(String[]::new);
      }

      @Override
      public void close() {} // whoever opened the directory closes it
    };
  }
}
