package wellhead.indexer.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.CaptureReading;
import wellhead.indexer.assemble.KnownSources;
import wellhead.indexer.capture.CaptureFiles;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.capture.CaptureReader;
import wellhead.indexer.capture.Captures;
import wellhead.indexer.capture.Cause;
import wellhead.indexer.capture.FolderSettings;
import wellhead.indexer.capture.Outcome;
import wellhead.indexer.capture.SettingsException;
import wellhead.schema.CommitRecord;
import wellhead.schema.IndexFiles;
import wellhead.schema.Keyword;
import wellhead.schema.StoryDocument;

/** One run of {@code wellhead index}: reads what is new and commits once, or not at all. */
public final class IndexRun {

  /** What may be otherwise when the same file is read again. */
  private static final Set<Cause> PASSING = Set.of(Cause.NOT_READABLE, Cause.BAD_TIME);

  private final Path folder;
  private final boolean rebuild;
  private final CaptureOptions options;
  private final InputStream standardInput;
  private final InstantSource clock;
  private final OpenIndex.Opening opening;

  private final Tally tally = new Tally();
  private final Instant began;
  private Consumer<DiskNeed> announce = need -> {};
  private Consumer<Progress> listener = progress -> {};
  private volatile boolean stopped;
  private volatile boolean committed;

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
    this(folder, rebuild, options, standardInput, clock, IndexFiles::open);
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
    this.began = clock.instant();
  }

  /** Whom to tell what a rebuild needs on disk, before it begins. */
  public IndexRun announcing(Consumer<DiskNeed> listener) {
    announce = listener;
    return this;
  }

  /** Whom to tell how far the run is, after each capture and at the beginning of each phase. */
  public IndexRun reporting(Consumer<Progress> told) {
    listener = told;
    return this;
  }

  /**
   * Ends the run before its commit: it fails with {@link RunStoppedException} before it reads the
   * next capture. A run that is past the last capture goes on to its end. From any thread.
   */
  public void stop() {
    stopped = true;
  }

  /** Whether there was a commit, whatever came behind it. */
  public boolean hasCommitted() {
    return committed;
  }

  /**
   * Reads the captures under the paths and updates the index in one commit. To be called once.
   *
   * @throws SettingsException when a {@code wellhead.toml} cannot be used; nothing was read
   * @throws IndexHeldException when another run holds the index
   * @throws IndexUnusableException when the index cannot be created or has another schema
   * @throws NotEnoughDiskException when the disk is too full to begin; nothing was written
   * @throws RunStoppedException when it was told to {@link #stop}; the index is as it was
   * @throws IOException when reading or writing the index fails; the index is as it was
   */
  public Report run(List<String> paths)
      throws IOException, IndexHeldException, IndexUnusableException {
    CaptureFiles found = CaptureFiles.find(paths);
    found.rejections().forEach(tally::rejected);
    found.warnings().forEach(tally::warn);
    FolderSettings settings = FolderSettings.of(options, found.files());
    try (OpenIndex index = OpenIndex.open(folder, rebuild, clock.instant(), opening)) {
      List<String> missing = KnownFiles.notAmong(index.former(), found.files());
      if (index.former().isDamaged()) {
        tally.warn(
            "the old index could not be read: see wellhead forget --list for what is still to be"
                + " forgotten, and forget the rest again");
      }
      if (!rebuild) {
        index.unreadable().forEach((commit, reason) -> tally.warn(unreadable(commit, reason)));
      }
      var lists = new CaptureHistory(index);
      var sources = new SourceHistory(index);
      var merge = new StoryMerge(index, sources, KnownSources.load(), lists);
      var intake = new Intake(index, lists, merge);
      var plan = ReadingPlan.of(found.files(), settings, KnownFiles.of(index));
      requireDisk(index, plan);
      read(plan, intake);
      enter(Progress.Phase.SETTLING, plan);
      intake.flush();
      if (intake.keptOut() > 0) {
        tally.warn(
            "captures kept out, for they are to be forgotten: "
                + intake.keptOut()
                + " (see: wellhead forget --list)");
      }
      new ClockCheck(index, sources, merge).judge(merge.touched()).forEach(tally::warn);
      settle(merge, sources.record(), lists.rewritten());
      new UndatedCaptures(index, merge).infer(merge.touched()).forEach(tally::inferred);
      merge.settleRepetition();
      CommitRecord record = index.before();
      int before = rebuild ? 0 : record.stories();
      boolean changed =
          intake.hasChanged()
              || (rebuild && !found.files().isEmpty())
              || (!rebuild && !index.unreadable().isEmpty());
      if (changed) {
        EventMerge.settle(index, merge.changed());
        enter(Progress.Phase.COMMITTING, plan);
        record = index.commit(before + merge.added(), clock.instant());
        committed = true;
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
  static void settle(StoryMerge merge, Set<String> otherRules, Set<String> otherTimes)
      throws IOException {
    for (String source : otherRules) {
      merge.assembleAnew(StoryDocument.ofSource(source));
    }
    for (String source : otherTimes) {
      if (!otherRules.contains(source)) {
        merge.assembleAnew(Keyword.CONTESTED.is(source));
      }
    }
    merge.settleRepetition();
  }

  private static String unreadable(String commit, String reason) {
    return "the earlier commit "
        + commit
        + " cannot be read ("
        + reason
        + "), so check --restore could not have gone back to it; this run replaces it. Look to the"
        + " disk, the memory and the file system: one of them lies";
  }

  private void requireDisk(OpenIndex index, ReadingPlan plan) throws IOException {
    DiskNeed need = DiskNeed.ofRun(folder, plan.unreadBytes(), index.former().bytes());
    if (rebuild) {
      announce.accept(need);
    }
    need.require();
  }

  private void read(ReadingPlan plan, Intake intake) throws IOException {
    long total = plan.measured() ? plan.unreadBytes() : -1;
    long before = 0;
    for (ReadingPlan.Item item : plan.files()) {
      FileState state = item.state();
      if (state != null && state.isUnchanged()) {
        tally.knownFile(item.file(), state.rejectedBefore());
      } else {
        read(item, before, total, intake);
        before += Math.max(0, item.file().size());
      }
    }
  }

  /**
   * @param before how many bytes the files before it have
   * @param total how many all have; -1 when that is not known
   */
  private void read(ReadingPlan.Item item, long before, long total, Intake intake)
      throws IOException {
    tally.begin(item.file());
    intake.begin(item.fingerprint());
    boolean readable = true;
    long size = item.file().size() < 0 ? Long.MAX_VALUE : item.file().size();
    try (Captures captures =
        new CaptureReader(item.asked(), standardInput, began).open(item.file())) {
      for (Outcome next = captures.next(); next != null; next = captures.next()) {
        readable &= take(next, item.state(), intake);
        long here = Math.min(size, captures.position());
        listener.accept(
            new Progress(Progress.Phase.READING, before + here, total, tally.captures()));
      }
    }
    // what is no capture at all, or could not be read for a reason that may pass, is tried again
    boolean done = readable && tally.anyReadHere();
    intake.finish(done ? item.state() : null, tally.rejectedHere());
    tally.end();
  }

  private void enter(Progress.Phase phase, ReadingPlan plan) {
    listener.accept(new Progress(phase, plan.unreadBytes(), plan.unreadBytes(), tally.captures()));
  }

  /** Whether what comes next in the file may be read, too. */
  private boolean take(Outcome next, @Nullable FileState state, Intake intake) throws IOException {
    if (stopped) {
      throw new RunStoppedException();
    }
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
      case Outcome.Cut cut -> tally.warn(cut.warning());
      case Outcome.Rejected rejected -> {
        tally.rejected(rejected.rejection());
        return !PASSING.contains(rejected.rejection().cause());
      }
    }
    return true;
  }
}
