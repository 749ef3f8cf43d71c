package wellhead.indexer.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wellhead.indexer.index.BackupNote;
import wellhead.indexer.index.IndexCheck;
import wellhead.indexer.index.IndexHeldException;
import wellhead.indexer.index.IndexRestore;
import wellhead.indexer.index.IndexUnusableException;
import wellhead.indexer.index.WrongClocks;
import wellhead.story.AtTheEdge;

/** {@code wellhead check}: is the index sound? And back to the commit before, if it is to be. */
@Command(
    name = "check",
    description = {
      "Verifies the index: every file, its schema version, every story and every record of what was"
          + " read.",
      "Ends with 0 only if it is sound."
    },
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
  @Spec @Nullable CommandSpec spec;

  @Mixin IndexFolder folder = new IndexFolder();

  @Option(
      names = "--restore",
      description =
          "go back to the commit before the last, which every run keeps; run index afterwards to"
              + " read again what is given up")
  boolean restore;

  @Option(names = "--json", description = "what was found as JSON")
  boolean json;

  @Override
  public Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("to be run by a command line");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    return Failures.guard(err, () -> restore ? restore(out, err) : check(out, err));
  }

  private int check(PrintWriter out, PrintWriter err) throws IOException, IndexUnusableException {
    IndexCheck check = IndexCheck.of(folder.path());
    List<String> clocks = check.isSound() ? WrongClocks.of(folder.path()) : List.of();
    if (json) {
      out.println(OneLine.json(json(check, clocks)));
      return check.isSound() ? ExitCode.DONE : ExitCode.REJECTED;
    }
    if (check.isSound()) {
      out.println(
          "sound: "
              + check.stories()
              + " stories from "
              + check.captures()
              + " captures, generation "
              + check.generation());
      clocks.forEach(sentence -> out.println("note: " + OneLine.of(sentence)));
      return ExitCode.DONE;
    }
    say(err, check.problems());
    say(err, check.former());
    if (check.problems().isEmpty()) {
      err.println(
          "wellhead: the index itself is sound, but not the earlier commit that is kept for check"
              + " --restore; the next run that reads something new replaces it. Look to the disk,"
              + " the memory and the file system: one of them lies");
      return ExitCode.REJECTED;
    }
    err.println(
        "wellhead: the index is unsound; "
            + (check.restorable()
                ? "go back one commit with: wellhead check --restore, or "
                : "no earlier commit is whole; ")
            + otherRemedies(check.backup()));
    return ExitCode.REJECTED;
  }

  @AtTheEdge("the clock enters here")
  private int restore(PrintWriter out, PrintWriter err)
      throws IOException, IndexHeldException, IndexUnusableException {
    return switch (IndexRestore.run(folder.path(), Instant.now())) {
      case IndexRestore.Outcome.Restored restored -> {
        say(err, restored.damaged());
        out.println(
            "went back one commit: "
                + restored.now().stories()
                + " stories as of "
                + restored.now().builtAt()
                + ", now generation "
                + restored.now().generation()
                + "; read again what came later with: wellhead index PATH...");
        yield ExitCode.DONE;
      }
      case IndexRestore.Outcome.NothingEarlier nothing -> {
        say(err, nothing.damaged());
        err.println(
            "wellhead: nothing was changed, for there is no earlier commit; "
                + otherRemedies(nothing.backup()));
        yield ExitCode.REJECTED;
      }
      case IndexRestore.Outcome.OnlyEarlierDamaged former -> {
        say(err, former.damaged());
        err.println(
            "wellhead: nothing was changed: the index itself is sound, only the earlier commit is"
                + " damaged; the next run that reads something new replaces it");
        yield ExitCode.REJECTED;
      }
      case IndexRestore.Outcome.EarlierDamaged shared -> {
        say(err, shared.damaged());
        err.println(
            "wellhead: nothing was changed, for the earlier commit is damaged, too; "
                + otherRemedies(shared.backup()));
        yield ExitCode.REJECTED;
      }
    };
  }

  private static void say(PrintWriter err, List<String> problems) {
    problems.forEach(problem -> err.println("wellhead: " + OneLine.of(problem)));
  }

  private static String otherRemedies(Optional<BackupNote> backup) {
    return backup
            .map(note -> "put the last backup in its place, " + note + ", or ")
            .orElse("(no backup is known) ")
        + "build it anew from the captures with: wellhead index --rebuild PATH...";
  }

  private static String json(IndexCheck check, List<String> clocks) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("sound", check.isSound());
    object.put("stories", check.stories());
    object.put("captures", check.captures());
    object.put("files", check.files());
    object.put("generation", check.generation());
    var problems = object.putArray("problems");
    check.problems().forEach(problems::add);
    var former = object.putArray("former_problems");
    check.former().forEach(former::add);
    var wrong = object.putArray("clocks");
    clocks.forEach(wrong::add);
    object.put("restorable", check.restorable());
    object.put("backup", check.backup().map(note -> note.folder().toString()).orElse(null));
    return object.toString();
  }
}
