package wellhead.indexer.capture;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bytes of one feed become its capture: a list of stories, each with its own time. */
final class FeedBytes {
  private final Identity identity;
  private final @Nullable ZoneId zone;

  /**
   * @param zone of times without one; {@code null} when not known
   */
  FeedBytes(Identity identity, @Nullable ZoneId zone) {
    this.identity = identity;
    this.zone = zone;
  }

  /** A feed that cannot be read at all, and why. */
  static final class NotAFeedException extends Exception {
    private final transient Cause cause;

    NotAFeedException(Cause cause, String reason) {
      super(reason);
      this.cause = cause;
    }

    Cause cause() {
      return cause;
    }
  }

  /**
   * What a feed tells.
   *
   * @param home the page that it is the feed of; {@code null} when it does not say
   * @param entries those that have a title
   * @param untitled the numbers of those that have none, from 1
   * @param damage where and why the rest could not be read; {@code null} when all could
   */
  record Feed(
      @Nullable String home, List<Entry> entries, List<Integer> untitled, @Nullable String damage) {
    Feed {
      entries = List.copyOf(entries);
      untitled = List.copyOf(untitled);
    }
  }

  /** Reads a feed: its capture, then what was rejected in it. */
  List<Outcome> read(byte[] bytes, Origin origin) {
    Feed feed;
    try {
      String text = TextDecoding.decodeMarkup(bytes, origin.charset());
      String url = origin.url();
      feed =
          text.stripLeading().startsWith("{")
              ? JsonFeed.parse(text, url, zone)
              : XmlFeed.parse(text, url, zone);
    } catch (NotAFeedException e) {
      return List.of(rejected(origin, null, e.cause(), String.valueOf(e.getMessage())));
    } catch (TextDecoding.NotTextException e) {
      return List.of(rejected(origin, null, e.cause(), e.reason()));
    }
    var outcomes = new ArrayList<Outcome>();
    if (!feed.entries().isEmpty()) {
      outcomes.add(
          identity.capture(
              origin,
              Digests.of(bytes),
              new Content.Entries(feed.entries(), true),
              Identity.Told.NOTHING,
              () -> Optional.ofNullable(feed.home())));
    } else if (feed.damage() == null && feed.untitled().isEmpty()) {
      outcomes.add(new Outcome.Empty(origin.shown()));
    }
    for (int number : feed.untitled()) {
      outcomes.add(rejected(origin, number, Cause.BAD_FIELD, "an entry without a title"));
    }
    if (feed.damage() != null) {
      outcomes.add(rejected(origin, null, Cause.BROKEN, feed.damage()));
    }
    return outcomes;
  }

  private static Outcome rejected(
      Origin origin, @Nullable Integer number, Cause cause, String reason) {
    String which = number == null ? reason : reason + " (entry " + number + ")";
    return new Outcome.Rejected(new Rejection(origin.shown(), origin.record(), null, cause, which));
  }
}
