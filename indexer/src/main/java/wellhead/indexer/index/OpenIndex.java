package wellhead.indexer.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.KeepLastNCommitsDeletionPolicy;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import wellhead.schema.CommitRecord;
import wellhead.schema.Documents;
import wellhead.schema.FileDocument;
import wellhead.schema.ForgetList;
import wellhead.schema.IndexFiles;
import wellhead.schema.Schema;

/**
 * The index while a run writes to it. Nothing is seen by others before {@link #commit}; closing
 * without it leaves the index as it was.
 */
final class OpenIndex implements Closeable {
  /** How a folder becomes a directory of Lucene's; tests put one between that fails. */
  @FunctionalInterface
  interface Opening {
    Directory open(Path folder) throws IOException;
  }

  /** Of an index that is new for the most part. */
  private static final int SEGMENTS = 2;

  /** So many documents are written out by several hands. */
  private static final int MANY = 1000;

  private final RunLock lock;
  private final SparedFiles directory;
  private final IndexWriter writer;
  private final FormerIndex former;
  private final Instant addedAt;
  private DirectoryReader reader;
  private final Hands hands = new Hands();
  private ForgetList forgotten;
  private boolean committed;
  private final AtomicLong written = new AtomicLong();
  private long refreshed;
  private long shown;

  private OpenIndex(
      RunLock lock, SparedFiles directory, IndexWriter writer, FormerIndex former, Instant now)
      throws IOException {
    this.lock = lock;
    this.directory = directory;
    this.writer = writer;
    this.former = former;
    Instant next = former.commit().builtAt().plusMillis(1);
    this.addedAt = next.isAfter(now) ? next : now;
    this.forgotten = former.forgotten();
    this.reader = DirectoryReader.open(writer);
  }

  /**
   * Opens the index in a folder, or begins one.
   *
   * @param rebuild whether to begin anew; others read the old index until the commit
   */
  static OpenIndex open(Path folder, boolean rebuild, Instant now)
      throws IOException, IndexHeldException, IndexUnusableException {
    return open(folder, rebuild, now, IndexFiles::open);
  }

  static OpenIndex open(Path folder, boolean rebuild, Instant now, Opening opening)
      throws IOException, IndexHeldException, IndexUnusableException {
    create(folder);
    RunLock lock = RunLock.take(folder, now);
    Directory directory = null;
    FormerIndex former = null;
    IndexWriter writer = null;
    try {
      directory = opening.open(folder);
      List<String> commits = Commits.in(directory);
      // a run goes on from the newest commit or not at all; a rebuild needs none
      SparedFiles shown = SparedFiles.of(directory, rebuild ? commits : behindFirst(commits));
      former =
          rebuild
              ? FormerIndex.toReplace(shown, isNewestSpared(shown, commits))
              : FormerIndex.toContinue(shown, folder);
      writer = new IndexWriter(shown, config(rebuild));
      return new OpenIndex(lock, shown, writer, former, now);
    } catch (LockObtainFailedException e) {
      IOUtils.closeWhileHandlingException(former, directory, lock);
      throw new IndexHeldException("a program that writes to it by other means");
    } catch (IOException | IndexUnusableException | RuntimeException | Error e) {
      IOUtils.closeWhileHandlingException(writer, former, directory, lock);
      throw e;
    }
  }

  private static boolean isNewestSpared(SparedFiles shown, List<String> commits) {
    return !commits.isEmpty() && shown.unreadable().containsKey(commits.getFirst());
  }

  private static List<String> behindFirst(List<String> commits) {
    return commits.subList(Math.min(1, commits.size()), commits.size());
  }

  private static IndexWriterConfig config(boolean rebuild) {
    var config = Schema.writerConfig();
    config.setOpenMode(rebuild ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND);
    config.setCommitOnClose(false);
    // the last commit and the one before, for check --restore
    config.setIndexDeletionPolicy(new KeepLastNCommitsDeletionPolicy(2));
    config.setMergeScheduler(new QuietMerges());
    config.setRAMBufferSizeMB(Room.megabytes());
    return config;
  }

  /**
   * Merges in the background. One that fails makes the next call to the writer fail with the
   * reason, so its thread need not print it as well.
   */
  private static final class QuietMerges extends ConcurrentMergeScheduler {
    @Override
    protected void handleMergeException(Throwable e) {}
  }

