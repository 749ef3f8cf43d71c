package wellhead.server.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Former generations that stay open for a while, so that whoever pages through an answer can
 * finish. They cost open files and the disk space of what they do not share; so they are few.
 */
final class Shelf {
  /** How long a generation stays open after the next one took its place. */
  static final Duration KEPT = Duration.ofMinutes(5);

  /** How many stay open at most. */
  static final int MAX = 8;

  private final Deque<Former> oldestFirst = new ArrayDeque<>();

  private record Former(Generation generation, long sinceNanos) {}

  /**
   * Puts a generation on the shelf, which lets go of it in time.
   *
   * @param nanos of a clock that only has differences
   */
  synchronized void put(Generation generation, long nanos) throws IOException {
    oldestFirst.add(new Former(generation, nanos));
    while (oldestFirst.size() > MAX) {
      oldestFirst.remove().generation.letGo();
    }
  }

  /** Lets go of what has been here for long. */
  synchronized void clear(long nanos) throws IOException {
    while (!oldestFirst.isEmpty() && nanos - oldestFirst.element().sinceNanos > KEPT.toNanos()) {
      oldestFirst.remove().generation.letGo();
    }
  }

  /** The generation of this commit, held. */
  synchronized Optional<Generation> hold(String commit) {
    return oldestFirst.stream()
        .map(Former::generation)
        .filter(generation -> generation.commit().equals(commit) && generation.tryHold())
        .findFirst();
  }

  /** All of them, each held. */
  synchronized List<Generation> holdAll() {
    return oldestFirst.stream().map(Former::generation).filter(Generation::tryHold).toList();
  }

  /** The newest generation of which all could be read so far, held. */
  synchronized Optional<Generation> holdSound() {
    for (Iterator<Former> all = oldestFirst.descendingIterator(); all.hasNext(); ) {
      Generation generation = all.next().generation;
      if (!generation.isDamaged() && generation.tryHold()) {
        return Optional.of(generation);
      }
    }
    return Optional.empty();
  }

  synchronized void close() throws IOException {
    for (Iterator<Former> all = oldestFirst.iterator(); all.hasNext(); ) {
      all.next().generation.letGo();
      all.remove();
    }
  }
}
