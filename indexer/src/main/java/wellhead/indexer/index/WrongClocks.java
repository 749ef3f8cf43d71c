package wellhead.indexer.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import wellhead.schema.CaptureDocument;
import wellhead.schema.DocumentType;
import wellhead.schema.IndexFiles;
import wellhead.schema.SourceDocument;
import wellhead.story.Clocks;

/** What is said of captures whose clocks the others contradict. */
public final class WrongClocks {
  private WrongClocks() {}

  /**
   * The sentences about all sources of an index.
   *
   * @throws IndexUnusableException when there is no index, or one of another schema
   */
  public static List<String> of(Path folder) throws IOException, IndexUnusableException {
    try (var directory = IndexFiles.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        throw IndexUnusableException.noIndex(folder);
      }
      try (var reader = DirectoryReader.open(directory)) {
        return of(reader);
      }
    }
  }

  private static List<String> of(DirectoryReader reader) throws IOException {
    var sources = new ArrayList<SourceDocument>();
    EachDocument.of(
        reader,
        DocumentType.SOURCE.query(),
        (fields, leaf, doc) -> sources.add(SourceDocument.read(fields, doc)));
    sources.removeIf(source -> source.clocks().areRight());
    if (sources.isEmpty()) {
      return List.of();
    }
    var files = new HashMap<String, String>();
    EachDocument.of(
        reader,
        CaptureDocument.all(),
        (fields, leaf, doc) -> {
          CaptureDocument capture = CaptureDocument.read(fields, doc);
          files.put(capture.ref().id(), capture.ref().file());
        });
    return sources.stream()
        .sorted(Comparator.comparing(SourceDocument::source))
        .flatMap(s -> of(s.source(), s.clocks(), c -> files.getOrDefault(c, c)).stream())
        .map(Sentence::text)
        .toList();
  }

  /**
   * A sentence about one capture, or one jump.
   *
   * @param capture its id; empty for a jump
   * @param first the first capture behind the jump; 1970 for a capture
   */
  public record Sentence(String capture, Instant first, String text) {

    /** Whether nothing was known of it before. */
    boolean isNews(Clocks before) {
      return capture.isEmpty()
          ? !before.jumps().containsKey(first)
          : !before.wrong().containsKey(capture);
    }
  }

  /**
   * The sentences about a source, each with what to do.
   *
   * @param file the file of a capture by its id
   */
  public static List<Sentence> of(String source, Clocks clocks, UnaryOperator<String> file) {
    var sentences = new ArrayList<Sentence>();
    clocks
        .wrong()
        .forEach((capture, wrong) ->
            sentences.add(new Sentence(capture, Instant.EPOCH, wrong(file.apply(capture), wrong))));
    for (Map.Entry<Instant, Clocks.Jump> jump : clocks.jumps().entrySet()) {
      if (!jump.getValue().by().isNone()) {
        sentences.add(
            new Sentence("", jump.getKey(), jump(source, jump.getKey(), jump.getValue())));
      }
    }
    return sentences;
  }

  private static String wrong(String file, Clocks.Wrong wrong) {
    return file
        + " contradicts "
        + count(wrong.stories(), "story", "stories")
        + " that "
        + count(wrong.others(), "other capture agrees", "other captures agree")
        + " on; its clock seems "
        + wrong.shift()
        + ", so it dates only what stands on no other; forget it with: wellhead forget --capture "
        + file
        + ", or state its time with --captured-at";
  }

  private static String jump(String source, Instant first, Clocks.Jump jump) {
    String fate =
        jump.wrong()
            ? "the captures behind it are few against the others and date only what no other does"
            : jump.behind().isNone()
                ? "the captures before it are few against the others and date only what no other"
                    + " does"
                : "on which side it is right is not known, so the times of both are kept wide";
    return source
        + ": the clock of its captures jumped between "
        + jump.last()
        + " and "
        + first
        + " and is "
        + jump.by()
        + " from then on against before, as "
        + count(jump.stories(), "story tells", "stories tell")
        + "; "
        + fate
        + "; state what is wrong in wellhead.toml (clock-late)";
  }

  private static String count(int n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }
}
