package wellhead.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is shipped, by its own list. */
class BillOfMaterialsIT {
  private static final Path BOM = Path.of("target", "bom.json");

  /** Licences under which a library may be shipped with a program under Apache-2.0. */
  private static final Set<String> FITTING =
      Set.of(
          "Apache-2.0",
          "MIT",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "EPL-2.0",
          "MPL-2.0",
          "GPL-2.0-with-classpath-exception");

  /**
   * Read by a person: Apache-1.1 without its clause on acknowledgments, under no name of its own.
   */
  private static final Set<String> READ_AND_FITTING = Set.of("jdom2");

  @Test
  void everyLibraryHasALicenceThatFitsOurs() throws IOException {
    List<JsonNode> components = components();
    var unfit = new ArrayList<String>();
    for (JsonNode component : components) {
      String name = component.path("name").asText();
      if (!READ_AND_FITTING.contains(name)
          && component.path("licenses").findValuesAsText("id").stream()
              .noneMatch(FITTING::contains)) {
        unfit.add(name + " " + component.path("licenses"));
      }
    }
    assertThat(unfit).isEmpty();
  }

  @Test
  void everyJarThatIsShippedIsOnTheList() throws IOException {
    List<String> listed =
        components().stream()
            .map(c -> c.path("name").asText() + "-" + c.path("version").asText() + ".jar")
            .toList();
    try (var shipped = Files.list(Path.of("target", "wellhead", "lib"))) {
      assertThat(shipped.map(jar -> jar.getFileName().toString()).toList())
          .isNotEmpty()
          .isSubsetOf(listed);
    }
  }

  private static List<JsonNode> components() throws IOException {
    assumeTrue(Files.exists(BOM), "not listed: the build left its gates out");
    JsonNode components = new JsonMapper().readTree(BOM.toFile()).path("components");
    assertThat(components).isNotEmpty();
    var all = new ArrayList<JsonNode>();
    components.forEach(all::add);
    return all;
  }
}
