package wellhead.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import wellhead.story.Story;

/**
 * Names the program by its own bytes. Another program may print the same stories differently, so
 * what a client keeps from the one must not pass for the answer of the other.
 */
final class ProgramDigest {
  private ProgramDigest() {}

  static String compute() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Class<?> part : List.of(ProgramDigest.class, Story.class)) {
        CodeSource source = part.getProtectionDomain().getCodeSource();
        if (source != null) {
          Path jar = Path.of(source.getLocation().toURI());
          // classes in a folder are a build under work, which has no version to tell
          digest.update(Files.isRegularFile(jar) ? Files.readAllBytes(jar) : new byte[0]);
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the program", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program lies at no address", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