  private static void create(Path folder) throws IndexUnusableException {
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new IndexUnusableException(
          "the index cannot be created: " + folder + " is not a folder; name another with --index");
    } catch (IOException e) {
      throw new IndexUnusableException(
          "the index cannot be created in "
              + folder
              + " ("
              + reason(e)
              + "); name another folder with --index");
    }
    if (!Files.isWritable(folder)) {
      throw new IndexUnusableException(
          "the index folder " + folder + " cannot be written to; name another with --index");
    }
  }

  /** In words; of the most frequent failures the system gives none. */
  static String reason(IOException e) {
    String said = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    if (said != null) {
      return said;
    }
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "no folder can be made there";
      default -> e.getClass().getSimpleName();
    };
  }

  /** What the last commit says. */
  CommitRecord before() {
    return former.commit();
  }

  /**
   * When what is new comes in: after the commit before, whatever the clock says, so that whoever
   * asks for what was added since then misses nothing.
   */
  Instant addedAt() {
    return addedAt;
  }

  /** The index that a rebuild replaces; one without contents when this is no rebuild. */
  FormerIndex former() {
    return former;
  }

  /**
   * The kept commits that could not be read, each with the reason; they go with the next commit.
   */
  SortedMap<String, String> unreadable() {
    return directory.unreadable();
  }

  /** Who may write to it at once, while no other question or change is under way. */
  Hands hands() {
    return hands;
  }

  /** What is to be forgotten. */
  ForgetList forgotten() {
    return forgotten;
  }

  /** From now on, and with the next commit for good. */
  void forget(ForgetList list) {
    forgotten = list;
  }

  /** Makes the changes so far visible to the questions below. */
  void refresh() throws IOException {
    if (written.get() - shown >= MANY) {
      // what each hand gathered is a segment of its own, and takes as long to write as to gather
      hands.together(() -> write(writer::flushNextBuffer));
    }
    shown = written.get();
    DirectoryReader newer = write(() -> DirectoryReader.openIfChanged(reader, writer));
    if (newer != null) {
      reader.close();
      reader = newer;
      refreshed++;
    }
  }

  /** How often there was something new to see. */
  long refreshed() {
    return refreshed;
  }

  void add(Document document) throws IOException {
    written.incrementAndGet();
    write(() -> writer.addDocument(document));
  }

  void replace(Term term, Document document) throws IOException {
    write(() -> writer.updateDocument(term, document));
  }

  void delete(Term term) throws IOException {
    write(() -> writer.deleteDocuments(term));
  }

  void delete(Query query) throws IOException {
    write(() -> writer.deleteDocuments(query));
  }

  /** A change or a question to the writer. */
  @FunctionalInterface
  private interface Writing<T extends @Nullable Object> {
    T run() throws IOException;
  }

  /** A writer that failed, in the background or while it merged, is of no more use; why counts. */
  private <T extends @Nullable Object> T write(Writing<T> writing) throws IOException {
    try {
      return writing.run();
    } catch (IllegalStateException e) {
      Throwable why = writer.getTragicException();
      if (why == null && !(e instanceof AlreadyClosedException)) {
        throw e;
      }
      throw new IOException(why == null ? e.getMessage() : why.getMessage(), why == null ? e : why);
    }
  }

  /** Reads one document from its stored fields. */
  @FunctionalInterface
  interface DocumentReading<T> {
    T read(Documents fields, int docId) throws IOException;
  }

  /** All documents that match, as of the last {@link #refresh}. */
  <T> List<T> find(Query query, DocumentReading<T> reading) throws IOException {
    var found = new ArrayList<T>();
    each(query, (fields, leaf, doc) -> found.add(reading.read(fields, doc)));
    return found;
  }

  /** Looks at all documents that match, as of the last {@link #refresh}, segment by segment. */
  void each(Query query, EachDocument.Look look) throws IOException {
    EachDocument.of(reader, query, look);
  }

  /** The one document that a term names. */
  <T> Optional<T> get(Term term, DocumentReading<T> reading) throws IOException {
    return find(new TermQuery(term), reading).stream().findFirst();
  }

  /** What the first of the documents that match is sorted by; empty when none matches. */
  OptionalLong greatest(Query query, SortField order) throws IOException {
    TopFieldDocs first = new IndexSearcher(reader).search(query, 1, new Sort(order));
    return first.scoreDocs.length > 0
            && first.scoreDocs[0] instanceof FieldDoc doc
            && doc.fields[0] instanceof Long value
        ? OptionalLong.of(value)
        : OptionalLong.empty();
  }

  int count(Query query) throws IOException {
    return new IndexSearcher(reader).count(query);
  }

  /** Whether a document has this term, as of the last {@link #refresh}; fast. */
  boolean contains(Term term) throws IOException {
    return count(term, 1) > 0;
  }

  /** How many documents have this term, counted no further than {@code most}; the same. */
  int count(Term term, int most) throws IOException {
    int count = 0;
    for (var leaf : reader.leaves()) {
      PostingsEnum docs = leaf.reader().postings(term, PostingsEnum.NONE);
      var live = leaf.reader().getLiveDocs();
      while (docs != null && count < most && docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        count += live == null || live.get(docs.docID()) ? 1 : 0;
      }
    }
    return count;
  }

  /** The files that hold a capture which was read from another file before. */
  List<FileDocument> filesWithCopyOf(String captureId) throws IOException {
    return FileDocument.withCopyOf(captureId, reader);
  }

  /** The files that the index was read from, as of the last {@link #refresh}. */
  List<FileDocument> files() throws IOException {
    return FileDocument.all(reader);
  }

  boolean any(Query query) throws IOException {
    return new IndexSearcher(reader).count(query) > 0;
  }

  /** Switches to the new state, all of it at once. */
  CommitRecord commit(int stories, Instant now) throws IOException {
    mergeWhenGrown();
    var record = new CommitRecord(before().schema(), before().generation() + 1, now, stories);
    var said = new HashMap<>(forgotten.toUserData());
    said.putAll(record.toUserData());
    writer.setLiveCommitData(said.entrySet());
    try {
      write(writer::commit);
    } catch (IOException | RuntimeException | Error e) {
      if (!Commits.isNewest(said, directory)) {
        throw e;
      }
      // Only the tidying up after the switch failed; the next run does it.
    }
    committed = true;
    directory.deleteSpared();
    return record;
  }

  /**
   * An index that is new for the most part is read for long before it grows as much again, so it is
   * worth making it of few segments.
   */
  private void mergeWhenGrown() throws IOException {
    if (2 * written.get() > writer.getDocStats().numDocs) {
      write(() -> {
        writer.forceMerge(SEGMENTS);
        return SEGMENTS;
      });
    }
  }

  /** Without a commit before it, leaves the index as it was. */
  @Override
  public void close() throws IOException {
    if (committed) {
      IOUtils.closeWhileHandlingException(hands, reader, writer::rollback, former, directory, lock);
    } else {
      IOUtils.close(hands, reader, writer::rollback, former, directory, lock);
    }
  }
}
