package wellhead.server.traffic;

import java.util.LinkedHashMap;

/**
 * All answers that are on their way to their readers. Together they hold so many bytes at most;
 * when there are more, the reader who has been at it for the longest is given up.
 */
final class Outboxes {
  private final long mostBytes;
  private final LinkedHashMap<Outbox, Integer> eldestFirst = new LinkedHashMap<>();
  private long bytes;

  Outboxes(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  void add(Outbox outbox, int length) {
    Outbox eldest = null;
    synchronized (this) {
      eldestFirst.merge(outbox, length, Integer::sum);
      bytes += length;
      if (bytes > mostBytes) {
        eldest = eldestFirst.firstEntry().getKey();
      }
    }
    if (eldest != null) {
      remove(eldest);
      eldest.abandon();
    }
  }

  synchronized void remove(Outbox outbox) {
    Integer length = eldestFirst.remove(outbox);
    bytes -= length == null ? 0 : length;
  }
}
