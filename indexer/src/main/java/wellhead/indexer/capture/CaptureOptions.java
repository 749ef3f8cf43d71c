package wellhead.indexer.capture;

import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wellhead.story.Rule;

/**
 * What the user says about the captures of a run. Whatever is {@code null} is left to the captures
 * to tell.
 *
 * @param source whose pages they are
 * @param url of the page
 * @param zone of the source
 * @param rounding how the source prints ages; {@link Rule#HULL} for "unknown"
 * @param format what they are
 * @param settings by source, from a file; {@code null} to look beside the captures
 */
public record CaptureOptions(
    CaptureTime time,
    @Nullable String source,
    @Nullable String url,
    @Nullable ZoneId zone,
    @Nullable Rule rounding,
    Format format,
    @Nullable SourceSettings settings) {

  /** Nothing said. */
  public static final CaptureOptions NONE =
      new CaptureOptions(new CaptureTime.Unsaid(), null, null, null, null, Format.AUTO);

  /** With the settings that lie beside the captures. */
  public CaptureOptions(
      CaptureTime time,
      @Nullable String source,
      @Nullable String url,
      @Nullable ZoneId zone,
      @Nullable Rule rounding,
      Format format) {
    this(time, source, url, zone, rounding, format, null);
  }

  public CaptureOptions {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(format, "format");
  }

  /** The same, with these settings and no others. */
  public CaptureOptions with(SourceSettings only) {
    return new CaptureOptions(time, source, url, zone, rounding, format, only);
  }

  /**
   * The same for options that read an unchanged file the same way. {@code now} is the same option
   * at whatever time it is given: an unchanged file is not captured anew by being looked at again.
   */
  public String fingerprint() {
    String at =
        switch (time) {
          case CaptureTime.Unsaid ignored -> "";
          case CaptureTime.At at1 -> at1.instant().toString();
          case CaptureTime.Now ignored -> "now";
          case CaptureTime.ModificationTime ignored -> "mtime";
        };
    return String.join(
        "|",
        at,
        source == null ? "" : source,
        url == null ? "" : url,
        zone == null ? "" : zone.getId(),
        rounding == null ? "" : rounding.wireName(),
        format == Format.AUTO ? "" : format.wireName(),
        settings == null ? "" : settings.fingerprint());
  }
}
