package wellhead.indexer.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.KnownSources;
import wellhead.indexer.assemble.PrinterEvidence;
import wellhead.indexer.assemble.SourceRules;
import wellhead.indexer.time.DayOrder;
import wellhead.indexer.time.Reference;
import wellhead.schema.CaptureDocument;
import wellhead.schema.CommitRecord;
import wellhead.schema.DocumentType;
import wellhead.schema.IndexFiles;
import wellhead.schema.IndexSchemaException;
import wellhead.schema.SourceDocument;
import wellhead.schema.Summary;
import wellhead.schema.SummaryField;
import wellhead.story.CaptureRef;
import wellhead.story.Clocks;
import wellhead.story.Rule;
import wellhead.story.Story;

/**
 * What an index was read from, as of its last commit.
 *
 * @param captures the oldest first, those of unknown time last
 * @param sources in order of their names, captures of unknown source last
 */
public record Inventory(CommitRecord commit, List<CaptureDocument> captures, List<Source> sources) {

  public Inventory {
    captures = List.copyOf(captures);
    sources = List.copyOf(sources);
  }

  /** Where the rule comes from that a source's ages are read by. */
  public enum RuleFrom {
    /** Its captures decided. */
    LEARNT,
    /** The user said so for its newest capture. */
    SAID,
    /** The table of known sources says so. */
    KNOWN,
    /** Nothing tells yet. */
    NONE
  }

  /**
   * One source.
   *
   * @param name {@code null} for all captures of unknown source together
   * @param undatedCaptures those of unknown time
   * @param firstCapture {@code null} when none has a time, as {@code lastCapture}
   * @param undatedStories those nothing is known of when they were published
   * @param earliest the earliest that a story may have been published; {@code null} when unknown
   * @param latest the latest that a story may have been published; {@code null} when unknown
   * @param rule in force for its newest captures
   * @param clocks which of its captures have a clock that the others contradict
   * @param staleness how old its pages may be when they are captured, as far as its captures tell
   * @param dayOrder in which order its dates print day and month; {@code null} when none proves it
   * @param nextMinute of the hour, at which a capture would narrow most; {@code null} when too few
   *     were taken to say
   */
  public record Source(
      @Nullable String name,
      int captures,
      int undatedCaptures,
      @Nullable Instant firstCapture,
      @Nullable Instant lastCapture,
      int stories,
      int articles,
      int undatedStories,
      @Nullable Instant earliest,
      @Nullable Instant latest,
      Rule rule,
      RuleFrom ruleFrom,
      Clocks clocks,
      Duration staleness,
      @Nullable DayOrder dayOrder,
      @Nullable Integer nextMinute) {}

  /** What to think of the clock of a capture. */
  public Clocks.Doubt clock(CaptureRef capture) {
    return sources.stream()
        .filter(source -> source.name() != null && source.name().equals(capture.source()))
        .findFirst()
        .map(source -> source.clocks().of(capture.id(), capture.capturedAt().instant()))
        .orElse(Clocks.Doubt.NONE);
  }

