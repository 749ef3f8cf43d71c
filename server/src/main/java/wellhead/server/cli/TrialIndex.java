package wellhead.server.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** An index that lives as long as the server that was started to try something out. */
final class TrialIndex {
  private TrialIndex() {}

  static Path create() throws IOException {
    return Files.createTempDirectory("wellhead-trial-");
  }

  /**
   * Removes it with all that is in it. What cannot be removed is left to the system's own tidying.
   */
  static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException e)
                throws IOException {
              Files.deleteIfExists(inner);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      System.getLogger(TrialIndex.class.getName())
          .log(System.Logger.Level.WARNING, "left behind: " + folder, e);
    }
  }
}
