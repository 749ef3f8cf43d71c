package wellhead.indexer.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.KnownSources;
import wellhead.indexer.assemble.PageSightings;
import wellhead.indexer.capture.Capture;
import wellhead.indexer.capture.CaptureFile;
import wellhead.indexer.capture.CaptureFiles;
import wellhead.indexer.capture.CaptureOptions;
import wellhead.indexer.capture.CaptureReader;
import wellhead.indexer.capture.CaptureTime;
import wellhead.indexer.capture.Rejection;
import wellhead.indexer.page.PageReader;
import wellhead.indexer.page.ParsedPage;
import wellhead.schema.CaptureDocument;
import wellhead.schema.CommitRecord;
import wellhead.schema.FileDocument;
import wellhead.schema.Keyword;
import wellhead.story.CapturedAt;
import wellhead.story.Sighting;

/** One run of {@code wellhead index}: reads what is new and commits once, or not at all. */
public final class IndexRun {

  /**
   * How many sightings are merged at once. Large enough that a story seen on many captures is
   * written once, small enough (about 1 kB each) to stay far below the smallest heap.
   */
  private static final int BATCH = 20_000;

  private final Path folder;
  private final boolean rebuild;
  private final CaptureOptions options;
  private final InputStream standardInput;
  private final InstantSource clock;
  private final OpenIndex.Opening opening;

