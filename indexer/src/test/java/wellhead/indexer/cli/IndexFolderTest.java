package wellhead.indexer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexFolderTest {
  @ParameterizedTest
  @CsvSource({
    "/i, WELLHEAD_INDEX=/w XDG_DATA_HOME=/x HOME=/h, /i",
    "  , WELLHEAD_INDEX=/w XDG_DATA_HOME=/x HOME=/h, /w",
    "  , WELLHEAD_INDEX= XDG_DATA_HOME=/x HOME=/h, /x/wellhead/index",
    "  , XDG_DATA_HOME= HOME=/h, /h/.local/share/wellhead/index",
    "  , HOME=, /account/.local/share/wellhead/index",
    "  , OTHER=1, /account/.local/share/wellhead/index",
  })
  void isTheOneThatWasSaidLast(@Nullable Path option, String environment, Path chosen) {
    Map<String, String> variables =
        Arrays.stream(environment.split(" "))
            .map(variable -> variable.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    assertThat(IndexFolder.choose(option, variables, "/account")).isEqualTo(chosen);
  }
}
