package wellhead.indexer.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wellhead.indexer.index.Forgetting;
import wellhead.indexer.index.IndexHeldException;
import wellhead.indexer.index.IndexUnusableException;
import wellhead.schema.Forgotten;
import wellhead.story.AtTheEdge;

/** {@code wellhead forget}. */
@Command(
    name = "forget",
    description = {
      "Takes a capture, a source or a story out of the index again and keeps it out, whatever runs"
          + " and rebuilds come later.",
      "A capture is known by its bytes and its time: one that was wrongly timed can be read again"
          + " with the right one. Files are never touched."
    },
    mixinStandardHelpOptions = true)
public final class ForgetCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Mixin IndexFolder folder = new IndexFolder();

  @ArgGroup(multiplicity = "1")
  Chosen chosen = new Chosen();

  @Option(
      names = "--undo",
      description =
          "let it in again: a story at once, captures when index has read their files again")
  boolean undo;

  @Option(names = "--quiet", description = "print nothing on success")
  boolean quiet;

  @Option(names = "--json", description = "what was done as JSON")
  boolean json;

  /** One of these. */
  static final class Chosen {
    @Option(
        names = "--capture",
        paramLabel = "FILE",
        description =
            "the captures of a file, by its path or the name that answers give it; FILE#3 is record"
                + " 3 of it, counted from 0")
    @Nullable String capture;

    @Option(names = "--source", paramLabel = "NAME", description = "all captures of a source")
    @Nullable String source;

    @Option(names = "--story", paramLabel = "ID", description = "one story")
    @Nullable String story;

    @Option(names = "--list", description = "says what is to be forgotten")
    boolean list;
  }

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
          Forgetting.Subject subject = subject();
          return subject == null ? list(out) : forget(subject, out, err);
        });
  }

  private Forgetting.@Nullable Subject subject() {
    if (chosen.capture != null) {
      return new Forgetting.Subject.Capture(chosen.capture);
    }
    if (chosen.source != null) {
      return new Forgetting.Subject.Source(chosen.source);
    }
    return chosen.story == null ? null : new Forgetting.Subject.StoryId(chosen.story);
  }

  @AtTheEdge("the clock enters here")
  private Forgetting forgetting() {
    return new Forgetting(folder.path(), InstantSource.system());
  }

  private int list(PrintWriter out) throws IOException, IndexUnusableException {
    List<Forgotten> all = forgetting().list();
    if (json) {
      ObjectNode root = JsonNodeFactory.instance.objectNode();
      var array = root.putArray("forgotten");
      all.forEach(f -> array.add(json(f)));
      out.println(OneLine.json(root));
    } else if (all.isEmpty()) {
      out.println("nothing is to be forgotten");
    } else {
      all.forEach(f -> out.println(OneLine.of(Forgetting.name(f)) + ", since " + f.since()));
    }
    return ExitCode.DONE;
  }

  private static ObjectNode json(Forgotten forgotten) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    switch (forgotten) {
      case Forgotten.Source source -> node.put("source", source.name());
      case Forgotten.Capture capture ->
          node.put("capture", capture.file())
              .put("record", capture.record())
              .put("captured_at", capture.at() == null ? null : capture.at().toString());
      case Forgotten.Story story -> node.put("story", story.id()).put("title", story.title());
    }
    return node.put("since", forgotten.since().toString());
  }

  private int forget(Forgetting.Subject subject, PrintWriter out, PrintWriter err)
      throws IOException, IndexHeldException, IndexUnusableException {
    Forgetting forgetting = forgetting();
    Forgetting.Done done = undo ? forgetting.undo(subject) : forgetting.forget(subject);
    if (json) {
      out.println(OneLine.json(json(done)));
    }
    if (done.named().isEmpty()) {
      err.println("wellhead: nothing was changed: " + OneLine.of(whyNothing(subject, done)));
      return ExitCode.REJECTED;
    }
    if (!json && !quiet) {
      String named = OneLine.of(String.join(", ", done.named()));
      out.println((undo ? "no longer forgotten: " : "forgot ") + named);
      out.println(consequence(done));
    }
    return ExitCode.DONE;
  }

  private String whyNothing(Forgetting.Subject subject, Forgetting.Done done) {
    if (!done.choices().isEmpty()) {
      return "several files bear that name, say which by its path: "
          + String.join(", ", done.choices());
    }
    String what =
        switch (subject) {
          case Forgetting.Subject.Source source -> "no source named " + source.name();
          case Forgetting.Subject.Capture capture -> "no capture of a file " + capture.file();
          case Forgetting.Subject.StoryId story -> "no story with the id " + story.id();
        };
    String where =
        switch (subject) {
          case Forgetting.Subject.Source source -> "wellhead sources";
          case Forgetting.Subject.Capture capture -> "wellhead captures";
          case Forgetting.Subject.StoryId story -> "wellhead search --json";
        };
    return undo
        ? what + " was forgotten; see: wellhead forget --list"
        : what + " is in the index; see: " + where;
  }

  private String consequence(Forgetting.Done done) {
    String index =
        "the index holds "
            + done.index().stories()
            + " stories (generation "
            + done.index().generation()
            + ")";
    if (undo && done.captures() > 0) {
      return "captures that come back with the next run of wellhead index PATH...: "
          + done.captures()
          + "; "
          + index;
    }
    return undo
        ? index
        : "captures fewer: "
            + done.captures()
            + ", stories fewer: "
            + done.stories()
            + "; "
            + index;
  }

  private static String json(Forgetting.Done done) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    var named = node.putArray("named");
    done.named().forEach(named::add);
    return node.put("captures", done.captures())
        .put("stories_fewer", done.stories())
        .put("stories", done.index().stories())
        .put("generation", done.index().generation())
        .toString();
  }
}
