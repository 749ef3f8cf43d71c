package wellhead.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.PrinterEvidence;
import wellhead.indexer.assemble.SourceRules;
import wellhead.schema.SourceDocument;
import wellhead.schema.StoryDocument;

/**
 * What is known of the sources: their evidence, which a run adds to, and the rules that stories are
 * read by, which stay as they were until {@link #decide}.
 */
final class SourceHistory {
  private final OpenIndex index;
  private final Map<String, PrinterEvidence> evidence = new HashMap<>();
  private final Map<String, SourceRules.Printer> printers = new HashMap<>();
  private final Set<String> changed = new TreeSet<>();
  private final Set<String> undecided = new TreeSet<>();
  private final Set<String> others = new TreeSet<>();

  SourceHistory(OpenIndex index) {
    this.index = index;
  }

  /** The rules that the source's stories are read by. */
  SourceRules.Printer printer(String source) {
    SourceRules.Printer known = printers.get(source);
    if (known == null) {
      known = SourceRules.Printer.of(evidence(source));
      printers.put(source, known);
    }
    return known;
  }

  void add(@Nullable String source, PrinterEvidence more) {
    if (source != null && !more.isEmpty()) {
      touch(source).add(more);
    }
  }

  void subtract(@Nullable String source, PrinterEvidence less) {
    if (source != null && !less.isEmpty()) {
      touch(source).subtract(less);
    }
  }

  private PrinterEvidence touch(String source) {
    printer(source); // by the evidence as it was
    changed.add(source);
    undecided.add(source);
    return evidence(source);
  }

  private PrinterEvidence evidence(String source) {
    PrinterEvidence known = evidence.get(source);
    if (known == null) {
      known = read(source);
      evidence.put(source, known);
    }
    return known;
  }

  private PrinterEvidence read(String source) {
    try {
      return index
          .get(SourceDocument.byName(source), SourceDocument::read)
          .map(document -> new PrinterEvidence(document.evidence()))
          .orElseGet(PrinterEvidence::new);
    } catch (IOException e) {
      throw new UncheckedIOException("reading what is known of " + source, e);
    }
  }

  /** Decides anew on the sources whose evidence changed since the last decision. */
  void decide() throws IOException {
    for (String source : undecided) {
      var printer = SourceRules.Printer.of(evidence(source));
      boolean other = !printer.equals(printers.put(source, printer));
      if (other && index.any(StoryDocument.ofSource(source))) {
        others.add(source);
      }
    }
    undecided.clear();
  }

  /**
   * Records what this run found out.
   *
   * @return the sources with stories that were read by other rules than those in force now
   */
  Set<String> record() throws IOException {
    for (String source : changed) {
      PrinterEvidence now = evidence(source);
      if (now.isEmpty()) {
        index.delete(SourceDocument.byName(source));
      } else {
        var document = new SourceDocument(source, printer(source).rule(), now.counts());
        index.replace(SourceDocument.byName(source), document.toDocument());
      }
    }
    return others;
  }
}
