package wellhead.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SearchCommandTest {

  /**
   * The query is what stands behind the options, the form has options of its own, and only a page
   * shows what was probably meant.
   */
  private static final Set<String> OTHERWISE = Set.of("q", "format", "correct");

  @Test
  void takesEveryParameterOfTheSearchOverHttp() throws IOException {
    Set<String> options =
        new CommandLine(new SearchCommand()).getCommandSpec().optionsMap().keySet();
    var missing = new ArrayList<String>();
    for (JsonNode parameter : description().at("/paths/~1search/get/parameters")) {
      String reference = parameter.path("$ref").asText();
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      if (!OTHERWISE.contains(name) && !options.contains("--" + name.replace('_', '-'))) {
        missing.add(name);
      }
    }
    assertThat(missing).isEmpty();
    assertThat(options).contains("--source", "--json", "--csv", "--ndjson");
  }

  @Test
  void everyCommandSaysWhatEachOfItsOptionsIsFor() {
    var silent = new ArrayList<String>();
    new CommandLine(new Main())
        .getSubcommands()
        .forEach((name, command) -> {
          for (var option : command.getCommandSpec().options()) {
            if (String.join("", option.description()).isBlank()) {
              silent.add(name + " " + option.longestName());
            }
          }
        });
    assertThat(silent).isEmpty();
  }

  private static JsonNode description() throws IOException {
    try (InputStream in =
        SearchCommandTest.class.getResourceAsStream("/wellhead/server/web/openapi.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    }
  }
}