  private final List<String> warnings = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final List<Sighting> additions = new ArrayList<>();
  private final Set<String> removals = new HashSet<>();
  private final Set<String> readNow = new HashSet<>();
  private int captures;
  private int known;
  private int superseded;
  private int headlines;
  private int articles;
  private int lines;
  private boolean changed;

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
    rejections.addAll(found.rejections());
    found.emptyFolders().forEach(folder -> warnings.add(folder + ": no captures in this folder"));
    try (OpenIndex index = OpenIndex.open(folder, rebuild, clock.instant(), opening)) {
      List<String> missing = rebuild ? OldFiles.notAmong(folder, found.files()) : List.of();
      var lists = new CaptureHistory(index);
      var sources = new SourceHistory(index);
      var merge = new StoryMerge(index, sources, KnownSources.load(), lists);
      var reader = new CaptureReader(options, standardInput);
      changed = rebuild && !found.files().isEmpty();
      for (CaptureFile file : found.files()) {
        read(file, reader, index, lists);
        if (additions.size() >= BATCH) {
          flush(merge);
        }
      }
      flush(merge);
      settle(merge, sources.record(), lists.rewritten());
      CommitRecord record = index.before();
      int before = rebuild ? 0 : record.stories();
      if (changed) {
        record = index.commit(before + merge.added(), clock.instant());
      }
      return report(found, missing, record, index.before());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Report report(
      CaptureFiles found, List<String> missing, CommitRecord now, CommitRecord before) {
    return new Report(
        found.files().size() + found.rejections().size(),
        captures,
        known,
        superseded,
        headlines,
        articles,
        now.stories(),
        now.stories() - before.stories(),
        lines,
        warnings,
        rejections,
        missing,
        now.generation(),
        changed);
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

  private void flush(StoryMerge merge) throws IOException {
    merge.merge(additions, removals);
    additions.clear();
    removals.clear();
  }

  private void read(CaptureFile file, CaptureReader reader, OpenIndex index, CaptureHistory lists)
      throws IOException {
    FileState state = FileState.of(file, options);
    FileDocument before = state == null ? null : state.recorded(index);
    if (state != null && before != null && state.matches(before)) {
      known++;
      return;
    }
    switch (reader.read(file)) {
      case CaptureReader.Outcome.Rejected rejected -> rejections.add(rejected.rejection());
      case CaptureReader.Outcome.Empty empty ->
          warnings.add(empty.file() + ": empty, nothing to read");
      case CaptureReader.Outcome.Read read -> {
        supersede(read, state, before, index, lists);
        boolean fresh = add(read, index, lists);
        if (state != null) {
          changed = true;
          var record = state.toDocument(read.contentHash(), List.of(read.capture().ref().id()));
          index.replace(FileDocument.byPath(record.path()), record.toDocument());
        } else if (!fresh) {
          known++;
        }
      }
    }
  }

  /** Adds a capture unless the very same reading of it is there. */
  private boolean add(CaptureReader.Outcome.Read read, OpenIndex index, CaptureHistory lists)
      throws IOException {
    Capture capture = read.capture();
    String id = capture.ref().id();
    if (!readNow.add(id)
        || (!removals.contains(id)
            && index.get(CaptureDocument.byId(id), CaptureDocument::read).isPresent())) {
      return false;
    }
    ParsedPage page = PageReader.read(capture.text(), capture.ref().source(), capture.url());
    List<Sighting> sightings = PageSightings.of(capture, page);
    additions.addAll(sightings);
    if (!page.headlines().isEmpty()) {
      lists.add(capture.ref());
    }
    index.add(
        new CaptureDocument(
                capture.ref(),
                capture.url(),
                read.contentHash(),
                page.kind().wireName(),
                page.headlines().size(),
                page.rejected().size())
            .toDocument());
    changed = true;
    captures++;
    headlines += page.headlines().size();
    articles += page.article() == null ? 0 : 1;
    lines += page.rejected().size();
    warn(capture, page);
    return true;
  }

  private void warn(Capture capture, ParsedPage page) {
    String file = capture.ref().file();
    if (page.kind() == ParsedPage.Kind.NEITHER) {
      warnings.add(file + ": neither headlines nor an article found");
    } else if (capture.ref().capturedAt().from() == CapturedAt.From.NONE) {
      warnings.add(
          file
              + ": capture time unknown, so its ages cannot be dated; name it with --captured-at"
              + " INSTANT, or put it into the file name as in "
              + exampleName(capture));
    }
  }

  private static String exampleName(Capture capture) {
    String source = capture.ref().source();
    return (source == null ? "example.com" : source) + "_20250708T073000Z.txt";
  }

  /**
   * The same bytes in the same file, read another way, replace their earlier reading; unless the
   * user said "now" both times, and the file was fetched anew in between.
   */
  private void supersede(
      CaptureReader.Outcome.Read read,
      @Nullable FileState state,
      @Nullable FileDocument before,
      OpenIndex index,
      CaptureHistory lists)
      throws IOException {
    String id = read.capture().ref().id();
    if (state == null) {
      for (var earlier :
          index.find(
              CaptureDocument.byContent(read.contentHash(), CaptureFile.STANDARD_INPUT.shown()),
              CaptureDocument::read)) {
        boolean undated = earlier.ref().capturedAt().from() == CapturedAt.From.NONE;
        if (undated && !earlier.ref().id().equals(id)) {
          remove(earlier.ref().id(), index, lists);
        }
      }
      return;
    }
    boolean sameBytes = before != null && before.contentHash().equals(read.contentHash());
    if (before == null || !sameBytes || state.isFetchedAnew(before)) {
      return;
    }
    for (String earlier : before.captures()) {
      boolean elsewhere =
          index.find(new TermQuery(FileDocument.byCapture(earlier)), FileDocument::read).stream()
              .anyMatch(other -> !other.path().equals(before.path()));
      if (!earlier.equals(id) && !elsewhere) {
        remove(earlier, index, lists);
      }
    }
  }

  private void remove(String captureId, OpenIndex index, CaptureHistory lists) throws IOException {
    index
        .get(CaptureDocument.byId(captureId), CaptureDocument::read)
        .ifPresent(earlier -> lists.remove(earlier.ref().source()));
    removals.add(captureId);
    index.delete(CaptureDocument.byId(captureId));
    changed = true;
    superseded++;
  }

  /** A file as it is now. */
  private record FileState(String path, long size, Instant modified, CaptureOptions options) {

    /** {@code null} for standard input and for what cannot be looked at; reading it says why. */
    static @Nullable FileState of(CaptureFile file, CaptureOptions options) {
      Path path = file.path();
      if (path == null) {
        return null;
      }
      try {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileState(
            OldFiles.key(path),
            attributes.size(),
            attributes.lastModifiedTime().toInstant(),
            options);
      } catch (IOException e) {
        return null;
      }
    }

    @Nullable FileDocument recorded(OpenIndex index) throws IOException {
      Optional<FileDocument> recorded = index.get(FileDocument.byPath(path), FileDocument::read);
      return recorded.filter(f -> f.path().equals(path)).orElse(null);
    }

    boolean matches(FileDocument before) {
      return before.isUnchanged(size, modified, options.fingerprint());
    }

    boolean isFetchedAnew(FileDocument before) {
      return options.time() instanceof CaptureTime.Now
          && before.options().equals(options.fingerprint())
          && !before.modified().equals(modified);
    }

    FileDocument toDocument(String contentHash, List<String> captureIds) {
      return new FileDocument(path, size, modified, options.fingerprint(), contentHash, captureIds);
    }
  }

  /** Which files an index was read from. */
  private static final class OldFiles {
    private OldFiles() {}

    /** The file's name in the index, the same from whatever folder it is named. */
    static String key(Path path) {
      return path.toAbsolutePath().normalize().toString();
    }

    /** Files that the last commit was read from and that are not among these. */
    static List<String> notAmong(Path folder, List<CaptureFile> files) throws IOException {
      var missing = new TreeSet<String>(CommittedFiles.read(folder));
      for (CaptureFile file : files) {
        if (file.path() != null) {
          missing.remove(key(file.path()));
        }
      }
      return List.copyOf(missing);
    }
  }
}
