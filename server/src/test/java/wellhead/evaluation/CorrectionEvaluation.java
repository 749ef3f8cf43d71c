package wellhead.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Measures the corrections: {@code mvn -q -DskipGates -Pevaluate process-test-classes
 * -Devaluate="corrections HEADLINES --others TEXTS"}. Half of the names are the vocabulary's, half
 * are words that the texts print with a capital again and again; the errors are a program's.
 */
@Command(
    name = "corrections",
    description = "Misspells names, and asks for names that no story has.",
    mixinStandardHelpOptions = true)
final class CorrectionEvaluation implements Callable<Integer> {
  private static final int LONG = 8;
  private static final List<Misspelling> KINDS = List.of(Misspelling.values());

  @Spec @Nullable CommandSpec spec;

  @Parameters(paramLabel = "HEADLINES", description = "JSON lines with a title each, may be .gz")
  Path headlines = Path.of("");

  @Option(
      names = "--others",
      paramLabel = "TEXTS",
      required = true,
      description = "JSON lines of another time, for names that no headline has")
  Path others = Path.of("");

  @Option(names = "--seed", defaultValue = "19", description = "default: ${DEFAULT-VALUE}")
  long seed;

  @Option(
      names = "--names",
      defaultValue = "60",
      description = "of each kind (default: ${DEFAULT-VALUE})")
  int names;

  private Random random = new Random();

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    random = new Random(seed);
    PrintWriter out = spec.commandLine().getOut();
    List<JudgedText> stories = PrintedNames.titles(headlines);
    try (var folder = new ScratchFolder()) {
      JudgedStories.index(stories, folder.path());
      try (var asking = new Asking(folder.path())) {
        out.println("names drawn with seed " + seed + " from " + stories.size() + " headlines");
        misspelt(asking, PrintedNames.ofTexts(headlines), out);
        leftAlone(asking, PrintedNames.ofTexts(others), out);
      }
    }
    out.flush();
    return 0;
  }

  private void misspelt(Asking asking, List<String> frequent, PrintWriter out) throws IOException {
    List<String> known = drawn(ofOneWord(PrintedNames.ofVocabulary()), asking, true);
    List<String> printed =
        drawn(ofOneWord(without(frequent, PrintedNames.ofVocabulary())), asking, true);
    int asked = 0;
    int right = 0;
    for (List<String> half : List.of(known, printed)) {
      int inHalf = 0;
      for (int at = 0; at < half.size() && inHalf < names / 2; at++) {
        Misspelling kind = KINDS.get(inHalf % KINDS.size());
        String name = half.get(at);
        String typed =
            kind == Misspelling.SPLIT && name.length() < LONG ? name : kind.of(name, random);
        if (typed.equals(name) || stories(asking, typed) > 0) {
          continue; // no error, or another word
        }
        inHalf++;
        asked++;
        String corrected = corrected(asking, typed);
        if (name.equals(corrected)) {
          right++;
        } else {
          out.printf(
              "  %-6s %s for %s: %s%n",
              kind.name().toLowerCase(Locale.ROOT), typed, name, corrected);
        }
      }
    }
    out.printf("misspellings put right: %d of %d%n", right, asked);
  }

  private void leftAlone(Asking asking, List<String> ofOthers, PrintWriter out) throws IOException {
    List<String> known = drawn(PrintedNames.ofVocabulary(), asking, false);
    List<String> strange = drawn(without(ofOthers, PrintedNames.ofVocabulary()), asking, false);
    int asked = 0;
    int left = 0;
    for (List<String> half : List.of(known, strange)) {
      for (String name : half.subList(0, Math.min(names / 2, half.size()))) {
        String corrected = corrected(asking, name);
        asked++;
        left += corrected == null ? 1 : 0;
        if (corrected != null) {
          out.printf("  %s: %s%n", name, corrected);
        }
      }
    }
    out.printf("names left alone: %d of %d%n", left, asked);
  }

  /** As many as may be needed, of those that some story has or none has. */
  private List<String> drawn(List<String> from, Asking asking, boolean had) throws IOException {
    var shuffled = new ArrayList<>(from);
    Collections.shuffle(shuffled, random);
    var drawn = new ArrayList<String>();
    for (String name : shuffled) {
      if (drawn.size() < 3 * names && stories(asking, name) > 0 == had) {
        drawn.add(name);
      }
    }
    return drawn;
  }

  private static List<String> ofOneWord(List<String> names) {
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .filter(name -> name.matches("[a-z]{5,}"))
        .distinct()
        .toList();
  }

  private static List<String> without(List<String> names, List<String> known) {
    var words = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
    known.forEach(name -> words.addAll(List.of(name.split("\\s+"))));
    return names.stream().filter(name -> !words.contains(name)).toList();
  }

  private static long stories(Asking asking, String query) throws IOException {
    return asking.get(query).path("total").path("value").asLong();
  }

  private static @Nullable String corrected(Asking asking, String query) throws IOException {
    JsonNode corrected = asking.get(query).path("query").path("corrected");
    return corrected.isTextual() ? corrected.asText().toLowerCase(Locale.ROOT) : null;
  }
}
