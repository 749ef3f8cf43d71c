package wellhead.server.traffic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that let their bearers in. A request shows one as {@code Authorization: Bearer TOKEN}, or
 * as the password of Basic authentication (with any name), which is what browsers ask for.
 *
 * <p>Only digests are kept, and compared in constant time.
 */
public final class Tokens {
  private static final int SHORTEST = 16;

  private final List<byte[]> digests;

  private Tokens(List<byte[]> digests) {
    this.digests = digests;
  }

  /**
   * Reads a file of tokens: one a line, at least 16 characters of visible ASCII; empty lines and
   * lines that begin with {@code #} are passed over.
   *
   * @throws IllegalArgumentException naming the line that is no token, without showing it
   */
  public static Tokens read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    var digests = new ArrayList<byte[]>();
    for (int i = 0; i < lines.size(); i++) {
      String token = lines.get(i).strip();
      if (token.isEmpty() || token.startsWith("#")) {
        continue;
      }
      if (token.length() < SHORTEST || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
        throw new IllegalArgumentException(
            file
                + ":"
                + (i + 1)
                + ": not a token: it needs at least "
                + SHORTEST
                + " visible ASCII characters and no space");
      }
      digests.add(digest(token));
    }
    if (digests.isEmpty()) {
      throw new IllegalArgumentException(file + ": holds no token, so nobody could get in");
    }
    return new Tokens(List.copyOf(digests));
  }

  /**
   * Whether a request may pass.
   *
   * @param authorization its header; {@code null} when absent
   */
  public boolean admit(@Nullable String authorization) {
    String shown = authorization == null ? null : shown(authorization);
    if (shown == null) {
      return false;
    }
    byte[] digest = digest(shown);
    boolean known = false;
    for (byte[] one : digests) {
      known |= MessageDigest.isEqual(one, digest);
    }
    return known;
  }

  private static @Nullable String shown(String authorization) {
    String[] parts = authorization.strip().split("\\s+", 2);
    if (parts.length < 2) {
      return null;
    }
    if (parts[0].equalsIgnoreCase("Bearer")) {
      return parts[1].strip();
    }
    return parts[0].equalsIgnoreCase("Basic") ? password(parts[1].strip()) : null;
  }

  private static @Nullable String password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? null : pair.substring(colon + 1);
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
