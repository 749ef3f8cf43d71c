package wellhead.indexer.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import wellhead.schema.IndexFiles;

/** The commits that lie in an index side by side, each named by its own file of segments. */
final class Commits {
  private Commits() {}

  /** The names of their files, the newest commit first. */
  static List<String> in(Directory directory) throws IOException {
    return Arrays.stream(directory.listAll())
        .filter(IndexFiles::isCommit)
        .sorted(Comparator.comparingLong(SegmentInfos::generationFromSegmentsFileName).reversed())
        .toList();
  }

  /** Whether the newest commit is the one that says this of itself. */
  static boolean isNewest(Map<String, String> said, Directory directory) {
    try {
      return SegmentInfos.readLatestCommit(directory).getUserData().equals(said);
    } catch (IOException e) {
      return false;
    }
  }

  /** The directory as it would be if this were its only commit; not to be written to. */
  static Directory only(String commit, Directory directory) {
    return new FilterDirectory(directory) {
      @Override
      public String[] listAll() throws IOException {
        return Arrays.stream(in.listAll())
            .filter(file -> file.equals(commit) || !IndexFiles.isCommit(file))
            .toArray(String[]::new);
      }

      @Override
      public void close() {} // whoever opened the directory closes it
    };
  }
}
