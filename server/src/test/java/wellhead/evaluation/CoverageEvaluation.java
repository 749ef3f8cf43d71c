package wellhead.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wellhead.schema.EnergyAnalysis;
import wellhead.schema.KnownNames;

/**
 * Says which frequent names the vocabulary does not know: {@code mvn -q -DskipGates -Pevaluate
 * process-test-classes -Devaluate="coverage FILE..."}.
 *
 * <p>A name is a run of words with a capital behind a small word, so that it neither opens a
 * sentence nor stands in a headline whose every word has one.
 */
@Command(
    name = "coverage",
    description = "Counts the names of texts, and those that the vocabulary knows.",
    mixinStandardHelpOptions = true)
final class CoverageEvaluation implements Callable<Integer> {
  private static final String WORD = "\\p{Lu}[\\p{L}\\p{N}&.’'-]*[\\p{L}\\p{N}]";

  /** Behind a whole small word: "at Siemens Gamesa" has no name Gamesa. */
  private static final Pattern NAME =
      Pattern.compile("(?<=[\\s(]\\p{Ll}[\\p{L}’'-]{0,30},? )" + WORD + "(?: " + WORD + ")*");

  /** Capitals of the calendar name nothing. */
  private static final Pattern CALENDAR =
      Pattern.compile(
          "(?:January|February|March|April|May|June|July|August|September|October|November"
              + "|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)");

  private static final Pattern TITLE_WORD = Pattern.compile("(?<= )\\p{L}{4,}");

  @Spec @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "JSON lines with title, body and source, may be .gz")
  List<Path> files = List.of();

  @Option(names = "--source", description = "only these sources; repeatable")
  List<String> sources = List.of();

  @Option(names = "--most", defaultValue = "60", description = "default: ${DEFAULT-VALUE}")
  int most;

  private final Map<String, Integer> strange = new HashMap<>();
  private final Map<String, Boolean> known = new HashMap<>();
  private int named;
  private int all;

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    for (Path file : files) {
      for (JsonNode line : Headlines.lines(file)) {
        if (sources.isEmpty() || sources.contains(line.path("source").asText(""))) {
          count(line.path("title").asText(""));
          count(line.path("body").asText(""));
        }
      }
    }
    out.printf(
        Locale.ROOT, "names known: %.1f %% of %d%n", all == 0 ? 0 : 100.0 * named / all, all);
    strange.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .forEach(name -> out.printf(Locale.ROOT, "%5d  %s%n", name.getValue(), name.getKey()));
    out.flush();
    return 0;
  }

  private void count(String text) {
    if (isTitleCase(text)) {
      return;
    }
    for (MatchResult name : NAME.matcher(text).results().toList()) {
      String whole = name.group().replaceFirst("['’]s?$", "");
      if (CALENDAR.matcher(whole).matches()) {
        continue;
      }
      if (known.computeIfAbsent(whole, CoverageEvaluation::isKnown)) {
        named++;
      } else {
        strange.merge(whole, 1, Integer::sum);
      }
      all++;
    }
  }

  /** Where most words have a capital, it says nothing. */
  private static boolean isTitleCase(String text) {
    List<String> words = new ArrayList<>();
    TITLE_WORD.matcher(text).results().forEach(word -> words.add(word.group()));
    long capitals = words.stream().filter(word -> Character.isUpperCase(word.charAt(0))).count();
    return 2 * capitals > words.size();
  }

  /** The whole, a short form that texts are searched by, or name by name. */
  private static boolean isKnown(String name) {
    List<String> terms = EnergyAnalysis.terms(name);
    if (KnownNames.isKnown(name)
        || (terms.size() == 1 && !EnergyAnalysis.spellings(terms.getFirst()).isEmpty())) {
      return true;
    }
    List<String> names = KnownNames.in(name);
    return !names.isEmpty() && rest(name, Set.copyOf(names)).isBlank();
  }

  private static String rest(String name, Set<String> names) {
    String rest = name;
    for (String one : names) {
      rest = rest.replace(one, "");
    }
    return rest;
  }
}
