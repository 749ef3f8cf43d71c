package wellhead.indexer.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wellhead.indexer.index.Inventory;

/** {@code wellhead sources}. */
@Command(
    name = "sources",
    description = "The sources that the index has read, with counts, spans and the rule in force.",
    mixinStandardHelpOptions = true)
public final class SourcesCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Mixin IndexFolder folder = new IndexFolder();

  @Option(names = "--json", description = "as JSON")
  boolean json;

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    return Failures.guard(
        err,
        () -> {
          Inventory inventory = Inventory.of(folder.path());
          if (json) {
            out.println(OneLine.json(json(inventory)));
          } else if (inventory.sources().isEmpty()) {
            out.println("no captures were read so far; read some with: wellhead index PATH...");
          } else {
            print(inventory, out);
          }
          return ExitCode.DONE;
        });
  }

  private static void print(Inventory inventory, PrintWriter out) {
    var columns = new Columns();
    columns.row(
        "source",
        "captures",
        "stories",
        "articles",
        "captured",
        "published",
        "rule",
        "dates",
        "stale up to",
        "capture next at");
    for (Inventory.Source source : inventory.sources()) {
      columns.row(
          source.name() == null ? "(unknown)" : source.name(),
          source.captures(),
          source.stories(),
          source.articles(),
          span(source.firstCapture(), source.lastCapture()),
          span(source.earliest(), source.latest()),
          rule(source),
          source.dayOrder() == null ? "-" : name(source.dayOrder()).replace('_', ' '),
          source.staleness().toMinutes() + " min",
          source.nextMinute() == null ? "-" : "minute " + source.nextMinute());
    }
    columns.print(out);
  }

  private static String rule(Inventory.Source source) {
    return switch (source.ruleFrom()) {
      case NONE -> "not known yet";
      case LEARNT, SAID, KNOWN -> source.rule().wireName() + " (" + name(source.ruleFrom()) + ")";
    };
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** To the day, for people. */
  private static String span(@Nullable Instant from, @Nullable Instant to) {
    String first = day(from);
    String last = day(to);
    return first.equals(last) ? first : first + ".." + last;
  }

  private static String day(@Nullable Instant instant) {
    return instant == null ? "-" : instant.toString().substring(0, instant.toString().indexOf('T'));
  }

  private static String json(Inventory inventory) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("generation", inventory.commit().generation());
    root.put("built_at", inventory.commit().builtAt().toString());
    root.put("stories", inventory.commit().stories());
    root.put("captures", inventory.captures().size());
    var sources = root.putArray("sources");
    for (Inventory.Source source : inventory.sources()) {
      sources
          .addObject()
          .put("source", source.name())
          .put("captures", source.captures())
          .put("captures_undated", source.undatedCaptures())
          .put("first_captured_at", text(source.firstCapture()))
          .put("last_captured_at", text(source.lastCapture()))
          .put("stories", source.stories())
          .put("articles", source.articles())
          .put("stories_undated", source.undatedStories())
          .put("earliest", text(source.earliest()))
          .put("latest", text(source.latest()))
          .put("rule", source.rule().wireName())
          .put("rule_from", name(source.ruleFrom()))
          .put("date_order", source.dayOrder() == null ? null : name(source.dayOrder()))
          .put("staleness", source.staleness().toString())
          .put("next_minute", source.nextMinute());
    }
    return root.toString();
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
