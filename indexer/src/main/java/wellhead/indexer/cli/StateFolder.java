package wellhead.indexer.cli;

import java.nio.file.Path;

/** Where what is no story is kept: what was fetched and what was told. */
public final class StateFolder {
  private StateFolder() {}

  /** The folder beside an index. */
  public static Path beside(Path index) {
    return index.toAbsolutePath().normalize().resolveSibling("state");
  }
}
