package wellhead.indexer.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import wellhead.story.AtTheEdge;

/**
 * Which index: the option, else the environment, else the user's own data folder; the same for a
 * person, cron and the server, whatever the working directory.
 */
public final class IndexFolder {
  @Option(
      names = "--index",
      paramLabel = "DIR",
      description =
          "the index; default: $$WELLHEAD_INDEX, else wellhead/index in $$XDG_DATA_HOME or"
              + " ~/.local/share")
  private @Nullable Path option;

  /** The folder. */
  @AtTheEdge("the environment and the home folder are read here")
  public Path path() {
    return choose(option, System.getenv(), System.getProperty("user.home", "."));
  }

  /** Whether the user named an index, by option or environment. */
  @AtTheEdge("the environment is read here")
  public boolean isNamed() {
    return option != null || isSet(System.getenv().get("WELLHEAD_INDEX"));
  }

  /**
   * What is meant by the option, the environment and, last, the home folder.
   *
   * @param account the home folder that the system's list of accounts has, which is not asked where
   *     a shell's {@code ~} is another: in containers, under sudo
   */
  static Path choose(@Nullable Path option, Map<String, String> environment, String account) {
    if (option != null) {
      return option;
    }
    String named = environment.get("WELLHEAD_INDEX");
    if (named != null && isSet(named)) {
      return Path.of(named);
    }
    String home = environment.get("HOME");
    String folder = environment.get("XDG_DATA_HOME");
    Path base =
        folder != null && isSet(folder)
            ? Path.of(folder)
            : Path.of(home != null && isSet(home) ? home : account, ".local", "share");
    return base.resolve("wellhead").resolve("index");
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isBlank();
  }
}
