package wellhead.indexer.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Where the last backup of an index went, kept beside the index so that whoever finds it damaged is
 * told. It is a note, no more: nothing depends on it.
 *
 * @param folder of the backup, absolute
 * @param at when it was made
 * @param generation of the index that it holds
 */
public record BackupNote(Path folder, Instant at, long generation) {
  private static final String NAME = "last-backup.txt";

  void write(Path index) throws IOException {
    Path written = index.resolve(NAME + ".new");
    Files.write(
        written,
        List.of(folder.toString(), at.truncatedTo(ChronoUnit.SECONDS).toString(), "" + generation),
        StandardCharsets.UTF_8);
    Files.move(written, index.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
  }

  /** The note in an index; empty when there is none that can be read. */
  static Optional<BackupNote> read(Path index) {
    try {
      List<String> lines = Files.readAllLines(index.resolve(NAME), StandardCharsets.UTF_8);
      return Optional.of(
          new BackupNote(
              Path.of(lines.get(0)), Instant.parse(lines.get(1)), Long.parseLong(lines.get(2))));
    } catch (IOException
        | DateTimeException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return folder + " (generation " + generation + ", made " + at + ")";
  }
}
