package wellhead.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.CaptureReading;
import wellhead.indexer.capture.Capture;
import wellhead.indexer.capture.CaptureFile;
import wellhead.schema.CaptureDocument;
import wellhead.schema.FileDocument;
import wellhead.schema.Forgotten;
import wellhead.schema.KeptOutDocument;
import wellhead.story.CapturedAt;
import wellhead.story.Sighting;

/**
 * Takes captures in: those that are new, and in place of earlier readings of the same bytes. Their
 * sightings are merged into stories a batch at a time.
 */
final class Intake {

  /**
   * How many sightings are merged at once. Large enough that a story seen on many captures is
   * written once, small enough (about 1 kB each) to stay far below the smallest heap. Those with
   * long texts are fewer, see {@link Room#text()}.
   */
  private static final int BATCH = 20_000;

  private final OpenIndex index;
  private final CaptureHistory lists;
  private final StoryMerge merge;

  private final List<Sighting> additions = new ArrayList<>();
  private final Set<String> removals = new HashSet<>();

  /** The captures added since the last merge, each with its file: the index does not show them. */
  private final Map<String, String> added = new HashMap<>();

  private final Set<String> copies = new TreeSet<>();
  private String options = "";
  private long text;
  private final Set<String> keptOut = new HashSet<>();
  private int superseded;
  private boolean changed;

  Intake(OpenIndex index, CaptureHistory lists, StoryMerge merge) {
    this.index = index;
    this.lists = lists;
    this.merge = merge;
  }

  /**
   * Turns to the next file.
   *
   * @param fingerprint of the options that it is read with
   */
  void begin(String fingerprint) {
    options = fingerprint;
  }

  /**
   * Takes a capture in unless the very same reading of it is there.
   *
   * @param state of the file that it lies in; {@code null} for standard input
   * @return what it told; {@code null} when it was known or is to be forgotten
   */
  @Nullable CaptureReading take(Capture capture, @Nullable FileState state) throws IOException {
    String path = state == null ? CaptureFile.STANDARD_INPUT.shown() : state.now().path();
    Optional<Forgotten> forgotten =
        index.forgotten().keepingOut(capture.ref(), capture.contentHash());
    if (forgotten.isPresent()) {
      keepOut(capture.ref().id(), path, forgotten.get());
      return null;
    }
    boolean known = isKnown(capture.ref().id(), path);
    if (state == null) {
      supersedeUndated(capture, path);
    } else if (state.before() != null && (!known || state.isReadOtherwise())) {
      supersede(capture, path);
    }
    if (known) {
      return null;
    }
    CaptureReading reading = CaptureReading.of(capture);
    add(capture, reading, path);
    if (additions.size() >= BATCH || text >= Room.text()) {
      flush();
    }
    return reading;
  }

  private void keepOut(String id, String path, Forgotten forgotten) throws IOException {
    if (!index.contains(KeptOutDocument.byId(id))) {
      var document = new KeptOutDocument(id, path, forgotten.key()).toDocument();
      index.replace(KeptOutDocument.byId(id), document);
      keptOut.add(id);
      changed = true;
    }
  }

  private boolean isKnown(String id, String path) throws IOException {
    String file = added.get(id);
    if (file != null) {
      if (!file.equals(path)) {
        copies.add(id);
      }
      return true;
    }
    if (removals.contains(id)) {
      return false;
    }
    if (index.contains(CaptureDocument.byIdAndPath(id, path))) {
      return true;
    }
    boolean known = index.contains(CaptureDocument.byId(id));
    if (known) {
      copies.add(id);
    }
    return known;
  }

  private void add(Capture capture, CaptureReading reading, String path) throws IOException {
    for (Sighting sighting : reading.sightings()) {
      additions.add(sighting);
      text += sighting.article() == null ? 0 : sighting.article().body().length();
    }
    if (reading.frontPage()) {
      lists.add(capture.ref());
    }
    index.add(
        new CaptureDocument(
                capture.ref(),
                capture.url(),
                path,
                options,
                capture.contentHash(),
                kind(reading),
                reading.frontPage(),
                reading.headlines(),
                reading.rejected().size(),
                reading.list())
            .toDocument());
    added.put(capture.ref().id(), path);
    changed = true;
  }

  private static String kind(CaptureReading reading) {
    return reading.drawnByScript() ? DrawnPage.KIND : reading.kind().wireName();
  }

  /**
   * Records that a file was read to its end.
   *
   * @param rejected how many of its records or lines could not be read
   */
  void finish(@Nullable FileState state, int rejected) throws IOException {
    if (state != null) {
      FileDocument now = state.now().withRejected(rejected);
      index.replace(FileDocument.byPath(now.path()), now.toDocument(copies));
      changed = true;
    }
    copies.clear();
  }

  /** Merges what is left. */
  void flush() throws IOException {
    merge.merge(additions, removals);
    index.refresh();
    additions.clear();
    removals.clear();
    added.clear();
    text = 0;
  }

  /** What came undated from standard input gives way to the same bytes with their time. */
  private void supersedeUndated(Capture capture, String path) throws IOException {
    for (CaptureDocument earlier : ofSameBytes(capture)) {
      boolean undated = earlier.ref().capturedAt().instant() == null;
      if (undated && earlier.path().equals(path) && isReadOtherwise(earlier, capture)) {
        remove(earlier);
      }
    }
  }

  /** The same bytes in the same file, read another way, replace their earlier reading. */
  private void supersede(Capture capture, String path) throws IOException {
    for (CaptureDocument earlier : ofSameBytes(capture)) {
      if (!isReadOtherwise(earlier, capture)) {
        continue; // a page that was fetched twice and had not changed
      }
      var elsewhere = new TreeSet<String>();
      elsewhere.add(earlier.path());
      index.filesWithCopyOf(earlier.ref().id()).forEach(file -> elsewhere.add(file.path()));
      if (!elsewhere.remove(path)) {
        continue;
      }
      if (elsewhere.isEmpty()) {
        remove(earlier);
      } else if (earlier.path().equals(path)) {
        index.replace(
            CaptureDocument.byId(earlier.ref().id()),
            earlier.withPath(elsewhere.first()).toDocument());
      }
    }
  }

  /** With other options, or by another modification time. */
  private boolean isReadOtherwise(CaptureDocument earlier, Capture capture) {
    CapturedAt before = earlier.ref().capturedAt();
    CapturedAt now = capture.ref().capturedAt();
    boolean touched =
        before.from() == CapturedAt.From.MTIME
            && now.from() == CapturedAt.From.MTIME
            && !before.equals(now);
    return touched || !earlier.options().equals(options);
  }

  private List<CaptureDocument> ofSameBytes(Capture capture) throws IOException {
    return index
        .find(
            new TermQuery(CaptureDocument.byContent(capture.contentHash())), CaptureDocument::read)
        .stream()
        .filter(earlier -> !removals.contains(earlier.ref().id()))
        .filter(earlier -> !earlier.ref().id().equals(capture.ref().id()))
        .toList();
  }

  private void remove(CaptureDocument earlier) throws IOException {
    String id = earlier.ref().id();
    lists.remove(earlier.ref().source());
    removals.add(id);
    index.delete(CaptureDocument.byId(id));
    changed = true;
    superseded++;
  }

  /** How many earlier readings were taken out. */
  int superseded() {
    return superseded;
  }

  /** How many captures were found and kept out, for they are to be forgotten. */
  int keptOut() {
    return keptOut.size();
  }

  /** Whether there is anything to commit. */
  boolean hasChanged() {
    return changed;
  }
}
