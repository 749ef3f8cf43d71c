package wellhead.indexer.capture;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.Reference;
import wellhead.story.CaptureRef;
import wellhead.story.CapturedAt;
import wellhead.story.Rule;

/** Whose captures they are and when they were taken: what the user said, then what they tell. */
final class Identity {
  private final CaptureOptions options;
  private final SourceSettings settings;
  private final Believed believed;

  Identity(CaptureOptions options, Believed believed) {
    this.options = options;
    this.believed = believed;
    this.settings = options.settings() == null ? SourceSettings.NONE : options.settings();
  }

  /**
   * What a capture says of itself.
   *
   * @param source whose it is; {@code null} when it does not say
   * @param capturedAt when it was taken; {@code null} when it does not say
   */
  record Told(@Nullable String source, @Nullable Instant capturedAt) {
    static final Told NOTHING = new Told(null, null);
  }

  /**
   * A capture with its name: the same bytes read the same way bear the same name, in whatever file.
   * Rejected when it bears a time that is not believed, so that a later run asks again.
   *
   * @param told what a line says of itself
   * @param canonical the page's own link, asked for only when nothing better is known
   */
  Outcome capture(
      Origin origin,
      String contentHash,
      Content content,
      Told told,
      Supplier<Optional<String>> canonical) {
    String url = origin.url() == null ? options.url() : origin.url();
    String host = source(origin, url, told, canonical);
    var setting = settings.of(host);
    CapturedAt capturedAt;
    boolean asToldByRecord;
    try {
      CapturedAt stamped = capturedAt(origin, told);
      asToldByRecord = stamped.equals(origin.captured());
      capturedAt = mended(stamped, setting.map(s -> s.late()).orElse(null));
      believed.require(capturedAt);
    } catch (Believed.NotBelievedException e) {
      return new Outcome.Rejected(
          new Rejection(origin.shown(), origin.record(), null, Cause.BAD_TIME, e.reason()));
    }
    Duration stated = setting.map(s -> s.staleness()).orElse(null);
    String source = setting.map(SourceSettings.Setting::shownName).orElse(host);
    ZoneId zone = options.zone() == null ? setting.map(s -> s.zone()).orElse(null) : options.zone();
    Rule rounding =
        options.rounding() == null
            ? setting.map(s -> s.rounding()).orElse(null)
            : options.rounding();
    String reading =
        String.join(
            "|",
            contentHash,
            String.valueOf(capturedAt.instant()),
            String.valueOf(source),
            String.valueOf(url),
            String.valueOf(zone),
            String.valueOf(rounding),
            options.format().wireName() + (stated == null ? "" : "|" + stated));
    String id = Digests.of(reading.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
    return new Outcome.Read(
        new Capture(
            new CaptureRef(id, source, capturedAt, rounding, origin.shown(), origin.record()),
            url,
            zone,
            staleness(asToldByRecord ? origin.staleness() : Duration.ZERO, stated),
            believed.asOf(),
            contentHash,
            content));
  }

  /** What the user says now of a capture is not what a clock stamped. */
  private static CapturedAt mended(CapturedAt stamped, @Nullable LateClock late) {
    Instant instant = stamped.instant();
    return late == null
            || instant == null
            || stamped.from() == CapturedAt.From.OPTION
            || stamped.from() == CapturedAt.From.NOW
        ? stamped
        : new CapturedAt(late.mend(instant), stamped.from());
  }

  /** On top of what is usual. */
  private static Duration staleness(Duration told, @Nullable Duration stated) {
    Duration more = stated == null ? Duration.ZERO : stated.minus(Reference.USUAL_STALENESS);
    return more.compareTo(told) > 0 ? more : told;
  }

  /** In the order of the user's manual: the option, the record, the file's name, nothing. */
  private CapturedAt capturedAt(Origin origin, Told told) throws Believed.NotBelievedException {
    return switch (options.time()) {
      case CaptureTime.At at -> new CapturedAt(at.instant(), CapturedAt.From.OPTION);
      case CaptureTime.Now now -> of(now.instant(), CapturedAt.From.NOW);
      case CaptureTime.ModificationTime ignored ->
          origin.modified() == null
              ? CapturedAt.UNKNOWN // standard input was never modified
              : of(origin.modified(), CapturedAt.From.MTIME);
      case CaptureTime.Unsaid ignored -> asTold(origin, told);
    };
  }

  private static CapturedAt asTold(Origin origin, Told told) throws Believed.NotBelievedException {
    if (told.capturedAt() != null) {
      return of(told.capturedAt(), CapturedAt.From.RECORD);
    }
    if (origin.captured().instant() != null) {
      return origin.captured();
    }
    for (String name : origin.names()) {
      Optional<Instant> stamp = name.endsWith("/") ? Optional.empty() : NameTimestamp.find(name);
      if (stamp.isPresent()) {
        return of(stamp.get(), CapturedAt.From.FILE_NAME);
      }
    }
    return CapturedAt.UNKNOWN;
  }

  private static CapturedAt of(Instant instant, CapturedAt.From from) {
    return new CapturedAt(instant.truncatedTo(ChronoUnit.SECONDS), from);
  }

  private @Nullable String source(
      Origin origin, @Nullable String url, Told told, Supplier<Optional<String>> canonical) {
    String given = options.source() == null ? told.source() : options.source();
    return given != null
        ? SourceName.normal(given)
        : SourceName.ofUrl(url)
            .or(() -> canonical.get().flatMap(SourceName::ofUrl))
            .or(() -> fromNames(origin))
            .orElse(null);
  }

  /** The innermost that is like a host: a folder's name, of a file's the part before {@code _}. */
  private static Optional<String> fromNames(Origin origin) {
    return origin.names().stream()
        .flatMap(name ->
            name.endsWith("/")
                ? SourceName.ofHostLike(name.substring(0, name.length() - 1)).stream()
                : SourceName.ofFileName(name).stream())
        .findFirst();
  }
}
