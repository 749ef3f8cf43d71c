package wellhead.server.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
  @TempDir @Nullable Path folder;

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // header                                         , admitted
        "Bearer 0123456789abcdef                          , true",
        "bearer 0123456789abcdef                          , true",
        "Bearer   second-token-of-ours                    , true",
        "Bearer 0123456789abcdeF                          , false",
        "Bearer 0123456789abcde                           , false",
        "Bearer                                           , false",
        "0123456789abcdef                                 , false",
        "-                                                , false",
        // anybody:0123456789abcdef
        "Basic YW55Ym9keTowMTIzNDU2Nzg5YWJjZGVm           , true",
        // 0123456789abcdef:anybody
        "Basic MDEyMzQ1Njc4OWFiY2RlZjphbnlib2R5           , false",
        "Basic %%%                                        , false",
        "Basic Og==                                       , false",
        "Digest 0123456789abcdef                          , false",
      })
  void letTheirBearersIn(@Nullable String authorization, boolean admitted) throws IOException {
    Tokens tokens = Tokens.read(file("# ours", "0123456789abcdef", "", "second-token-of-ours"));
    assertThat(tokens.admit(authorization)).isEqualTo(admitted);
  }

  @Test
  void aLineThatIsNoTokenIsNamedAndNotShown() throws IOException {
    Path file = file("0123456789abcdef", "tooshort");
    assertThatThrownBy(() -> Tokens.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file + ":2: not a token")
        .hasMessageNotContaining("tooshort");
  }

  @Test
  void aFileWithoutTokensIsRefused() throws IOException {
    Path file = file("# nobody yet");
    assertThatThrownBy(() -> Tokens.read(file)).hasMessageContaining("holds no token");
  }

  private Path file(String... lines) throws IOException {
    return Files.write(Path.of(String.valueOf(folder)).resolve("tokens"), List.of(lines));
  }
}
