package wellhead.indexer.fetch;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the user says about a run.
 *
 * @param to the folder that the files are written to
 * @param state the folder in which hosts are remembered
 * @param spread how long the run is to take; zero for as fast as manners allow
 * @param ignoreRobots whether to ask for what a robots.txt does not allow
 * @param render a command that draws pages; {@code null} for none
 */
public record CaptureSettings(
    Path to,
    Path state,
    Duration spread,
    UserAgent agent,
    AddressGuard guard,
    boolean ignoreRobots,
    @Nullable String render,
    Manners manners) {
  public CaptureSettings {
    to = to.toAbsolutePath().normalize();
    if (spread.isNegative()) {
      throw new IllegalArgumentException("a run takes no time less than none: " + spread);
    }
  }
}
