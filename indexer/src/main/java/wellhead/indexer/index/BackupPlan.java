package wellhead.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.util.StringHelper;

/**
 * Which files of a commit are to be copied into a backup, and under which names. Files of an
 * earlier backup stay as they are: a segment that would have to take one of their names, for the
 * index was begun anew or a copy is damaged, gets a name of its own, as Lucene gives when it copies
 * segments from one index into another (no file but the commit's own holds its segment's name).
 */
final class BackupPlan {

  /** A file to copy. */
  record Copy(String from, String to, long bytes) {}

  private final Directory from;
  private final Directory to;

  /** What must stay, for an earlier backup needs it, or may. */
  private final Set<String> needed = new HashSet<>();

  /** The names of the earlier backup's segments, by the ids that Lucene gives each for good. */
  private final Map<String, String> names = new HashMap<>();

  private final Set<String> there;
  private final Set<String> given = new HashSet<>();
  private final List<Copy> copies = new ArrayList<>();
  private final SegmentInfos content;
  private boolean same;
  private long bytes;
  private long unusedName;

  private BackupPlan(Directory from, SegmentInfos commit, Directory to) throws IOException {
    this.from = from;
    this.to = to;
    this.there = new HashSet<>(List.of(to.listAll()));
    this.content = new SegmentInfos(commit.getIndexCreatedVersionMajor());
    this.unusedName = commit.counter;
  }

  /**
   * Plans.
   *
   * @param to the folder of the backup; only looked at
   */
  static BackupPlan of(Directory from, SegmentInfos commit, Directory to) throws IOException {
    var plan = new BackupPlan(from, commit, to);
    long generation = Math.max(commit.getGeneration() - 1, plan.interrupted());
    boolean newest = true;
    for (String earlier : Commits.in(to)) {
      generation = Math.max(generation, SegmentInfos.generationFromSegmentsFileName(earlier));
      plan.keep(earlier, newest, commit);
      newest = false;
    }
    for (SegmentCommitInfo segment : commit) {
      plan.add(segment);
    }
    plan.content.setUserData(commit.getUserData(), false);
    plan.content.version = commit.version;
    plan.content.counter = plan.unusedName;
    plan.content.setNextWriteGeneration(generation);
    return plan;
  }

  /** The highest generation that was begun and not finished: its file would be in the way. */
  private long interrupted() {
    return there.stream()
        .filter(file -> file.startsWith(IndexFileNames.PENDING_SEGMENTS))
        .map(file -> file.substring("pending_".length()))
        .mapToLong(SegmentInfos::generationFromSegmentsFileName)
        .max()
        .orElse(0);
  }

  private void keep(String commit, boolean newest, SegmentInfos wanted) throws IOException {
    try {
      SegmentInfos kept = SegmentInfos.readCommit(to, commit);
      needed.addAll(kept.files(true));
      for (SegmentCommitInfo segment : kept) {
        names.putIfAbsent(id(segment), segment.info.name);
      }
      unusedName = Math.max(unusedName, kept.counter);
      same |= newest && kept.getUserData().equals(wanted.getUserData());
    } catch (IOException | RuntimeException e) {
      if (!Damage.isBehind(e)) {
        throw e;
      }
      needed.addAll(there); // perhaps another program can read it
    }
  }

  private static String id(SegmentCommitInfo segment) {
    return StringHelper.idToString(segment.info.getId());
  }

  private void add(SegmentCommitInfo segment) throws IOException {
    String name = names.getOrDefault(id(segment), segment.info.name);
    if (!given.add(name) || collides(segment, name)) {
      name = unusedName();
      given.add(name);
    }
    for (String file : segment.files()) {
      long length = from.fileLength(file);
      String copy = name + IndexFileNames.stripSegmentName(file);
      bytes += length;
      if (!isThere(file, copy)) {
        copies.add(new Copy(file, copy, length));
      }
    }
    content.add(name.equals(segment.info.name) ? segment : renamed(segment, name));
  }

  /** Whether a file that must stay has a name that the segment needs, and is another. */
  private boolean collides(SegmentCommitInfo segment, String name) throws IOException {
    for (String file : segment.files()) {
      String copy = name + IndexFileNames.stripSegmentName(file);
      if (needed.contains(copy) && !isThere(file, copy)) {
        return true;
      }
    }
    return false;
  }

  private String unusedName() {
    while (true) {
      String name = "_" + Long.toString(unusedName++, Character.MAX_RADIX);
      if (there.stream().noneMatch(f -> IndexFileNames.parseSegmentName(f).equals(name))) {
        return name;
      }
    }
  }

  /** Whether this very file was copied before, and is whole. */
  private boolean isThere(String file, String copy) throws IOException {
    if (!there.contains(copy)) {
      return false;
    }
    try (var theirs = from.openInput(file, IOContext.READONCE);
        var ours = to.openInput(copy, IOContext.READONCE)) {
      return theirs.length() == ours.length()
          && CodecUtil.retrieveChecksum(theirs) == CodecUtil.checksumEntireFile(ours);
    } catch (CorruptIndexException e) {
      return false;
    }
  }

  private SegmentCommitInfo renamed(SegmentCommitInfo segment, String name) throws IOException {
    SegmentInfo info = segment.info;
    var renamed =
        new SegmentInfo(
            to,
            info.getVersion(),
            info.getMinVersion(),
            name,
            info.maxDoc(),
            info.getUseCompoundFile(),
            info.getHasBlocks(),
            info.getCodec(),
            info.getDiagnostics(),
            info.getId(),
            info.getAttributes(),
            info.getIndexSort());
    renamed.setFiles(info.files());
    var commit =
        new SegmentCommitInfo(
            renamed,
            segment.getDelCount(),
            segment.getSoftDelCount(),
            segment.getDelGen(),
            segment.getFieldInfosGen(),
            segment.getDocValuesGen(),
            segment.getId());
    commit.setFieldInfosFiles(segment.getFieldInfosFiles());
    commit.setDocValuesUpdatesFiles(segment.getDocValuesUpdatesFiles());
    return commit;
  }

  List<Copy> copies() {
    return copies;
  }

  /** How much is to be copied. */
  long bytesToCopy() {
    return copies.stream().mapToLong(Copy::bytes).sum();
  }

  /** How large the backup will be, without the commit's own file. */
  long bytes() {
    return bytes;
  }

  /** Whether the earlier backup is this very commit, whole. */
  boolean isDone() {
    return same && copies.isEmpty();
  }

  /** Whether an earlier backup needs the file, or may. */
  boolean isNeeded(String file) {
    return needed.contains(file);
  }

  /**
   * All files are there and whole; this renames one, and the backup is the new one.
   *
   * @return the names of its files
   */
  Collection<String> switchTo(Directory target) throws IOException {
    content.commit(target);
    return content.files(true);
  }
}
