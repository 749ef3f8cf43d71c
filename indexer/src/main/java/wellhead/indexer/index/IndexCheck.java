package wellhead.indexer.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import wellhead.schema.CaptureDocument;
import wellhead.schema.CommitRecord;
import wellhead.schema.DocumentType;
import wellhead.schema.IndexSchemaException;
import wellhead.schema.RecordField;
import wellhead.story.Published;
import wellhead.story.Sighting;
import wellhead.story.Story;

/**
 * Whether an index is sound: Lucene's own check of every file, the schema version, and what must be
 * true of every story.
 *
 * @param stories how many stories were looked at
 * @param captures how many captures the index records
 * @param generation of the commit
 * @param problems what is not sound, each in words; empty when the index is sound
 */
public record IndexCheck(int stories, int captures, long generation, List<String> problems) {

  /** More problems than this are counted, not listed. */
  private static final int MOST = 50;

  public IndexCheck {
    problems = List.copyOf(problems);
  }

  /**
   * Checks the index in a folder; reads all of it and changes nothing.
   *
   * @throws IndexUnusableException when there is no index, or one of another schema
   */
  public static IndexCheck of(Path folder) throws IOException, IndexUnusableException {
    if (!Files.isDirectory(folder)) {
      throw noIndex(folder);
    }
    try (Directory directory = FSDirectory.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        throw noIndex(folder);
      }
      var problems = new ArrayList<>(files(directory));
      return problems.isEmpty() ? contents(directory, folder) : new IndexCheck(0, 0, 0, problems);
    }
  }

  private static IndexUnusableException noIndex(Path folder) {
    return new IndexUnusableException(
        "no index in " + folder + "; make one with: wellhead index PATH...");
  }

  private static List<String> files(Directory directory) throws IOException {
    var output = new ByteArrayOutputStream();
    try (var check = new CheckIndex(directory, new NoLocking().obtainLock(directory, "check"))) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_INTEGRITY_CHECKS);
      check.setInfoStream(new PrintStream(output, true, StandardCharsets.UTF_8));
      CheckIndex.Status status = check.checkIndex();
      return status.clean
          ? List.of()
          : List.of(
              "Lucene finds the index damaged: "
                  + output
                      .toString(StandardCharsets.UTF_8)
                      .strip()
                      .replaceAll("\\s*\\R\\s*", "; "));
    }
  }

  private static IndexCheck contents(Directory directory, Path folder)
      throws IOException, IndexUnusableException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      CommitRecord commit =
          CommitRecord.of(reader.getIndexCommit().getUserData(), folder.toString());
      var problems = new ArrayList<String>();
      Set<String> captures = captures(reader);
      int stories = stories(reader, captures, problems);
      if (stories != commit.stories()) {
        problems.add("the commit says " + commit.stories() + " stories, there are " + stories);
      }
      if (problems.size() > MOST) {
        int more = problems.size() - MOST;
        problems.subList(MOST, problems.size()).clear();
        problems.add("and " + more + " more");
      }
      return new IndexCheck(stories, captures.size(), commit.generation(), problems);
    } catch (IndexSchemaException e) {
      throw new IndexUnusableException(e);
    }
  }

  private static Set<String> captures(DirectoryReader reader) throws IOException {
    var ids = new HashSet<String>();
    var hits =
        new IndexSearcher(reader).search(CaptureDocument.all(), Math.max(1, reader.maxDoc()));
    for (var hit : hits.scoreDocs) {
      ids.add(CaptureDocument.read(reader.storedFields(), hit.doc).ref().id());
    }
    return ids;
  }

  private static int stories(DirectoryReader reader, Set<String> captures, List<String> problems)
      throws IOException {
    var ids = new HashSet<String>();
    var hits =
        new IndexSearcher(reader).search(DocumentType.STORY.query(), Math.max(1, reader.maxDoc()));
    for (var hit : hits.scoreDocs) {
      try {
        Story story = RecordField.read(reader.storedFields(), hit.doc);
        if (!ids.add(story.id())) {
          problems.add("two stories bear the id " + story.id());
        }
        problems.addAll(story(story, captures));
      } catch (IllegalArgumentException e) {
        problems.add("document " + hit.doc + " is no readable story: " + e.getMessage());
      }
    }
    return ids.size();
  }

  private static List<String> story(Story story, Set<String> captures) {
    var problems = new ArrayList<String>();
    String named = "story " + story.id() + " (" + story.title() + ")";
    for (Sighting sighting : story.sightings()) {
      if (!captures.contains(sighting.capture().id())) {
        problems.add(named + " stood on a capture that the index does not record");
      }
    }
    boolean itsArticle =
        story.article() == null
            || story.sightings().stream().anyMatch(s -> story.article().equals(s.article()));
    if (!itsArticle) {
      problems.add(named + " has a text that none of its captures gave");
    }
    Published published = story.published();
    boolean told = story.sightings().stream().anyMatch(s -> s.published() != null);
    if ((published != null) != told) {
      problems.add(named + " is " + (told ? "undated against" : "dated without") + " its evidence");
    }
    if (published != null && published.conflict() != !published.updated().isEmpty()) {
      problems.add(named + " must be in conflict exactly when it was dated anew");
    }
    return problems;
  }
}
