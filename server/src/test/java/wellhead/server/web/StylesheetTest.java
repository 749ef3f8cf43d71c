package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast as WCAG 2.2 measures it: 4.5 for words, 3 for shapes, in both schemes. */
class StylesheetTest {
  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

  @ParameterizedTest
  @CsvSource({
    "ink, ground, 4.5",
    "ink, card, 4.5",
    "ink, accent-wash, 4.5",
    "ink, mark, 4.5",
    "soft, ground, 4.5",
    "soft, card, 4.5",
    "soft, accent-wash, 4.5",
    "accent, ground, 4.5",
    "accent, card, 4.5",
    "accent, accent-wash, 4.5",
    "accent, mark, 4.5",
    "accent-ink, accent, 4.5",
    "visited, ground, 4.5",
    "visited, mark, 4.5",
    "warn, ground, 4.5",
    "warn, warn-wash, 4.5",
    "edge, ground, 3",
    "edge, card, 3",
    "edge, line, 3",
    "edge, accent-wash, 3",
    "accent, line, 3",
  })
  void coloursAreToldApart(String front, String back, double least) {
    String css = Asset.load("wellhead", "css", "text/css").text();
    List<String> schemes = List.of(css.split("@media \\(prefers-color-scheme: dark\\)"));
    assertThat(schemes).hasSize(2);
    for (String scheme : schemes) {
      Map<String, String> colours = colours(scheme);
      assertThat(contrast(named(colours, front), named(colours, back)))
          .isGreaterThanOrEqualTo(least);
    }
  }

  private static Map<String, String> colours(String scheme) {
    var colours = new HashMap<String, String>();
    COLOUR.matcher(scheme).results().forEach(r -> colours.put(r.group(1), r.group(2)));
    return colours;
  }

  private static String named(Map<String, String> colours, String name) {
    return Objects.requireNonNull(colours.get(name), name);
  }

  private static double contrast(String a, String b) {
    double first = luminance(a);
    double second = luminance(b);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
