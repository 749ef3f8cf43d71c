package wellhead.indexer.capture;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import wellhead.story.CapturedAt;

/**
 * What is known of some bytes from outside of them: the file, archives and records they lie in.
 *
 * @param shown the name for people and answers
 * @param names of files and folders that may tell source and capture time, the innermost first;
 *     those of folders end with a {@code /}
 * @param modified when the outermost file was; {@code null} when not known
 * @param record its number in its file, from 0; {@code null} when the file has no records
 * @param url of the page, as its record tells it; {@code null} when it does not
 * @param captured when, as its record or HTTP header tells it
 * @param staleness how long caches are known to have kept it
 * @param charset as the HTTP header tells it; {@code null} when it does not
 */
record Origin(
    String shown,
    List<String> names,
    @Nullable Instant modified,
    @Nullable Integer record,
    @Nullable String url,
    CapturedAt captured,
    Duration staleness,
    @Nullable String charset) {

  Origin {
    names = List.copyOf(names);
    Objects.requireNonNull(captured, "captured");
  }

  static Origin of(CaptureFile file) {
    var names = new ArrayList<String>();
    names.add(file.name());
    Path path = file.path();
    Path folder = path == null ? null : path.toAbsolutePath().normalize().getParent();
    if (folder != null && folder.getFileName() != null) {
      names.add(folder.getFileName() + "/");
    }
    return new Origin(
        file.shown(), names, file.modified(), null, null, CapturedAt.UNKNOWN, Duration.ZERO, null);
  }

  /** A file in this archive. */
  Origin entry(String name) {
    var all = new ArrayList<String>();
    String[] path = name.split("/");
    for (int i = path.length - 1; i >= 0; i--) {
      all.add(i == path.length - 1 ? path[i] : path[i] + "/");
    }
    all.addAll(names);
    return new Origin(shown + "/" + name, all, modified, record, url, captured, staleness, charset);
  }

  Origin withRecord(int number) {
    return new Origin(shown, names, modified, number, url, captured, staleness, charset);
  }

  Origin withUrl(@Nullable String told) {
    return told == null
        ? this
        : new Origin(shown, names, modified, record, told, captured, staleness, charset);
  }

  Origin withCaptured(CapturedAt told, Duration cached) {
    return new Origin(shown, names, modified, record, url, told, cached, charset);
  }

  Origin withCharset(@Nullable String told) {
    return new Origin(shown, names, modified, record, url, captured, staleness, told);
  }
}
