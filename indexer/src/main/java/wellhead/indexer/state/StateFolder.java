package wellhead.indexer.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where what is no story is kept, beside the index: what was fetched, and what was told. A backup
 * of the index takes it along, within its own folder.
 */
public final class StateFolder {
  private static final String NAME = "state";

  private StateFolder() {}

  /** The folder beside an index. */
  public static Path beside(Path index) {
    return index.toAbsolutePath().normalize().resolveSibling(NAME);
  }

  /** Where a backup has it. */
  public static Path inside(Path backup) {
    return backup.resolve(NAME);
  }

  /**
   * The folder beside an index. Where it is missing and a backup was put in the index's place, what
   * came with the backup is taken.
   */
  public static Path open(Path index) throws IOException {
    Path beside = beside(index);
    if (!Files.exists(beside)) {
      copy(inside(index), beside);
    }
    return beside;
  }

  /** Copies what is kept, each file by one rename; what somebody holds at the moment stays. */
  public static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).filter(StateFolder::isKept).toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      Path partial = target.resolveSibling(target.getFileName() + ".part");
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.copy(file, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static boolean isKept(Path file) {
    String name = String.valueOf(file.getFileName());
    return !name.endsWith(".lock") && !name.endsWith(".part");
  }
}
