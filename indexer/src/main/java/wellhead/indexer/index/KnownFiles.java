package wellhead.indexer.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.capture.CaptureFile;
import wellhead.schema.FileDocument;

/** The files that an index was read from. Read at once: a run looks for most of them. */
final class KnownFiles {
  private final Map<String, FileDocument> byPath;

  private KnownFiles(Map<String, FileDocument> byPath) {
    this.byPath = byPath;
  }

  static KnownFiles of(OpenIndex index) throws IOException {
    List<FileDocument> all = index.files();
    var byPath = new HashMap<String, FileDocument>(all.size() * 2);
    all.forEach(file -> byPath.put(file.path(), file));
    return new KnownFiles(byPath);
  }

  @Nullable FileDocument get(String path) {
    return byPath.get(path);
  }

  /** Files that an index was read from which a rebuild replaces, and that are not among these. */
  static List<String> notAmong(FormerIndex former, List<CaptureFile> files) throws IOException {
    var missing = new TreeSet<String>(former.files());
    for (CaptureFile file : files) {
      if (file.path() != null) {
        missing.remove(FileState.key(file.path()));
      }
    }
    return List.copyOf(missing);
  }
}
