package wellhead.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.Query;
import wellhead.indexer.assemble.CaptureInference;
import wellhead.indexer.assemble.StoryKeys;
import wellhead.schema.CaptureDocument;
import wellhead.schema.Keyword;
import wellhead.schema.StoryDocument;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Published;
import wellhead.story.Sighting;
import wellhead.story.Story;

/**
 * Dates captures of unknown time by the rows that they share with dated ones. What they tell after
 * that is told of other rows only, so that nothing depends on itself.
 */
final class UndatedCaptures {
  private final OpenIndex index;
  private final StoryMerge merge;

  UndatedCaptures(OpenIndex index, StoryMerge merge) {
    this.index = index;
    this.merge = merge;
  }

  /**
   * Asks again of all captures without a time of these sources, once their stories are settled.
   *
   * @return the captures that are dated by others now and were not before, or otherwise
   */
  List<CaptureRef> infer(Set<String> sources) throws IOException {
    index.refresh();
    var additions = new ArrayList<Sighting>();
    var removals = new HashSet<String>();
    var inferred = new ArrayList<CaptureRef>();
    for (String source : sources) {
      var captures = index.find(CaptureDocument.untimed(source), CaptureDocument::read);
      for (Timed timed : index.hands().each(captures, this::timed)) {
        CaptureDocument capture = timed.capture;
        CapturedAt now = timed.now;
        if (now.equals(capture.ref().capturedAt())) {
          continue;
        }
        removals.add(capture.ref().id());
        for (Sighting sighting : timed.sightings) {
          additions.add(CaptureInference.read(sighting, now));
        }
        CaptureDocument document = capture.withCapturedAt(now);
        index.replace(CaptureDocument.byId(capture.ref().id()), document.toDocument());
        if (now.between() != null) {
          inferred.add(document.ref());
        }
      }
    }
    merge.merge(additions, removals);
    return inferred;
  }

  /**
   * A capture and when it was taken, as others tell by now.
   *
   * @param sightings on it, where that is news
   */
  private record Timed(CaptureDocument capture, CapturedAt now, List<Sighting> sightings) {}

  private Timed timed(CaptureDocument capture) throws IOException {
    List<Story> stories = stories(Keyword.CAPTURE.is(capture.ref().id()));
    CapturedAt now = capturedAt(capture.ref(), stories);
    boolean news = !now.equals(capture.ref().capturedAt());
    return new Timed(capture, now, news ? on(capture.ref(), stories) : List.of());
  }

  private List<Story> stories(Query query) throws IOException {
    return index.find(query, StoryDocument::read).stream()
        .map(StoryDocument.Stored::story)
        .toList();
  }

  private static List<Sighting> on(CaptureRef capture, List<Story> stories) {
    return stories.stream()
        .flatMap(story -> story.sightings().stream())
        .filter(sighting -> sighting.capture().id().equals(capture.id()))
        .toList();
  }

  private CapturedAt capturedAt(CaptureRef capture, List<Story> stories) throws IOException {
    var rows = new ArrayList<CaptureInference.Row>();
    for (Sighting sighting : on(capture, stories)) {
      row(sighting).ifPresent(rows::add);
    }
    return CaptureInference.between(rows).map(CapturedAt::inferred).orElse(CapturedAt.UNKNOWN);
  }

  /** Empty unless exactly one story of these words has a time that dated captures tell. */
  private Optional<CaptureInference.Row> row(Sighting sighting) throws IOException {
    if (sighting.age() == null) {
      return Optional.empty();
    }
    List<Story> dated =
        stories(Keyword.KEY.isAnyOf(StoryKeys.of(sighting))).stream()
            .filter(UndatedCaptures::isDated)
            .toList();
    Published published = dated.size() == 1 ? dated.getFirst().published() : null;
    return published == null || published.conflict() || published.interval().isOpenEnded()
        ? Optional.empty()
        : Optional.of(new CaptureInference.Row(sighting.age(), published.interval()));
  }

  private static boolean isDated(Story story) {
    return story.sightings().stream()
        .anyMatch(s -> s.published() != null && s.capture().capturedAt().instant() != null);
  }
}
