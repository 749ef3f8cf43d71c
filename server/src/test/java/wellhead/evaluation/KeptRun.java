package wellhead.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The measures of a run in a file, for the next run to be compared with. */
final class KeptRun {
  private static final String HEADER = "topic\tndcg10\tmap\tmrr\tp10";

  private KeptRun() {}

  /** What was kept; empty when there is no such file. */
  static Map<String, Measures> read(Path file) throws IOException {
    var measured = new LinkedHashMap<String, Measures>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        String[] cells = line.split("\t");
        if (!line.equals(HEADER)) {
          measured.put(
              cells[0],
              new Measures(
                  Double.parseDouble(cells[1]),
                  Double.parseDouble(cells[2]),
                  Double.parseDouble(cells[3]),
                  Double.parseDouble(cells[4])));
        }
      }
    }
    return measured;
  }

  static void write(Path file, Map<String, Measures> measured) throws IOException {
    var lines = new ArrayList<String>(List.of(HEADER));
    measured.forEach((topic, m) -> lines.add(row(topic, m)));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, lines);
  }

  static String row(String topic, Measures m) {
    return String.format(
        Locale.ROOT,
        "%s\t%.4f\t%.4f\t%.4f\t%.4f",
        topic,
        m.ndcg(),
        m.map(),
        m.mrr(),
        m.precision());
  }
}
