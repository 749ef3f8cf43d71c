package wellhead.indexer.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.story.Rule;

@Tag("anywhere")
class SettingsFileTest {
  @TempDir Path folder;

  private SourceSettings read(String toml) throws IOException {
    return SettingsFile.read(Files.writeString(folder.resolve("wellhead.toml"), toml));
  }

  @Test
  void everyKeyIsHeard() throws IOException {
    var settings =
        read(
            """
            # ours
            ["www.Wind.example"]
            name = "Wind Daily"
            aliases = ["m.wind.example", "www.winddaily.example"]
            zone = "Europe/Berlin"
            rounding = "round"
            """);
    var setting = settings.of("wind.example").orElseThrow();
    assertThat(setting.shownName()).isEqualTo("Wind Daily");
    assertThat(setting.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(setting.rounding()).isEqualTo(Rule.ROUND);
    assertThat(settings.of("m.wind.example")).contains(setting);
    assertThat(settings.of("winddaily.example")).contains(setting);
    assertThat(settings.of("other.example")).isEmpty();
    assertThat(settings.of(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"wind.example\"]\nrounding = \"floor\"",
        "[wind.example]\nrounding = \"floor\"",
        "[sources.\"wind.example\"]\nrounding = \"floor\"",
        "[sources.wind.example]\nrounding = \"floor\"",
        "[source.\"wind.example\"]\nrounding = \"floor\"",
        "\"wind.example\" = { rounding = \"floor\" }",
        "\"wind.example\".rounding = \"floor\"",
      })
  void aSourceMayBeWrittenInEveryWayOfToml(String toml) throws IOException {
    assertThat(read(toml).of("wind.example").orElseThrow().rounding()).isEqualTo(Rule.FLOOR);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[\"a.example\"]~zon = \"UTC\"            | :2: unknown key \"zon\"; there are name, aliases",
        "[\"a.example\"]~zone = \"Mars/Base\"     | :2: no such time zone: \"Mars/Base\"",
        "[\"a.example\"]~zone = 5                 | :2: zone must be a text in quotes, not 5",
        "[\"a.example\"]~~rounding = \"up\"       | :3: no such rounding: \"up\"; it must be floor",
        "[\"a.example\"]~aliases = \"b.example\"  | :2: aliases must be a list of hosts",
        "[\"a.example\"]~aliases = [~ 3]          | :2: an alias must be a text in quotes, not 3",
        "[\"a.example\"]~name = \" \"             | :2: name is empty",
        "zone = \"UTC\"                           | :1: \"zone\" stands outside a source",
        "[\"a.example\"]~zone = UTC               | :2: no value that can be read; texts stand in quotes",
        "[\"a.example\"]~[\"a.example\"]          | :2: \"a.example\" is there a second time, first in line 1",
        "[\"a.example\"]~name = \"x             | :2: a quote is not closed",
        "[\"a.example\"]~name x                  | :2: a key must be followed by = and its value",
        "[\"a.example\"]~name = 'x' y            | :2: something that is neither [\"host\"] nor key",
        "[\"a.example\"]~= 3                     | :2: something that is neither [\"host\"] nor key",
        "[\"a.example\"~name = 'x'               | :1: a [ is not closed",
        "[\"a.example\"]~name = \"\\q\"            | :2: a backslash in double quotes",
        "[\"a.example\"]~clock-late-since = 2026-13-01T00:00:00Z | :2: no such date or time, by its month",
        "[\"a.example\"]~name=\"x\"~[\"www.a.example\"]~name=\"y\" | :3: \"a.example\" is named a second",
        "[\"a.example\"]~aliases=[\"b.example\"]~[\"b.example\"]~name=\"y\" | :3: \"b.example\" is named a",
        "[\"a\\E.example\"]                    | :1: ",
        "[\"http://a.example/\"]~name=\"y\"       | :1: \"http://a.example/\" is no host",
      })
  void whatIsWrongIsSaidWithItsLine(String toml, String message) {
    assertThatThrownBy(() -> read(toml.replace('~', '\n')))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("wellhead.toml" + message);
  }

  @Test
  void theFirstWrongLineIsTheOneSaid() {
    assertThatThrownBy(() -> read("[\"b.example\"]\nx = 1\n[\"a.example\"]\ny = 1\n"))
        .hasMessageContaining(":2: unknown key \"x\"");
  }

  @Test
  void theNearestFileGoesFirstSourceBySource() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    read("[\"x.example\"]\nzone = \"UTC\"\n[\"y.example\"]\nzone = \"UTC\"\n");
    Files.writeString(
        folder.resolve("a/wellhead.toml"), "[\"x.example\"]\nzone = \"Asia/Tokyo\"\n");
    Files.writeString(inner.resolve("page.txt"), "words");
    List<CaptureFile> files = CaptureFiles.find(List.of(folder.toString())).files();
    var options = FolderSettings.of(CaptureOptions.NONE, files).of(files.getFirst());
    assertThat(zone(options, "x.example")).isEqualTo("Asia/Tokyo");
    assertThat(zone(options, "y.example")).isEqualTo("UTC");
    var alone = CaptureFiles.find(List.of(inner.resolve("page.txt").toString())).files();
    assertThat(FolderSettings.of(CaptureOptions.NONE, alone).of(alone.getFirst()).settings())
        .extracting(s -> s.of("x.example"))
        .isEqualTo(java.util.Optional.empty());
  }

  @Test
  void aFileThatTheUserNamesIsTheOnlyOne() throws IOException {
    read("[\"x.example\"]\nzone = \"UTC\"\n");
    Files.writeString(folder.resolve("page.txt"), "words");
    List<CaptureFile> files = CaptureFiles.find(List.of(folder.toString())).files();
    var named = CaptureOptions.NONE.with(SourceSettings.NONE);
    assertThat(FolderSettings.of(named, files).of(files.getFirst()).settings())
        .isSameAs(SourceSettings.NONE);
  }

  private static String zone(CaptureOptions options, String source) {
    var settings = options.settings();
    return settings == null
        ? "none"
        : settings.of(source).map(s -> String.valueOf(s.zone())).orElse("none");
  }
}
