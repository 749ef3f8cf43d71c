package wellhead.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import wellhead.indexer.assemble.KnownSources;
import wellhead.indexer.assemble.StoryKeys;
import wellhead.schema.CaptureDocument;
import wellhead.schema.CommitRecord;
import wellhead.schema.FileDocument;
import wellhead.schema.Forgotten;
import wellhead.schema.IndexFiles;
import wellhead.schema.KeptOutDocument;
import wellhead.schema.Keyword;
import wellhead.schema.RecordField;
import wellhead.schema.SourceDocument;
import wellhead.schema.StoryDocument;
import wellhead.story.Story;

/**
 * Takes something out of an index again in one commit, and keeps it out: runs leave it out, and so
 * does a rebuild. The files of the captures are never touched.
 */
public final class Forgetting {
  private static final Pattern RECORD = Pattern.compile("(.*)#(\\d{1,9})");

  private final Path folder;
  private final InstantSource clock;

  /**
   * @param folder of the index
   */
  public Forgetting(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** What is to be forgotten, as the user names it. */
  public sealed interface Subject {
    /** By its name. */
    record Source(String name) implements Subject {}

    /**
     * All captures of a file: its path, the name that answers give it, or a capture's id; with
     * {@code #n} behind it one record of the file.
     */
    record Capture(String file) implements Subject {}

    /** By its id, or one that it took the place of. */
    record StoryId(String id) implements Subject {}
  }

  /**
   * What was done.
   *
   * @param named what was found under the user's words, one entry a thing; empty when there is
   *     nothing of that name, and then nothing was changed
   * @param choices paths of files that all bear the name given; nothing was changed
   * @param captures how many captures were taken out, or may be read again
   * @param stories how many stories fewer the index holds; negative when there are more
   */
  public record Done(
      List<String> named, List<String> choices, int captures, int stories, CommitRecord index) {
    public Done {
      named = List.copyOf(named);
      choices = List.copyOf(choices);
    }
  }

  /**
   * Forgets.
   *
   * @throws IndexHeldException when a run holds the index
   * @throws IndexUnusableException when there is no index, or one of another schema
   */
  public Done forget(Subject subject)
      throws IOException, IndexHeldException, IndexUnusableException {
    try (OpenIndex index = open()) {
      return switch (subject) {
        case Subject.Source source -> forgetSource(index, source.name());
        case Subject.Capture capture -> forgetCaptures(index, capture.file());
        case Subject.StoryId story -> forgetStory(index, story.id());
      };
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** All that the index was told to forget, as of its last commit. */
  public List<Forgotten> list() throws IOException, IndexUnusableException {
    requireIndex();
    try (Directory directory = IndexFiles.open(folder)) {
      return List.copyOf(FormerIndex.toContinue(directory, folder).forgotten().all());
    }
  }

  private OpenIndex open() throws IOException, IndexHeldException, IndexUnusableException {
    requireIndex();
    return OpenIndex.open(folder, false, now());
  }

  private void requireIndex() throws IOException, IndexUnusableException {
    if (!Files.isDirectory(folder)) {
      throw IndexUnusableException.noIndex(folder);
    }
    try (Directory directory = IndexFiles.open(folder)) {
      if (Commits.in(directory).isEmpty()) {
        throw IndexUnusableException.noIndex(folder);
      }
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** A source shares no story with another, so all of it goes at once. */
  private Done forgetSource(OpenIndex index, String name) throws IOException {
    List<CaptureDocument> captures =
        index.find(CaptureDocument.all(), CaptureDocument::read).stream()
            .filter(capture -> name.equals(capture.ref().source()))
            .toList();
    if (captures.isEmpty()) {
      return nothing(index);
    }
    var forgotten = new Forgotten.Source(name, now());
    index.forget(index.forgotten().with(forgotten));
    int stories = index.count(Keyword.SOURCE.is(name));
    var changed = new Touched();
    index.find(Keyword.SOURCE.is(name), RecordField::read).forEach(changed::deleted);
    index.delete(StoryDocument.ofSource(name));
    index.delete(SourceDocument.byName(name));
    for (CaptureDocument capture : captures) {
      keepOut(index, capture, forgotten);
    }
    EventMerge.settle(index, changed);
    return commit(index, List.of("source " + name), captures.size(), stories);
  }

  private Done forgetCaptures(OpenIndex index, String file) throws IOException {
    List<CaptureDocument> captures = captures(index, file);
    var paths = new TreeSet<String>();
    captures.forEach(capture -> paths.add(capture.path()));
    if (paths.size() > 1) {
      return new Done(List.of(), List.copyOf(paths), 0, 0, index.before());
    }
    var lists = new CaptureHistory(index);
    var sources = new SourceHistory(index);
    var merge = new StoryMerge(index, sources, KnownSources.load(), lists);
    var ids = new HashSet<String>();
    var named = new TreeSet<String>();
    for (CaptureDocument capture : captures) {
      var forgotten = Forgotten.Capture.of(capture.ref(), capture.contentHash(), now());
      index.forget(index.forgotten().with(forgotten));
      keepOut(index, capture, forgotten);
      lists.remove(capture.ref().source());
      ids.add(capture.ref().id());
      named.add(name(forgotten));
    }
    if (ids.isEmpty()) {
      return nothing(index);
    }
    merge.merge(List.of(), ids);
    new ClockCheck(index, sources, merge).judge(merge.touched());
    IndexRun.settle(merge, sources.record(), lists.rewritten());
    EventMerge.settle(index, merge.changed());
    return commit(index, List.copyOf(named), ids.size(), -merge.added());
  }

  private Done forgetStory(OpenIndex index, String id) throws IOException {
    Optional<Story> known = story(index, id);
    if (known.isEmpty()) {
      return nothing(index);
    }
    Story story = known.get();
    var forgotten =
        new Forgotten.Story(
            story.id(),
            story.title(),
            story.url(),
            StoryKeys.of(story.sightings()),
            story.published() == null ? null : story.published().interval(),
            now());
    index.forget(index.forgotten().with(forgotten));
    return commit(index, List.of(name(forgotten)), 0, -assembleAnew(index, forgotten.keys()));
  }

  private static Optional<Story> story(OpenIndex index, String id) throws IOException {
    Optional<Story> own =
        index.get(Keyword.ID.term(id), (f, d) -> StoryDocument.read(f, d).story());
    return own.isPresent()
        ? own
        : index.get(Keyword.ALIAS.term(id), (f, d) -> StoryDocument.read(f, d).story());
  }

  /** How many stories are shown more than before. */
  private static int assembleAnew(OpenIndex index, Set<String> keys) throws IOException {
    var lists = new CaptureHistory(index);
    var merge = new StoryMerge(index, new SourceHistory(index), KnownSources.load(), lists);
    merge.assembleAnew(Keyword.KEY.isAnyOf(keys));
    EventMerge.settle(index, merge.changed());
    return merge.added();
  }

  /** By path, by the name that answers give it, or by id; the first of these that finds any. */
  private static List<CaptureDocument> captures(OpenIndex index, String given) throws IOException {
    Matcher numbered = RECORD.matcher(given);
    String file = numbered.matches() ? numbered.group(1) : given;
    Integer record = numbered.matches() ? Integer.valueOf(numbered.group(2)) : null;
    String path = FileState.key(Path.of(file));
    List<CaptureDocument> all = index.find(CaptureDocument.all(), CaptureDocument::read);
    List<Predicate<CaptureDocument>> names =
        List.of(
            capture -> capture.path().equals(path),
            capture -> capture.ref().file().equals(file),
            capture -> capture.ref().id().equals(given));
    for (Predicate<CaptureDocument> name : names) {
      List<CaptureDocument> found =
          all.stream()
              .filter(name)
              .filter(capture -> record == null || record.equals(capture.ref().record()))
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /**
   * Undoes it. A story is back at once; captures are back when a run has read their files again.
   *
   * @throws IndexHeldException when a run holds the index
   * @throws IndexUnusableException when there is no index, or one of another schema
   */
  public Done undo(Subject subject) throws IOException, IndexHeldException, IndexUnusableException {
    try (OpenIndex index = open()) {
      List<Forgotten> found =
          index.forgotten().all().stream().filter(f -> isNamed(f, subject)).toList();
      if (found.isEmpty()) {
        return nothing(index);
      }
      int captures = 0;
      int shown = 0;
      for (Forgotten forgotten : found) {
        index.forget(index.forgotten().without(forgotten));
        captures += letIn(index, forgotten);
        if (forgotten instanceof Forgotten.Story story) {
          shown += assembleAnew(index, story.keys());
        }
      }
      return commit(index, found.stream().map(Forgetting::name).toList(), captures, -shown);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isNamed(Forgotten forgotten, Subject subject) {
    return switch (subject) {
      case Subject.Source named ->
          forgotten instanceof Forgotten.Source source && source.name().equals(named.name());
      case Subject.StoryId named ->
          forgotten instanceof Forgotten.Story story && story.id().equals(named.id());
      case Subject.Capture named ->
          forgotten instanceof Forgotten.Capture capture && isNamed(capture, named.file());
    };
  }

  private static boolean isNamed(Forgotten.Capture capture, String given) {
    return given.equals(capture.file())
        || given.equals(capture.file() + "#" + capture.record())
        || Path.of(given).endsWith(Path.of(capture.file()));
  }

  /** The files of what was kept out are to be read again, whether or not they changed. */
  private static int letIn(OpenIndex index, Forgotten forgotten) throws IOException {
    var paths = new TreeSet<String>();
    List<KeptOutDocument> keptOut =
        index.find(new TermQuery(KeptOutDocument.by(forgotten)), KeptOutDocument::read);
    keptOut.forEach(capture -> paths.add(capture.path()));
    for (FileDocument file : index.files()) {
      if (paths.contains(file.path())) {
        Document unread = file.asUnread().toDocument(List.of());
        index.replace(FileDocument.byPath(file.path()), unread);
      }
    }
    index.delete(KeptOutDocument.by(forgotten));
    return keptOut.size();
  }

  private static void keepOut(OpenIndex index, CaptureDocument capture, Forgotten forgotten)
      throws IOException {
    String id = capture.ref().id();
    index.delete(CaptureDocument.byId(id));
    var keptOut = new KeptOutDocument(id, capture.path(), forgotten.key());
    index.replace(KeptOutDocument.byId(id), keptOut.toDocument());
  }

  private Done commit(OpenIndex index, List<String> named, int captures, int stories)
      throws IOException {
    CommitRecord record = index.commit(index.before().stories() - stories, clock.instant());
    return new Done(named, List.of(), captures, stories, record);
  }

  private static Done nothing(OpenIndex index) {
    return new Done(List.of(), List.of(), 0, 0, index.before());
  }

  /** How people are told of it. */
  public static String name(Forgotten forgotten) {
    return switch (forgotten) {
      case Forgotten.Source source -> "source " + source.name();
      case Forgotten.Capture capture ->
          "capture "
              + capture.file()
              + (capture.record() == null ? "" : "#" + capture.record())
              + " of "
              + (capture.at() == null ? "unknown time" : capture.at());
      case Forgotten.Story story -> "story " + story.id() + " (" + story.title() + ")";
    };
  }
}
