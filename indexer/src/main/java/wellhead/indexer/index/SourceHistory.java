package wellhead.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.ClockEvidence;
import wellhead.indexer.assemble.PrinterEvidence;
import wellhead.indexer.assemble.SourceRules;
import wellhead.schema.SourceDocument;
import wellhead.schema.StoryDocument;
import wellhead.story.Clocks;

/**
 * What is known of the sources: their evidence, which a run adds to, and the rules that stories are
 * read by, which stay as they were until {@link #decide}.
 */
final class SourceHistory {
  private final OpenIndex index;
  private final Map<String, PrinterEvidence> evidence = new HashMap<>();
  private final Map<String, ClockEvidence> clockEvidence = new HashMap<>();
  private final Map<String, Clocks> clocks = new HashMap<>();
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

  /** What is known of the clocks of the source's captures. */
  Clocks clocks(String source) {
    evidence(source);
    return clocks.getOrDefault(source, Clocks.RIGHT);
  }

  /** What speaks against the clocks of the source's captures. */
  ClockEvidence clockEvidence(String source) {
    evidence(source);
    return clockEvidence.computeIfAbsent(source, s -> new ClockEvidence());
  }

  void addClocks(@Nullable String source, ClockEvidence more) {
    if (source != null && !more.isEmpty()) {
      clockEvidence(source).add(more);
      changed.add(source);
    }
  }

  void subtractClocks(@Nullable String source, ClockEvidence less) {
    if (source != null && !less.isEmpty()) {
      clockEvidence(source).subtract(less);
      changed.add(source);
    }
  }

  /** The clocks are judged otherwise from now on. */
  void judge(String source, Clocks now) {
    clocks.put(source, now);
    changed.add(source);
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
      Optional<SourceDocument> document =
          index.get(SourceDocument.byName(source), SourceDocument::read);
      document.ifPresent(known -> {
        clockEvidence.put(source, new ClockEvidence(known.shifts()));
        clocks.put(source, known.clocks());
      });
      return document
          .map(known -> new PrinterEvidence(known.evidence()))
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
      ClockEvidence against = clockEvidence(source);
      if (now.isEmpty() && against.isEmpty()) {
        index.delete(SourceDocument.byName(source));
      } else {
        var document =
            new SourceDocument(
                source, printer(source).rule(), now.counts(), against.shifts(), clocks(source));
        index.replace(SourceDocument.byName(source), document.toDocument());
      }
    }
    return others;
  }
}
