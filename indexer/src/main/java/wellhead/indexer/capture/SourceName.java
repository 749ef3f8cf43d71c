package wellhead.indexer.capture;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose page a capture is, by the name of its host. {@code www.} is dropped. */
final class SourceName {
  /** At most 127 labels (RFC 1035, 2.3.4: 255 octets). */
  private static final Pattern HOST =
      Pattern.compile(
          "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?){0,125}\\.[a-z]{2,24}");

  /** Last labels that end file names, so that {@code notes.txt} is no host. */
  private static final Set<String> EXTENSIONS =
      Set.of(
          "atom", "bak", "bin", "bz", "bz2", "conf", "csv", "dat", "doc", "docx", "exe", "gif",
          "gz", "htm", "html", "jar", "jpeg", "jpg", "js", "json", "jsonl", "log", "md", "ndjson",
          "old", "pdf", "php", "png", "rss", "sh", "svg", "tar", "tgz", "tmp", "toml", "tsv", "txt",
          "warc", "wat", "wet", "xhtml", "xls", "xlsx", "xml", "xz", "yaml", "yml", "zip", "zst");

  private SourceName() {}

  /** The host of a link; empty when it is not an http link. */
  static Optional<String> ofUrl(@Nullable String url) {
    if (url == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(new URI(url.strip()).getHost()).map(SourceName::normal);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The part of a file name before {@code _}, when it looks like a host. */
  static Optional<String> ofFileName(String fileName) {
    int end = fileName.indexOf('_');
    return end < 0 ? Optional.empty() : ofHostLike(fileName.substring(0, end));
  }

  /** The name itself, when it looks like a host. */
  static Optional<String> ofHostLike(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean host =
        HOST.matcher(lower).matches()
            && !EXTENSIONS.contains(lower.substring(lower.lastIndexOf('.') + 1));
    return host ? Optional.of(normal(lower)) : Optional.empty();
  }

  /** Lower case, without {@code www.}: what a user gives is taken as it is but for that. */
  static String normal(String source) {
    String lower = source.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("www.") && lower.indexOf('.', 4) > 0 ? lower.substring(4) : lower;
  }
}
