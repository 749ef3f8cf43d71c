package wellhead.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "<mark>Oil</mark> falls            | Oil falls   | <mark>Oil</mark> falls",
        "A &amp; <mark>B</mark>            | A & B       | A &amp; <mark>B</mark>",
        "-                                 | A & <b>     | A &amp; &lt;b&gt;",
        "<script>x</script>                | plain       | plain",
        "<mark>Oil                         | Oil         | Oil",
        "Oil</mark>                        | Oil         | Oil",
        "<mark><mark>Oil</mark></mark>     | Oil         | Oil",
        "<mark onclick='x'>Oil</mark>      | <Oil>       | &lt;Oil&gt;",
      })
  void keepsMarksAndNothingElse(@Nullable String highlighted, String plain, String html) {
    assertThat(Marked.of(highlighted, plain).html()).isEqualTo(html);
  }

  @Test
  void readsALongTextWithManyMarks() {
    String many = "<mark>oil</mark> and gas ".repeat(5_000);
    assertThat(Marked.of(many, "").html()).isEqualTo(many);
  }
}
