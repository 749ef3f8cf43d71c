package wellhead.server.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.Bits;
import wellhead.schema.EventDocument;

/**
 * Which story is in which event of one segment. A segment never changes, but that events in it are
 * deleted; so this is read once, in a tenth of a second for 100,000 events, and kept as long as the
 * segment is open: 12 bytes a story that is in an event.
 */
final class SegmentEvents {
  private static final Map<CacheKey, SegmentEvents> KNOWN = new ConcurrentHashMap<>();

  /** Ids of stories as numbers, in their order. Two ids may have one number, but hardly ever do. */
  private final long[] stories;

  /** For each, the document of its event. */
  private final int[] documents;

  private SegmentEvents(long[] stories, int[] documents) {
    this.stories = stories;
    this.documents = documents;
  }

  static SegmentEvents of(LeafReader segment) throws IOException {
    CacheHelper cache = segment.getCoreCacheHelper();
    if (cache == null) {
      return read(segment);
    }
    SegmentEvents known = KNOWN.get(cache.getKey());
    if (known == null) {
      known = read(segment);
      if (KNOWN.put(cache.getKey(), known) == null) {
        cache.addClosedListener(KNOWN::remove);
      }
    }
    return known;
  }

  private static SegmentEvents read(LeafReader segment) throws IOException {
    var members = new Members();
    EventDocument.each(
        segment,
        (document, event) ->
            event.reports().forEach(report -> members.add(number(report.story()), document)));
    return members.sorted();
  }

  private static final class Members {
    private long[][] all = new long[16][];
    private int size;

    void add(long story, int document) {
      if (size == all.length) {
        all = Arrays.copyOf(all, 2 * size);
      }
      all[size++] = new long[] {story, document};
    }

    SegmentEvents sorted() {
      Arrays.sort(
          all,
          0,
          size,
          (a, b) -> a[0] == b[0] ? Long.compare(a[1], b[1]) : Long.compare(a[0], b[0]));
      var stories = new long[size];
      var documents = new int[size];
      for (int i = 0; i < size; i++) {
        stories[i] = all[i][0];
        documents[i] = Math.toIntExact(all[i][1]);
      }
      return new SegmentEvents(stories, documents);
    }
  }

  /** Ids are hexadecimal digits of a digest: its first ones, or something of any other id. */
  private static long number(String id) {
    long number = 0;
    for (int i = 0; i < id.length(); i++) {
      number = 31 * number + id.charAt(i);
    }
    return number;
  }

  /** The event that a story is in, as far as this segment knows. */
  Optional<EventDocument> of(String story, LeafReader segment) throws IOException {
    long number = number(story);
    int at = Arrays.binarySearch(stories, number);
    while (at > 0 && stories[at - 1] == number) {
      at--;
    }
    Bits live = segment.getLiveDocs();
    for (; at >= 0 && at < stories.length && stories[at] == number; at++) {
      if (live == null || live.get(documents[at])) {
        EventDocument event = EventDocument.read(segment, documents[at]);
        if (event.reports().stream().anyMatch(report -> report.story().equals(story))) {
          return Optional.of(event);
        }
      }
    }
    return Optional.empty();
  }
}
