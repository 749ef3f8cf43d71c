package wellhead.indexer.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import wellhead.schema.IndexFiles;

/**
 * An index as if commits that cannot be read were not there, nor what they alone need. Lucene's
 * writer would fail over such a commit, and would delete the files of one that it is not shown
 * before there is anything better. They stay, and their names are not given anew, until {@link
 * #deleteSpared}.
 */
final class SparedFiles extends FilterDirectory {
  private final SortedMap<String, String> unreadable;
  private volatile Set<String> spared;

  private SparedFiles(
      Directory directory, SortedMap<String, String> unreadable, Set<String> spared) {
    super(directory);
    this.unreadable = unreadable;
    this.spared = spared;
  }

  /**
   * Looks at each of these commits.
   *
   * @throws IOException when looking fails for another reason than damage
   */
  static SparedFiles of(Directory directory, List<String> commits) throws IOException {
    var unreadable = new TreeMap<String, String>();
    for (String commit : commits) {
      try {
        SegmentInfos.readCommit(directory, commit);
      } catch (IOException | RuntimeException e) {
        if (!Damage.isBehind(e)) {
          throw e;
        }
        unreadable.put(commit, Damage.reason(e));
      }
    }
    return new SparedFiles(
        directory,
        unreadable,
        unreadable.isEmpty() ? Set.of() : neededByNone(directory, unreadable.keySet()));
  }

  /** The files that no commit needs which can be read. */
  private static Set<String> neededByNone(Directory directory, Set<String> unreadable)
      throws IOException {
    var files = new TreeSet<String>();
    for (String file : directory.listAll()) {
      if (IndexFiles.isLucenes(file)) {
        files.add(file);
      }
    }
    for (String commit : Commits.in(directory)) {
      if (!unreadable.contains(commit)) {
        files.removeAll(SegmentInfos.readCommit(directory, commit).files(true));
      }
    }
    return files;
  }

  /** The commits that cannot be read, each with the reason. */
  SortedMap<String, String> unreadable() {
    return unreadable;
  }

  @Override
  public String[] listAll() throws IOException {
    return Arrays.stream(in.listAll())
        .filter(file -> !spared.contains(file))
        .toArray(String[]::new);
  }

  /** What Lucene's writer chooses no names from, though it does not see them. */
  @Override
  public Set<String> getPendingDeletions() throws IOException {
    var names = new HashSet<>(in.getPendingDeletions());
    names.addAll(spared);
    return names;
  }

  /** There is something better now. What cannot be deleted is left to the next run. */
  void deleteSpared() {
    Set<String> files = spared;
    spared = Set.of();
    for (String file : files) {
      try {
        in.deleteFile(file);
      } catch (IOException e) {
        // in nobody's way
      }
    }
  }
}
