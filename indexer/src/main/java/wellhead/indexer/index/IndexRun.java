package wellhead.indexer.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.CaptureReading;
import wellhead.indexer.assemble.KnownSources;
import wellhead.indexer.capture.CaptureFile;
import wellhead.indexer.capture.CaptureFiles;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.capture.CaptureReader;
import wellhead.indexer.capture.Captures;
import wellhead.indexer.capture.Cause;
import wellhead.indexer.capture.Outcome;
import wellhead.schema.CommitRecord;
import wellhead.schema.Keyword;

/** One run of {@code wellhead index}: reads what is new and commits once, or not at all. */
public final class IndexRun {

  private final Path folder;
  private final boolean rebuild;
  private final CaptureOptions options;
  private final InputStream standardInput;
  private final InstantSource clock;
  private final OpenIndex.Opening opening;

  private final Tally tally = new Tally();

  /**
   * Prepares a run.
   *
   * @param folder of the index; made when it is not there
   * @param rebuild whether to begin from scratch
   * @param options for all captures of this run
   * @param standardInput what the path {@code -} reads
   * @param clock for the time of the commit
   */
  public IndexRun(
      Path folder,
      boolean rebuild,
      CaptureOptions options,
      InputStream standardInput,
      InstantSource clock) {
    this(folder, rebuild, options, standardInput, clock, FSDirectory::open);
  }

  /** A run on a directory that the caller opens. */
  IndexRun(
      Path folder,
      boolean rebuild,
      CaptureOptions options,
      InputStream standardInput,
      InstantSource clock,
      OpenIndex.Opening opening) {
    this.folder = folder;
    this.rebuild = rebuild;
    this.options = options;
    this.standardInput = standardInput;
    this.clock = clock;
    this.opening = opening;
  }

  /**
   * Reads the captures under the paths and updates the index in one commit. To be called once.
   *
   * @throws IndexHeldException when another run holds the index
   * @throws IndexUnusableException when the index cannot be created or has another schema
   * @throws IOException when reading or writing the index fails; the index is as it was
   */
  public Report run(List<String> paths)
      throws IOException, IndexHeldException, IndexUnusableException {
    CaptureFiles found = CaptureFiles.find(paths);
    found.rejections().forEach(tally::rejected);
    found.emptyFolders().forEach(empty -> tally.warn(empty + ": no captures in this folder"));
    try (OpenIndex index = OpenIndex.open(folder, rebuild, clock.instant(), opening)) {
      List<String> missing = rebuild ? KnownFiles.notAmong(folder, found.files()) : List.of();
      var lists = new CaptureHistory(index);
      var sources = new SourceHistory(index);
      var merge = new StoryMerge(index, sources, KnownSources.load(), lists);
      var intake = new Intake(index, options.fingerprint(), lists, merge);
      var reader = new CaptureReader(options, standardInput);
      var known = KnownFiles.of(index);
      for (CaptureFile file : found.files()) {
        read(file, FileState.of(file, options, known), reader, intake);
      }
      intake.flush();
      settle(merge, sources.record(), lists.rewritten());
      CommitRecord record = index.before();
      int before = rebuild ? 0 : record.stories();
      boolean changed = intake.hasChanged() || (rebuild && !found.files().isEmpty());
      if (changed) {
        record = index.commit(before + merge.added(), clock.instant());
      }
      int added = record.stories() - index.before().stories();
      return tally.report(
          new Report.Index(record.stories(), added, record.generation(), changed),
          found.files().size() + found.rejections().size(),
          intake.superseded(),
          missing);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Stories follow what the run found out about their source: all of them when its labels are to be
   * read by another rule, those that hung on when it was captured when that is told anew.
   */
  private static void settle(StoryMerge merge, Set<String> otherRules, Set<String> otherTimes)
      throws IOException {
    for (String source : otherRules) {
      merge.assembleAnew(Keyword.SOURCE.is(source));
    }
    for (String source : otherTimes) {
      if (!otherRules.contains(source)) {
        merge.assembleAnew(Keyword.CONTESTED.is(source));
      }
    }
  }

  private void read(
      CaptureFile file, @Nullable FileState state, CaptureReader reader, Intake intake)
      throws IOException {
    if (state != null && state.isUnchanged()) {
      tally.knownFile(file, state.rejectedBefore());
      return;
    }
    tally.begin(file);
    boolean readable = true;
    try (Captures captures = reader.open(file)) {
      for (Outcome next = captures.next(); next != null; next = captures.next()) {
        readable &= take(next, state, intake);
      }
    }
    // what is no capture at all, or could not be read for a reason that may pass, is tried again
    boolean done = readable && tally.anyReadHere();
    intake.finish(done ? state : null, tally.rejectedHere());
    tally.end();
  }

  /** Whether what comes next in the file may be read, too. */
  private boolean take(Outcome next, @Nullable FileState state, Intake intake) throws IOException {
    switch (next) {
      case Outcome.Read read -> {
        CaptureReading reading = intake.take(read.capture(), state);
        if (reading == null) {
          tally.knownCapture();
        } else {
          tally.taken(read.capture(), reading);
        }
      }
      case Outcome.Empty empty -> tally.warn(empty.file() + ": empty, nothing to read");
      case Outcome.Skipped skipped -> tally.skipped(skipped);
      case Outcome.Rejected rejected -> {
        tally.rejected(rejected.rejection());
        return rejected.rejection().cause() != Cause.NOT_READABLE;
      }
    }
    return true;
  }
}
