package wellhead.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.search.Query;
import wellhead.indexer.assemble.ClockEvidence;
import wellhead.indexer.assemble.ClockJudgement;
import wellhead.schema.CaptureDocument;
import wellhead.schema.Keyword;
import wellhead.schema.StoryDocument;
import wellhead.story.Clocks;
import wellhead.story.Sighting;

/**
 * Judges the clocks of captures once all captures of a run are merged. Costs next to nothing where
 * nothing speaks against any.
 */
final class ClockCheck {
  private final OpenIndex index;
  private final SourceHistory sources;
  private final StoryMerge merge;

  ClockCheck(OpenIndex index, SourceHistory sources, StoryMerge merge) {
    this.index = index;
    this.sources = sources;
    this.merge = merge;
  }

  /**
   * Judges the captures of sources anew, and has their stories follow.
   *
   * @return what was not known before, in words
   */
  List<String> judge(Set<String> touched) throws IOException {
    var told = new ArrayList<String>();
    for (String source : touched) {
      Clocks before = sources.clocks(source);
      Clocks now = now(source);
      if (!now.equals(before)) {
        Query changed = changed(source, before, now);
        merge.judge(source, now, changed);
        merge.assembleAnew(changed);
        merge.assembleAnew(Keyword.CONTESTED.is(source));
        for (WrongClocks.Sentence sentence : WrongClocks.of(source, now, this::file)) {
          if (sentence.isNews(before)) {
            told.add(sentence.text());
          }
        }
      }
    }
    return told;
  }

  private Clocks now(String source) throws IOException {
    ClockEvidence evidence = sources.clockEvidence(source);
    var suspects = new TreeSet<>(evidence.suspects());
    for (Instant day : evidence.daysOfBreaks()) {
      suspects.addAll(captures(source, day));
    }
    if (suspects.isEmpty()) {
      return Clocks.RIGHT;
    }
    Collection<List<Sighting>> groups = merge.groups(Keyword.CAPTURE.isAnyOf(suspects));
    return ClockJudgement.of(evidence, groups, (from, to) -> count(source, from, to));
  }

  /** The captures of a day. */
  private List<String> captures(String source, Instant day) throws IOException {
    Instant until = day.plus(Duration.ofDays(1));
    return index
        .find(CaptureDocument.takenIn(day, until, Set.of(source)), CaptureDocument::read)
        .stream()
        .map(capture -> capture.ref().id())
        .toList();
  }

  private int count(String source, Instant from, Instant to) {
    try {
      return index.count(CaptureDocument.takenIn(from, to, Set.of(source)));
    } catch (IOException e) {
      throw new UncheckedIOException("counting the captures of " + source, e);
    }
  }

  /** The stories that are read otherwise: all of the source when its clock jumped. */
  private static Query changed(String source, Clocks before, Clocks now) {
    if (!now.jumps().equals(before.jumps())) {
      return StoryDocument.ofSource(source);
    }
    var captures = new TreeSet<String>();
    for (Clocks some : List.of(before, now)) {
      some.wrong().keySet().stream()
          .filter(c -> !Objects.equals(before.wrong().get(c), now.wrong().get(c)))
          .forEach(captures::add);
    }
    return Keyword.CAPTURE.isAnyOf(captures);
  }

  private String file(String capture) {
    try {
      return index
          .get(CaptureDocument.byId(capture), CaptureDocument::read)
          .map(c -> c.ref().file())
          .orElse(capture);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the record of a capture", e);
    }
  }
}
