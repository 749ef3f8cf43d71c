package wellhead.indexer.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import wellhead.indexer.capture.NotJson;
import wellhead.indexer.cli.AgeQuestion.UnusableException;

/** {@code wellhead age}: how one label is read, or line by line with {@code --jsonl}. */
@Command(
    name = "age",
    mixinStandardHelpOptions = true,
    description = "Shows how a printed age or date is read.")
public final class AgeCommand implements Callable<Integer> {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private final InputStream in;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--captured-at",
      paramLabel = "T",
      description = "When the page was captured: 2025-07-08T07:30:00Z (UTC when no zone is given).")
  private @Nullable String capturedAt;

  @Option(names = "--zone", paramLabel = "Z", description = "The site's zone: Europe/London.")
  private @Nullable String zone;

  @Option(
      names = "--rounding",
      paramLabel = "R",
      description = "The site's printer rule: floor, round, calendar or unknown (default).")
  private @Nullable String rounding;

  @Option(
      names = "--jsonl",
      description =
          "Reads {\"text\",\"captured\",\"zone\",\"rounding\",\"shape\"} lines from standard"
              + " input and answers line for line.")
  private boolean jsonLines;

  @Parameters(arity = "0..*", paramLabel = "LABEL", description = "The label: 4 days")
  private String[] label = {};

  /** Reads standard input. */
  public AgeCommand() {
    this(System.in);
  }

  AgeCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    CommandSpec known = Objects.requireNonNull(spec, "picocli injects it");
    PrintWriter out = known.commandLine().getOut();
    if (jsonLines == (label.length > 0)) {
      throw new ParameterException(
          known.commandLine(),
          jsonLines
              ? "--jsonl reads its labels from standard input: leave out \"" + text() + "\""
              : "a label is missing: wellhead age \"4 days\", or --jsonl to read lines");
    }
    try {
      AgeQuestion asked = AgeQuestion.of(text(), capturedAt, zone, rounding, null);
      if (jsonLines) {
        answerLines(asked, out);
      } else {
        out.println(OneLine.json(JSON.writeValueAsString(AgeAnswer.to(asked))));
      }
    } catch (UnusableException e) {
      throw new ParameterException(known.commandLine(), String.valueOf(e.getMessage()), e);
    }
    out.flush();
    return 0;
  }

  private void answerLines(AgeQuestion defaults, PrintWriter out) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line; (line = reader.readLine()) != null; ) {
      out.println(OneLine.json(answer(line, ++number, defaults)));
      // line for line: whoever asks may wait for the answer before the next question
      if (out.checkError()) { // also flushes
        return; // "| head" has enough
      }
    }
  }

  private String answer(String line, int number, AgeQuestion defaults)
      throws JsonProcessingException {
    try {
      return JSON.writeValueAsString(AgeAnswer.to(AgeQuestion.of(JSON.readTree(line), defaults)));
    } catch (JsonProcessingException e) {
      return error(number, "not JSON: " + NotJson.said(e));
    } catch (UnusableException e) {
      return error(number, String.valueOf(e.getMessage()));
    }
  }

  private static String error(int number, String message) throws JsonProcessingException {
    return JSON.writeValueAsString(Map.of("error", "line " + number + ": " + message));
  }

  private String text() {
    return String.join(" ", label);
  }
}
