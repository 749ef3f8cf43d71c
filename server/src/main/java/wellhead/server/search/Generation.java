package wellhead.server.search;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import wellhead.schema.PublishedField;
import wellhead.schema.Schema;

/** One commit, open for searching. Closed when the last user lets go of it. */
final class Generation {
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final SearchResults.IndexState state;
  private final CountedBefore countedBefore = new CountedBefore();
  private final boolean anyUndated;
  private volatile @Nullable Names names;
  private volatile @Nullable Lexicon lexicon;
  private final AtomicInteger verifications = new AtomicInteger();
  private volatile boolean damaged;

  private Generation(DirectoryReader reader, Similarity similarity) throws IOException {
    this.reader = reader;
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(similarity);
    anyUndated = searcher.count(PublishedField.isUndated()) > 0;
    Map<String, String> commit = reader.getIndexCommit().getUserData();
    state =
        new SearchResults.IndexState(
            Long.parseLong(commit.getOrDefault(Schema.GENERATION_KEY, "0")),
            Instant.parse(commit.getOrDefault(Schema.BUILT_AT_KEY, Instant.EPOCH.toString())),
            Integer.parseInt(commit.getOrDefault(Schema.STORIES_KEY, "0")));
  }

  /**
   * Marks it as one of which some part cannot be read: a file was cut, or a disk fails. Other parts
   * may be.
   *
   * @return whether it was not known before
   */
  synchronized boolean markDamaged() {
    boolean news = !damaged;
    damaged = true;
    return news;
  }

  /** Whether a search met a part of it that cannot be read. */
  boolean isDamaged() {
    return damaged;
  }

  /** True once: reading all of it takes its time. */
  boolean isToBeVerified() {
    return verifications.getAndIncrement() == 0;
  }

  /**
   * Reads all of it and compares it with its checksums.
   *
   * @throws IOException when something cannot be read, or is not as it was written
   */
  void verify() throws IOException {
    for (LeafReaderContext segment : reader.leaves()) {
      segment.reader().checkIntegrity();
    }
  }

  /** Opens the newest commit. */
  static Generation open(Directory directory, Similarity similarity) throws IOException {
    return new Generation(DirectoryReader.open(directory), similarity);
  }

  /**
   * Opens the newest commit, sharing with this one what did not change, if it is sound.
   *
   * @param latest the commit to open
   */
  Generation next(Directory directory, SegmentInfos latest) throws IOException {
    boolean shares = !damaged && isSuccessor(latest);
    DirectoryReader changed = shares ? DirectoryReader.openIfChanged(reader) : null;
    Similarity similarity = searcher.getSimilarity();
    return changed == null ? open(directory, similarity) : new Generation(changed, similarity);
  }

  /** Whether this is that commit. */
  boolean is(SegmentInfos commit) {
    return Arrays.equals(segments().getId(), commit.getId());
  }

  /**
   * Whether a commit goes on from this one. Another index that was put into the same place may use
   * the same names for other segments.
   */
  private boolean isSuccessor(SegmentInfos commit) {
    return segments().asList().stream()
        .noneMatch(mine ->
            commit.asList().stream()
                .anyMatch(theirs ->
                    mine.info.name.equals(theirs.info.name)
                        && !Arrays.equals(mine.info.getId(), theirs.info.getId())));
  }

  private SegmentInfos segments() {
    return ((StandardDirectoryReader) reader).getSegmentInfos();
  }

  /** Searches for as long as it takes. */
  IndexSearcher searcher() {
    return searcher;
  }

  /**
   * Searches until it is told to stop, and says whether it was. For one request.
   *
   * @param expands whether the query asks for words by how they begin
   */
  LimitedSearcher searcher(QueryTimeout timeout, boolean expands) throws IOException {
    return LimitedSearcher.of(reader, searcher.getSimilarity(), timeout, expands);
  }

  /** What was counted in this commit already. */
  CountedBefore countedBefore() {
    return countedBefore;
  }

  /** The commit's id in hexadecimal: no two commits have the same, in no index. */
  String commit() {
    return HexFormat.of().formatHex(segments().getId());
  }

  /** What stories speak of; weighed when first asked for, in some milliseconds. */
  Names names() throws IOException {
    Names known = names;
    if (known == null) {
      known = Names.of(searcher, state.builtAt());
      names = known;
    }
    return known;
  }

  /** The words that stories have; read when first asked for, in some milliseconds. */
  Lexicon lexicon() throws IOException {
    Lexicon known = lexicon;
    if (known == null) {
      known = Lexicon.of(reader);
      lexicon = known;
    }
    return known;
  }

  /** Whether it has undated stories. */
  boolean hasUndated() {
    return anyUndated;
  }

  SearchResults.IndexState state() {
    return state;
  }

  /** Holds on to this; false when it was closed already. */
  boolean tryHold() {
    return reader.tryIncRef();
  }

  void letGo() throws IOException {
    reader.decRef();
  }
}