  /**
   * Takes the inventory.
   *
   * @throws IndexUnusableException when there is no index, or one of another schema
   */
  public static Inventory of(Path folder) throws IOException, IndexUnusableException {
    if (!Files.isDirectory(folder)) {
      throw IndexUnusableException.noIndex(folder);
    }
    try (var directory = IndexFiles.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        throw IndexUnusableException.noIndex(folder);
      }
      try (var reader = DirectoryReader.open(directory)) {
        var commit = CommitRecord.of(reader.getIndexCommit().getUserData(), folder.toString());
        var taking = new Taking(reader);
        return new Inventory(commit, taking.captures(), taking.sources());
      }
    } catch (IndexSchemaException e) {
      throw new IndexUnusableException(e);
    }
  }

  private static final class Taking {
    private static final Comparator<CaptureDocument> ORDER =
        Comparator.comparing(
                (CaptureDocument c) -> c.ref().capturedAt().instant(),
                Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(c -> c.ref().file())
            .thenComparing(c -> c.ref().record(), Comparator.nullsFirst(Comparator.naturalOrder()));

    private final List<CaptureDocument> captures = new ArrayList<>();
    private final Map<String, Rule> learnt = new HashMap<>();
    private final Map<String, Clocks> clocks = new HashMap<>();
    private final Map<String, SourceRules.Printer> printers = new HashMap<>();

    /** By name; the empty name is that of unknown sources. */
    private final Map<String, Counts> counts =
        new TreeMap<>(Comparator.comparing(String::isEmpty).thenComparing(name -> name));

    Taking(DirectoryReader reader) throws IOException {
      EachDocument.of(
          reader,
          CaptureDocument.all(),
          (fields, leaf, doc) -> capture(CaptureDocument.read(fields, doc)));
      captures.sort(ORDER);
      EachDocument.of(
          reader,
          DocumentType.STORY.query(),
          (fields, leaf, doc) -> story(SummaryField.read(leaf.reader(), doc)));
      EachDocument.of(
          reader,
          DocumentType.SOURCE.query(),
          (fields, leaf, doc) -> {
            SourceDocument source = SourceDocument.read(fields, doc);
            learnt.put(source.source(), source.rule());
            clocks.put(source.source(), source.clocks());
            printers.put(
                source.source(), SourceRules.Printer.of(new PrinterEvidence(source.evidence())));
          });
    }

    List<CaptureDocument> captures() {
      return captures;
    }

    List<Source> sources() {
      var known = KnownSources.load();
      var sources = new ArrayList<Source>();
      counts.forEach((name, count) -> sources.add(source(name, count, known)));
      return sources;
    }

    private Source source(String name, Counts count, KnownSources known) {
      Rule decided = learnt.getOrDefault(name, Rule.HULL);
      Rule prior = known.rule(name).orElse(Rule.HULL);
      Rule said = count.said;
      RuleFrom from =
          decided != Rule.HULL
              ? RuleFrom.LEARNT
              : said != null ? RuleFrom.SAID : prior != Rule.HULL ? RuleFrom.KNOWN : RuleFrom.NONE;
      Rule rule = decided != Rule.HULL ? decided : said != null ? said : prior;
      SourceRules.Printer printer = printers.get(name);
      return new Source(
          name.isEmpty() ? null : name,
          count.captures,
          count.undatedCaptures,
          count.firstCapture,
          count.lastCapture,
          count.stories,
          count.articles,
          count.undatedStories,
          count.earliest,
          count.latest,
          rule,
          from,
          clocks.getOrDefault(name, Clocks.RIGHT),
          printer == null ? Reference.USUAL_STALENESS : printer.staleness(),
          printer == null ? null : printer.order(),
          MinuteOfHour.next(count.times).orElse(null));
    }

    private void capture(CaptureDocument capture) {
      captures.add(capture);
      count(capture.ref().source()).add(capture);
    }

    private void story(Summary story) {
      count(story.source()).add(story);
    }

    private Counts count(@Nullable String source) {
      return counts.computeIfAbsent(source == null ? "" : source, name -> new Counts());
    }
  }

  private static final class Counts {
    private final List<Instant> times = new ArrayList<>();
    private int captures;
    private int undatedCaptures;
    private @Nullable Instant firstCapture;
    private @Nullable Instant lastCapture;
    private @Nullable Rule said;
    private int stories;
    private int articles;
    private int undatedStories;
    private @Nullable Instant earliest;
    private @Nullable Instant latest;

    void add(CaptureDocument capture) {
      captures++;
      Instant at = capture.ref().capturedAt().instant();
      undatedCaptures += at == null ? 1 : 0;
      if (at != null) {
        times.add(at);
      }
      firstCapture = earlier(firstCapture, at);
      if (at == null ? lastCapture == null : lastCapture == null || !at.isBefore(lastCapture)) {
        said = capture.ref().rounding();
      }
      lastCapture = later(lastCapture, at);
    }

    void add(Summary story) {
      stories++;
      articles += story.kind() == Story.Kind.ARTICLE ? 1 : 0;
      if (story.published() == null) {
        undatedStories++;
      } else {
        earliest = earlier(earliest, story.published().interval().earliest());
        latest = later(latest, story.published().interval().latest());
      }
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
      return a == null || (b != null && b.isBefore(a)) ? b : a;
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
      return a == null || (b != null && b.isAfter(a)) ? b : a;
    }
  }
}
