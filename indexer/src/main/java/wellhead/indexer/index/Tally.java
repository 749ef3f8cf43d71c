package wellhead.indexer.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.CaptureReading;
import wellhead.indexer.capture.Capture;
import wellhead.indexer.capture.CaptureFile;
import wellhead.indexer.capture.Content;
import wellhead.indexer.capture.Outcome;
import wellhead.indexer.capture.Rejection;
import wellhead.indexer.page.ParsedPage;
import wellhead.story.CaptureRef;
import wellhead.story.Interval;

/** What a run has done so far, counted by reason and file. Holds no more the longer a run is. */
final class Tally {

  /** How many rejections, warnings and files are kept one by one; the others are only counted. */
  static final int MOST = 10_000;

  private final List<String> warnings = new ArrayList<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final List<Report.FileCount> byFile = new ArrayList<>();
  private final Map<String, Integer> rejected = new TreeMap<>();
  private final Map<String, Integer> skipped = new TreeMap<>();
  private final Map<String, Integer> notTaken = new TreeMap<>();
  private int captures;
  private int knownCaptures;
  private int knownFiles;
  private int headlines;
  private int articles;
  private int lines;

  private @Nullable FileTally file;

  /** The counts of one file. */
  private static final class FileTally {
    private final String name;
    private final Map<String, Integer> rejected = new TreeMap<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private int captures;
    private int known;
    private int headlines;
    private int articles;
    private boolean warned;
    private boolean warnedOfDrawn;

    FileTally(String name) {
      this.name = name;
    }
  }

  /** A file begins. */
  void begin(CaptureFile next) {
    file = new FileTally(next.shown());
  }

  /** The file ends. */
  void end() {
    FileTally done = current();
    if (byFile.size() < MOST) {
      byFile.add(
          new Report.FileCount(
              done.name,
              done.captures,
              done.known,
              done.headlines,
              done.articles,
              done.rejected,
              done.skipped));
    }
    file = null;
  }

  private FileTally current() {
    if (file == null) {
      throw new IllegalStateException("no file was begun");
    }
    return file;
  }

  /**
   * A file was left alone.
   *
   * @param rejectedBefore how many of its records or lines were rejected when it was read
   */
  void knownFile(CaptureFile known, int rejectedBefore) {
    knownFiles++;
    if (rejectedBefore > 0) {
      warn(
          known.shown()
              + ": unchanged since it was read, but "
              + rejectedBefore
              + " of its records or lines were rejected then; inspect names them");
    }
  }

  /** How many records or lines of this file were rejected. */
  int rejectedHere() {
    return current().rejected.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether anything in this file could be read, now or before. */
  boolean anyReadHere() {
    FileTally here = current();
    return here.captures + here.known > 0 || !here.skipped.isEmpty();
  }

  /** How many captures were found, read before or not. */
  int captures() {
    return captures + knownCaptures;
  }

  /** A capture was left alone. */
  void knownCapture() {
    knownCaptures++;
    current().known++;
  }

  void rejected(Rejection rejection) {
    count(rejected, rejection.cause().wireName());
    if (file != null) {
      count(file.rejected, rejection.cause().wireName());
    }
    if (rejections.size() < MOST) {
      rejections.add(rejection);
    }
  }

  void skipped(Outcome.Skipped record) {
    count(skipped, record.reason());
    count(current().skipped, record.reason());
  }

  void warn(String warning) {
    if (warnings.size() < MOST) {
      warnings.add(warning);
    }
  }

  void taken(Capture capture, CaptureReading reading) {
    captures++;
    headlines += reading.headlines();
    articles += reading.articles();
    lines += reading.rejected().size();
    for (ParsedPage.Rejected line : reading.rejected()) {
      count(notTaken, line.cause());
    }
    reading.notes().forEach(this::warn);
    FileTally here = current();
    here.captures++;
    here.headlines += reading.headlines();
    here.articles += reading.articles();
    if (capture.content() instanceof Content.Page) {
      warnOfPage(capture, reading);
    }
  }

  private void warnOfPage(Capture capture, CaptureReading reading) {
    String name = capture.ref().file();
    boolean record = capture.ref().record() != null;
    FileTally here = current();
    if (reading.drawnByScript()) {
      if (record) {
        count(skipped, DrawnPage.REASON);
        count(here.skipped, DrawnPage.REASON);
      }
      if (!here.warnedOfDrawn) {
        here.warnedOfDrawn = true; // one remedy for all of its records
        warn(DrawnPage.warning(capture));
      }
    } else if (reading.kind() == ParsedPage.Kind.NEITHER) {
      if (record) {
        count(skipped, "neither headlines nor an article found");
        count(here.skipped, "neither headlines nor an article found");
      } else {
        warn(name + ": neither headlines nor an article found");
      }
    } else if (UnknownTime.of(capture, reading) && !here.warned) {
      here.warned = true; // one remedy for all of its records
      warn(UnknownTime.warning(capture));
    }
  }

  /** Other captures told when this one was taken. */
  void inferred(CaptureRef capture) {
    String unknown = UnknownTime.named(capture.file());
    Interval between = capture.capturedAt().between();
    if (capture.record() == null && between != null) {
      warnings.removeIf(warning -> warning.startsWith(unknown));
      warn(
          unknown
              + "; by the rows it shares with dated captures it was taken between "
              + between.start()
              + " and "
              + between.end());
    }
  }

  private static void count(Map<String, Integer> counts, String reason) {
    // reasons are few by design; should they not be, the rest of them share one
    String key = counts.size() < 100 || counts.containsKey(reason) ? reason : "others";
    counts.merge(key, 1, Integer::sum);
  }

  /** The counts so far. */
  Report report(Report.Index index, int files, int superseded, List<String> missing) {
    return new Report(
        files,
        captures,
        knownFiles,
        knownCaptures,
        superseded,
        headlines,
        articles,
        lines,
        warnings,
        rejections,
        rejected,
        skipped,
        notTaken,
        byFile,
        missing,
        index);
  }
}
