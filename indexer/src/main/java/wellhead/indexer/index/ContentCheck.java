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
import org.apache.lucene.search.Query;
import wellhead.indexer.assemble.StoryKeys;
import wellhead.schema.CaptureDocument;
import wellhead.schema.CommitRecord;
import wellhead.schema.DocumentType;
import wellhead.schema.Documents;
import wellhead.schema.EventDocument;
import wellhead.schema.FileDocument;
import wellhead.schema.ForgetList;
import wellhead.schema.KeptOutDocument;
import wellhead.schema.StoryDocument;
import wellhead.schema.Summary;
import wellhead.schema.SummaryField;
import wellhead.story.ArticleText;
import wellhead.story.Published;
import wellhead.story.Sighting;
import wellhead.story.Story;

/** What must be true of the contents of an index whose files are whole. */
final class ContentCheck {
  /** More problems than this are counted, not listed. */
  private static final int MOST = 50;

  private final DirectoryReader reader;
  private final ForgetList forgotten;
  private final Set<String> captures = new HashSet<>();
  private final Set<String> paths = new HashSet<>();
  private final Set<String> stories = new HashSet<>();
  private final Set<String> telling = new HashSet<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private int files;
  private int shown;
  private int more;

  ContentCheck(DirectoryReader reader) throws IOException {
    this.reader = reader;
    this.forgotten = ForgetList.of(reader.getIndexCommit().getUserData());
  }

  /** How many stories are shown. */
  int shown() {
    return shown;
  }

  int captureRecords() {
    return captures.size();
  }

  int fileRecords() {
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
    each(DocumentType.KEPT_OUT.query(), this::keptOut);
    each(DocumentType.STORY.query(), this::story);
    each(DocumentType.HIDDEN_STORY.query(), this::hiddenStory);
    each(DocumentType.FILE.query(), this::file);
    each(EventDocument.all(), this::event);
    for (var alias : aliases.entrySet()) {
      if (stories.contains(alias.getKey())) {
        problem("story " + alias.getValue() + " bears the id of another, " + alias.getKey());
      }
    }
    if (shown != commit.stories()) {
      problem("the commit says " + commit.stories() + " stories, there are " + shown);
    }
  }

  private void problem(String sentence) {
    if (problems.size() < MOST) {
      problems.add(sentence);
    } else {
      more++;
    }
  }

  /** Whatever cannot be read is a problem of the document. */
  private void each(Query query, EachDocument.Look look) throws IOException {
    EachDocument.of(
        reader,
        query,
        (fields, leaf, doc) -> {
          try {
            look.at(fields, leaf, doc);
          } catch (RuntimeException e) { // a codec's surprise at nonsense has many types
            problem("document " + (leaf.docBase + doc) + " cannot be read: " + e.getMessage());
          }
        });
  }

  private void capture(Documents fields, LeafReaderContext leaf, int doc) throws IOException {
    CaptureDocument capture = CaptureDocument.read(fields, doc);
    if (!captures.add(capture.ref().id())) {
      problem("capture " + capture.ref().file() + " is recorded twice");
    }
  }

  private void file(Documents fields, LeafReaderContext leaf, int doc) throws IOException {
    if (!paths.add(FileDocument.read(leaf.reader(), doc).path())) {
      problem("document " + (leaf.docBase + doc) + " records a file that is recorded already");
    }
    files++;
  }

  /** Whether they belong together is not told anew: that would take as long as a rebuild. */
  private void event(Documents fields, LeafReaderContext leaf, int doc) throws IOException {
    for (EventDocument.Report report : EventDocument.read(leaf.reader(), doc).reports()) {
      if (!stories.contains(report.story())) {
        problem("an event is told by story " + report.story() + ", which is not there");
      }
      if (!telling.add(report.story())) {
        problem("story " + report.story() + " tells of two events");
      }
    }
  }

  private void keptOut(Documents fields, LeafReaderContext leaf, int doc) throws IOException {
    KeptOutDocument keptOut = KeptOutDocument.read(fields, doc);
    if (captures.contains(keptOut.id())) {
      problem("a capture of " + keptOut.path() + " is kept out and recorded as well");
    }
    if (forgotten.all().stream().noneMatch(f -> f.key().equals(keptOut.forgotten()))) {
      problem("a capture of " + keptOut.path() + " is kept out by nothing");
    }
  }

  private void story(Documents fields, LeafReaderContext leaf, int doc) throws IOException {
    Story story = shownOrHidden(StoryDocument.read(fields, doc), false);
    shown++;
    if (!SummaryField.read(leaf.reader(), doc).equals(Summary.of(story))) {
      problem(named(story) + " is shown otherwise than it is recorded");
    }
  }

  private void hiddenStory(Documents fields, LeafReaderContext leaf, int doc) throws IOException {
    shownOrHidden(StoryDocument.read(fields, doc), true);
  }

  private Story shownOrHidden(StoryDocument.Stored stored, boolean hidden) {
    Story story = stored.story();
    if (!stories.add(story.id())) {
      problem("two stories bear the id " + story.id());
    }
    for (String alias : stored.aliases()) {
      String other = aliases.put(alias, story.id());
      if (other != null) {
        problem(named(story) + " and story " + other + " both took the place of " + alias);
      }
    }
    boolean toBeHidden = forgotten.hides(story, StoryKeys.of(story.sightings()));
    if (hidden != toBeHidden || hidden != stored.hidden()) {
      problem(
          named(story) + (hidden ? " is hidden for nothing" : " is to be forgotten, but shown"));
    }
    invariants(story, named(story));
    return story;
  }

  private static String named(Story story) {
    return "story " + story.id() + " (" + story.title() + ")";
  }

  private void invariants(Story story, String named) {
    for (Sighting sighting : story.sightings()) {
      if (!captures.contains(sighting.capture().id())) {
        problem(named + " stood on a capture that the index does not record");
      }
    }
    ArticleText article = story.article();
    boolean itsArticle =
        article == null
            || story.sightings().stream()
                .anyMatch(s -> s.article() != null && Repetition.isOf(article, s.article()));
    if (!itsArticle) {
      problem(named + " has a text that none of its captures gave");
    }
    Published published = story.published();
    boolean told = story.sightings().stream().anyMatch(s -> s.published() != null);
    if ((published != null) != told) {
      problem(named + " is " + (told ? "undated against" : "dated without") + " its evidence");
    }
    if (published != null && published.conflict() && published.updated().isEmpty()) {
      problem(named + " must not be in conflict when it was never dated anew");
    }
  }
}
