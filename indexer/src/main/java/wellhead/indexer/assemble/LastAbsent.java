package wellhead.indexer.assemble;

import java.util.List;
import java.util.Optional;
import wellhead.story.CapturedList;
import wellhead.story.ListedRow;
import wellhead.story.Sighting;

/**
 * The newest capture of its source's list that did not have a story yet.
 *
 * <p>A list without the story says something only when it had all that is news, and the story came
 * to it as news comes. So it must have gone on as before (see {@link River}) three times: from the
 * capture before it to this one, or it is the page of another section that lacks the story for
 * good; from this one to the first that has the story, as one of its new rows on top; and from
 * there to a later one that has the story among the rows that went down, below something newer, or
 * it is an older story that editors put on top for a while.
 */
final class LastAbsent {
  private final CaptureTimes captures;

  LastAbsent(CaptureTimes captures) {
    this.captures = captures;
  }

  /**
   * The list; empty when none vouches for it.
   *
   * @param sightings of the story, oldest capture first
   */
  Optional<CapturedList> of(List<Sighting> sightings) {
    Sighting first = sightings.getFirst();
    if (first.capture().source() == null || first.capture().capturedAt().instant() == null) {
      return Optional.empty();
    }
    Optional<CapturedList> has = captures.list(first.capture().id());
    Optional<CapturedList> lacks = has.flatMap(captures::before);
    Optional<CapturedList> earlier = lacks.flatMap(captures::before);
    if (has.isEmpty() || lacks.isEmpty() || earlier.isEmpty()) {
      return Optional.empty();
    }
    ListedRow row = StoryKeys.row(first);
    boolean came =
        River.between(lacks.get().rows(), has.get().rows())
            .filter(river -> river.isFresh(row))
            .isPresent();
    boolean vouched =
        came
            && River.between(earlier.get().rows(), lacks.get().rows()).isPresent()
            && sightings.stream().anyMatch(later -> wentDown(row, has.get(), later));
    return vouched ? lacks : Optional.empty();
  }

  private boolean wentDown(ListedRow row, CapturedList from, Sighting later) {
    return captures
        .list(later.capture().id())
        .filter(list -> list.at().isAfter(from.at()))
        .flatMap(list -> River.between(from.rows(), list.rows()))
        .filter(river -> !river.fresh().isEmpty() && river.isKept(row))
        .isPresent();
  }
}
