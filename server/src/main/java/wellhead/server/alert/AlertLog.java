package wellhead.server.alert;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import wellhead.indexer.state.StateFiles;

/** What was told to whom, for people: the last thousand lines. */
final class AlertLog {
  private static final String NAME = "log";
  private static final int MOST = 1000;

  private final StateFiles files;

  AlertLog(StateFiles files) {
    this.files = files;
  }

  /** The lines, oldest first. */
  private record Lines(List<String> lines) {
    Lines {
      lines = lines == null ? List.of() : List.copyOf(lines);
    }
  }

  List<String> read() throws IOException {
    return files.read(NAME, Lines.class).map(Lines::lines).orElse(List.of());
  }

  void add(Instant at, String line) throws IOException {
    var lines = new ArrayList<>(read());
    lines.add(at + " " + line);
    files.write(NAME, new Lines(lines.subList(Math.max(0, lines.size() - MOST), lines.size())));
  }
}
