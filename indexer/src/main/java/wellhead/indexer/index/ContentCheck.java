package wellhead.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import wellhead.schema.CaptureDocument;
import wellhead.schema.CommitRecord;
import wellhead.schema.DocumentType;
import wellhead.schema.FileDocument;
import wellhead.schema.StoryDocument;
import wellhead.schema.Summary;
import wellhead.schema.SummaryField;
import wellhead.story.Published;
import wellhead.story.Sighting;
import wellhead.story.Story;

/** What must be true of the contents of an index whose files are whole. */
final class ContentCheck {
  /** More problems than this are counted, not listed. */
  private static final int MOST = 50;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Set<String> captures = new HashSet<>();
  private final Set<String> paths = new HashSet<>();
  private final Set<String> stories = new HashSet<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private int files;
  private int more;

  ContentCheck(DirectoryReader reader) {
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
  }

  int stories() {
    return stories.size();
  }

  int captures() {
    return captures.size();
  }

  int files() {
    return files;
  }

  List<String> problems() {
    var all = new ArrayList<>(problems);
    if (more > 0) {
      all.add("and " + more + " more");
    }
    return all;
  }

  void run(CommitRecord commit) throws IOException {
    each(CaptureDocument.all(), this::capture);
    each(DocumentType.FILE.query(), this::file);
    each(DocumentType.STORY.query(), this::story);
    for (var alias : aliases.entrySet()) {
      if (stories.contains(alias.getKey())) {
        problem("story " + alias.getValue() + " bears the id of another, " + alias.getKey());
      }
    }
    if (stories.size() != commit.stories()) {
      problem("the commit says " + commit.stories() + " stories, there are " + stories.size());
    }
  }

  private void problem(String sentence) {
    if (problems.size() < MOST) {
      problems.add(sentence);
    } else {
      more++;
    }
  }

  /** What is looked at in a document; whatever it cannot read is a problem of the document. */
  @FunctionalInterface
  private interface Look {
    void at(StoredFields fields, LeafReaderContext leaf, int doc) throws IOException;
  }

  private void each(Query query, Look look) throws IOException {
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : reader.leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      StoredFields fields = leaf.reader().storedFields();
      var live = leaf.reader().getLiveDocs();
      DocIdSetIterator docs = scorer.iterator();
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (live == null || live.get(doc)) {
          try {
            look.at(fields, leaf, doc);
          } catch (RuntimeException e) { // a codec's surprise at nonsense has many types
            problem("document " + (leaf.docBase + doc) + " cannot be read: " + e.getMessage());
          }
        }
      }
    }
  }

  private void capture(StoredFields fields, LeafReaderContext leaf, int doc) throws IOException {
    CaptureDocument capture = CaptureDocument.read(fields, doc);
    if (!captures.add(capture.ref().id())) {
      problem("capture " + capture.ref().file() + " is recorded twice");
    }
  }

  private void file(StoredFields fields, LeafReaderContext leaf, int doc) throws IOException {
    if (!paths.add(FileDocument.read(leaf.reader(), doc).path())) {
      problem("document " + (leaf.docBase + doc) + " records a file that is recorded already");
    }
    files++;
  }

  private void story(StoredFields fields, LeafReaderContext leaf, int doc) throws IOException {
    StoryDocument.Stored stored = StoryDocument.read(fields, doc);
    Story story = stored.story();
    String named = "story " + story.id() + " (" + story.title() + ")";
    if (!stories.add(story.id())) {
      problem("two stories bear the id " + story.id());
    }
    for (String alias : stored.aliases()) {
      String other = aliases.put(alias, story.id());
      if (other != null) {
        problem(named + " and story " + other + " both took the place of " + alias);
      }
    }
    if (!SummaryField.read(leaf.reader(), doc).equals(Summary.of(story))) {
      problem(named + " is shown otherwise than it is recorded");
    }
    invariants(story, named);
  }

  private void invariants(Story story, String named) {
    for (Sighting sighting : story.sightings()) {
      if (!captures.contains(sighting.capture().id())) {
        problem(named + " stood on a capture that the index does not record");
      }
    }
    boolean itsArticle =
        story.article() == null
            || story.sightings().stream().anyMatch(s -> story.article().equals(s.article()));
    if (!itsArticle) {
      problem(named + " has a text that none of its captures gave");
    }
    Published published = story.published();
    boolean told = story.sightings().stream().anyMatch(s -> s.published() != null);
    if ((published != null) != told) {
      problem(named + " is " + (told ? "undated against" : "dated without") + " its evidence");
    }
    if (published != null && published.conflict() != !published.updated().isEmpty()) {
      problem(named + " must be in conflict exactly when it was dated anew");
    }
  }
}
