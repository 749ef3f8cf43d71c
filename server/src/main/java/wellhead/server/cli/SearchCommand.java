package wellhead.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wellhead.indexer.cli.ExitCode;
import wellhead.indexer.cli.Failures;
import wellhead.indexer.cli.IndexFolder;
import wellhead.schema.IndexSchemaException;
import wellhead.server.search.LuceneSearchEngine;
import wellhead.server.search.SearchEngine;
import wellhead.server.web.TerminalAnswer;
import wellhead.story.AtTheEdge;

/** {@code wellhead search}: the same search in the terminal. */
@Command(
    name = "search",
    description = "Searches the index and prints the hits.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  wellhead search 'opec last week'",
      "  wellhead search -n 3 '\"red sea\" tankers -houthi'",
      "  wellhead search --csv 'lng after:2026-07-01' > lng.csv"
    },
    mixinStandardHelpOptions = true)
public final class SearchCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Mixin IndexFolder folder = new IndexFolder();

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description = "what to look for; nothing lists the newest")
  List<String> query = List.of();

  @ArgGroup(exclusive = true)
  Output output = new Output();

  /** One of these, or text for reading. */
  static final class Output {
    @Option(names = "--json", description = "the answer as /search gives it")
    boolean json;

    @Option(names = "--csv", description = "every full match as a table, newest first")
    boolean csv;

    @Option(names = "--ndjson", description = "every full match as a line of JSON, newest first")
    boolean ndjson;
  }

  @Option(names = "--bom", description = "a byte-order mark before --csv, for spreadsheets")
  boolean bom;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      defaultValue = "auto",
      description = "auto: on a terminal, unless NO_COLOR is set")
  String color = "";

  @Option(
      names = "--in",
      paramLabel = "headline|article|all",
      description = "hits of this kind (default: all)")
  @Nullable String in;

  @Option(
      names = "--since",
      paramLabel = "DAY|INSTANT|7d",
      description = "published at or after: a day in --tz, an instant, or so long ago")
  @Nullable String since;

  @Option(names = "--until", paramLabel = "DAY|INSTANT|7d", description = "published before")
  @Nullable String until;

  @Option(
      names = "--window",
      paramLabel = "24h|7d|P30D",
      description = "published within so long: short for --since")
  @Nullable String window;

  @Option(
      names = "--added-since",
      paramLabel = "INSTANT",
      description = "that came into the index after: index.built_at of an answer before")
  @Nullable String addedSince;

  @Option(
      names = "--tz",
      paramLabel = "ZONE",
      description = "the zone in which days begin, such as Europe/London (default: UTC)")
  @Nullable String tz;

  @Option(
      names = "--match",
      paramLabel = "possible|certain",
      description =
          "whether the published interval must overlap the window or "
              + "lie inside it (default: possible)")
  @Nullable String match;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "of this source, such as oilprice.com; repeatable")
  List<String> source = List.of();

  @Option(names = "--author", paramLabel = "NAME", description = "by this author; repeatable")
  List<String> author = List.of();

  @Option(
      names = "--company",
      paramLabel = "NAME",
      description = "that name this company, by any spelling; repeatable")
  List<String> company = List.of();

  @Option(
      names = "--country",
      paramLabel = "NAME",
      description = "that name this country, by any spelling; repeatable")
  List<String> country = List.of();

  @Option(
      names = "--commodity",
      paramLabel = "NAME",
      description = "that name this commodity, by any spelling; repeatable")
  List<String> commodity = List.of();

  @Option(
      names = "--person",
      paramLabel = "NAME",
      description = "that name this minister or chief executive, by any spelling; repeatable")
  List<String> person = List.of();

  @Option(
      names = "--sort",
      paramLabel = "relevance|newest|oldest",
      description =
          "the order (default: relevance; newest without a query, and " + "of --csv and --ndjson)")
  @Nullable String sort;

  @Option(
      names = "--recency",
      paramLabel = "0..1",
      description = "how much freshness weighs (default: 0.1)")
  @Nullable String recency;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = "pins the clock, so that an answer can be repeated")
  @Nullable String now;

  @Option(
      names = "--facets",
      paramLabel = "source,company,...",
      description =
          "what to count hits by: some of source, author, company, country, commodity,"
              + " person;"
              + " with --json")
  @Nullable String facets;

  @Option(
      names = "--histogram",
      paramLabel = "hour|day|week|month|year|auto",
      description = "spans to count hits by, with --json")
  @Nullable String histogram;

  @Option(names = "--coverage", description = "when captures were taken, with --json")
  boolean coverage;

  @Option(
      names = "--timewords",
      paramLabel = "true|false",
      description = "whether words for a time, as in \"opec last week\", are read as a window")
  @Nullable String timewords;

  @Option(
      names = "--collapse",
      paramLabel = "true|false",
      description = "whether what says the same is folded under one hit, with --json")
  @Nullable String collapse;

  @Option(
      names = "--group",
      paramLabel = "none|event",
      description = "event: stories of several sources that tell of one event under one hit")
  @Nullable String group;

  @Option(names = "--explain", description = "why each hit is where it is, with --json")
  boolean explain;

  @Option(
      names = "--highlight",
      paramLabel = "true|false",
      description = "whether matched words are marked, with --json")
  @Nullable String highlight;

  @Option(names = "--cursor", paramLabel = "CURSOR", description = "next_cursor of a page before")
  @Nullable String cursor;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "1..100",
      description = "how many hits (default: 10)")
  @Nullable String limit;

  @Option(
      names = "--offset",
      paramLabel = "0..1000",
      description = "how many hits to pass over (default: 0)")
  @Nullable String offset;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Optional<Boolean> wanted = colour();
    if (wanted.isEmpty()) {
      err.println("wellhead: --color takes auto, always or never: " + color);
      return ExitCode.USAGE;
    }
    boolean colour = wanted.get();
    Path index = folder.path();
    try (SearchEngine engine = LuceneSearchEngine.open(index)) {
      if (!engine.isReady()) {
        err.println("wellhead: no index in " + index + "; make one with: wellhead index PATH...");
        return ExitCode.NO_INDEX;
      }
      print(engine, out, colour);
      return ExitCode.DONE;
    } catch (UncheckedIOException e) {
      err.println("wellhead: " + index + ": " + Failures.reason(e));
      return ExitCode.IO_ERROR;
    } catch (IOException e) {
      err.println("wellhead: " + index + ": " + Failures.reason(e));
      return ExitCode.IO_ERROR;
    } catch (IndexSchemaException e) {
      err.println("wellhead: " + e.getMessage());
      return ExitCode.NO_INDEX;
    } catch (TerminalAnswer.RefusedException e) {
      err.println("wellhead: " + e.getMessage());
      return ExitCode.USAGE;
    }
  }

  private Optional<Boolean> colour() {
    return switch (color) {
      case "auto" -> Optional.of(Help.Ansi.AUTO.enabled()); // knows terminals and NO_COLOR
      case "always" -> Optional.of(true);
      case "never" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  @AtTheEdge("the clock enters here")
  private void print(SearchEngine engine, PrintWriter out, boolean colour)
      throws TerminalAnswer.RefusedException, IOException {
    Instant clock = Instant.now();
    if (output.csv || output.ndjson) {
      var format =
          output.csv ? TerminalAnswer.ExportFormat.CSV : TerminalAnswer.ExportFormat.NDJSON;
      TerminalAnswer.export(engine, parameters(), clock, format, out);
      return;
    }
    TerminalAnswer answer = TerminalAnswer.ask(engine, parameters(), clock);
    if (output.json) {
      out.println(answer.toJson());
    } else {
      out.print(answer.toText(colour));
      out.flush();
    }
  }

  private Map<String, List<String>> parameters() {
    var parameters = new LinkedHashMap<String, List<String>>();
    parameters.put("q", List.of(String.join(" ", query)));
    put(parameters, "in", in);
    put(parameters, "since", since);
    put(parameters, "until", until);
    put(parameters, "window", window);
    put(parameters, "tz", tz);
    put(parameters, "added_since", addedSince);
    put(parameters, "match", match);
    put(parameters, "sort", sort);
    put(parameters, "recency", recency);
    put(parameters, "now", now);
    put(parameters, "facets", facets);
    put(parameters, "histogram", histogram);
    put(parameters, "coverage", coverage ? "true" : null);
    put(parameters, "timewords", timewords);
    put(parameters, "collapse", collapse);
    put(parameters, "group", group);
    put(parameters, "explain", explain ? "true" : null);
    put(parameters, "highlight", highlight);
    put(parameters, "cursor", cursor);
    put(parameters, "bom", bom ? "true" : null);
    put(parameters, "limit", limit);
    put(parameters, "offset", offset);
    put(parameters, "source", source);
    put(parameters, "author", author);
    put(parameters, "company", company);
    put(parameters, "country", country);
    put(parameters, "commodity", commodity);
    put(parameters, "person", person);
    return parameters;
  }

  private static void put(Map<String, List<String>> parameters, String name, List<String> values) {
    if (!values.isEmpty()) {
      parameters.put(name, List.copyOf(values));
    }
  }

  private static void put(
      Map<String, List<String>> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, List.of(value));
    }
  }
}
