package wellhead.evaluation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wellhead.indexer.event.Event;
import wellhead.indexer.event.Events;
import wellhead.indexer.event.Telling;
import wellhead.schema.TitleWords;

/**
 * Draws events for a person to judge, and counts how many pairs that a person has marked are found:
 * {@code mvn -q -DskipGates -Pevaluate process-test-classes -Devaluate="events HEADLINES --marked
 * MARKS"}.
 */
@Command(
    name = "events",
    description = "Groups headlines by event, draws some groups, and counts marked pairs.",
    mixinStandardHelpOptions = true)
final class EventEvaluation implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "HEADLINES",
      description = "JSON lines with id, title, source, date and url each, may be .gz")
  Path headlines = Path.of("");

  @Option(
      names = "--marked",
      paramLabel = "MARKS",
      description = "a line an event: the last four characters of the ids that tell of it")
  @Nullable Path marked;

  @Option(names = "--from", description = "only events that begin on this day or later")
  LocalDate from = LocalDate.MIN;

  @Option(names = "--until", description = "only events that begin before this day")
  LocalDate until = LocalDate.MAX;

  @Option(names = "--seed", defaultValue = "19", description = "default: ${DEFAULT-VALUE}")
  long seed;

  @Option(names = "--draw", defaultValue = "100", description = "default: ${DEFAULT-VALUE}")
  int draw;

  private final Map<String, Headlines.Headline> byId = new HashMap<>();

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    List<Event> events = Events.of(tellings());
    List<Event> within = events.stream().filter(this::isWithin).toList();
    out.println(within.size() + " events of " + byId.size() + " headlines; seed " + seed);
    out.println("of them with fewer than half of the words in common: " + different(within));
    if (marked != null) {
      marked(events, marked, out);
    }
    var drawn = new ArrayList<>(within);
    Collections.shuffle(drawn, new Random(seed));
    drawn.subList(Math.min(draw, drawn.size()), drawn.size()).clear();
    out.println("drawn: " + drawn.size() + ", of them so different: " + different(drawn));
    for (int i = 0; i < drawn.size(); i++) {
      print(i + 1, drawn.get(i), out);
    }
    out.flush();
    return 0;
  }

  private List<Telling> tellings() throws IOException {
    var tellings = new ArrayList<Telling>();
    for (Headlines.Headline headline : Headlines.read(headlines)) {
      if (headline.published().isPresent() && !headline.source().isEmpty()) {
        String id = headline.ids().getFirst();
        byId.put(id, headline);
        tellings.add(
            new Telling(
                id,
                headline.source(),
                headline.published().get(),
                TitleWords.of(headline.title())));
      }
    }
    return tellings;
  }

  private boolean isWithin(Event event) {
    LocalDate day = day(event.reports().getFirst());
    return !day.isBefore(from) && day.isBefore(until);
  }

  private static LocalDate day(Event.Report report) {
    return report.telling().published().start().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** Those of which no two titles have half of the words of both in common. */
  private long different(List<Event> events) {
    return events.stream().filter(this::isDifferent).count();
  }

  private boolean isDifferent(Event event) {
    List<Set<String>> titles =
        event.reports().stream().map(report -> Headlines.words(title(report))).toList();
    for (int i = 0; i < titles.size(); i++) {
      for (Set<String> other : titles.subList(i + 1, titles.size())) {
        var all = new HashSet<>(titles.get(i));
        all.addAll(other);
        var common = new HashSet<>(titles.get(i));
        common.retainAll(other);
        if (2 * common.size() >= all.size()) {
          return false;
        }
      }
    }
    return true;
  }

  private String title(Event.Report report) {
    return Optional.ofNullable(byId.get(report.telling().id())).orElseThrow().title();
  }

  private void print(int number, Event event, PrintWriter out) {
    out.println(number + ".");
    for (Event.Report report : event.reports()) {
      out.printf(
          Locale.ROOT,
          "   %s %-16s %5.1f  %s  %s%n",
          report.telling().published().start().toString().substring(0, 16),
          report.telling().source(),
          report.likeness(),
          title(report),
          report.words());
    }
  }

  /** Counts pairs of different sources, among the days on which something is marked. */
  private void marked(List<Event> events, Path marks, PrintWriter out) throws IOException {
    Map<String, String> ids = new HashMap<>();
    byId.forEach((id, headline) ->
        headline.ids().forEach(one -> ids.put(one.substring(one.length() - 4), id)));
    var truth = new HashSet<Set<String>>();
    for (String line : Files.readAllLines(marks)) {
      List<String> event = new ArrayList<>();
      for (String mark : line.strip().split("\\s+")) {
        String id = ids.get(mark);
        if (id == null) {
          throw new IOException("no headline has an id that ends in " + mark + ": " + line);
        }
        event.add(id);
      }
      pairs(event, truth);
    }
    var found = new HashSet<Set<String>>();
    events.forEach(
        event -> pairs(event.reports().stream().map(r -> r.telling().id()).toList(), found));
    long right = truth.stream().filter(found::contains).count();
    out.println("marked pairs found: " + right + " of " + truth.size());
  }

  private void pairs(List<String> event, Set<Set<String>> pairs) {
    for (String a : event) {
      for (String b : event) {
        if (!source(a).equals(source(b))) {
          pairs.add(Set.of(a, b));
        }
      }
    }
  }

  private String source(String id) {
    return Optional.ofNullable(byId.get(id)).orElseThrow().source();
  }
}
