package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wellhead.schema.KeptTexts;
import wellhead.schema.PublishedField;
import wellhead.schema.TextField;
import wellhead.server.query.QueryParser;
import wellhead.server.query.Questions;
import wellhead.server.query.Sought;

/** What of a title a query marks. */
class FinderTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          opec                | OPEC meets OPEC+ in Vienna        | [OPEC] meets [OPEC+] in Vienna
          opec+               | OPEC meets OPEC+ in Vienna        | OPEC meets [OPEC+] in Vienna
          lng                 | Liquefied natural gas for Asia    | [Liquefied natural gas] for Asia
          liquefied natural gas | LNG for Asia                    | [LNG] for Asia
          prices              | A price is a price                | A [price] is a [price]
          exxon hess          | Exxon-Hess deal near              | [Exxon]-[Hess] deal near
          80k b/d             | Flow of 80,000 bpd halted         | Flow of [80,000] [bpd] halted
          "gas prices"        | Gas up, gas prices down           | Gas up, [gas] [prices] down
          "gas prices"        | Prices of gas                     | Prices of gas
          "natural gas prices"| LNG, natural gas prices           | LNG, [natural] [gas] [prices]
          refin*              | Refiners, refinery, fine          | [Refiners], [refinery], fine
          gas NEAR/2 oil      | Oil or gas, coal and far off gas  | [Oil] or [gas], coal and far off gas
          gas NEAR/2 coal     | Coal is not like any other gas    | Coal is not like any other gas
          title:oil           | Oil and gas                       | [Oil] and gas
          body:oil            | Oil and gas                       | Oil and gas
          oil -gas            | Oil and gas                       | [Oil] and gas
          oil OR coal         | Coal and gas                      | [Coal] and gas
          price of oil        | Oil of the sea                    | [Oil] of the sea
          the                 | The oil                           | [The] oil
          U.S.                | US and us                         | [US] and us
          """)
  void marks(String query, String title, String marked) throws IOException {
    assertThat(marked(title, query)).isEqualTo(marked);
  }

  private String marked(String title, String query) throws IOException {
    TestIndex.write(folder, 1, List.of(TestIndex.headline("one", title, 1)));
    List<Sought> sought =
        Questions.translate(
                QueryParser.parse(query, TestIndex.NOW, ZoneOffset.UTC), PublishedField::possiblyIn)
            .sought();
    try (var reader = DirectoryReader.open(FSDirectory.open(folder))) {
      var texts = new KeptTexts(reader.leaves().getFirst().reader());
      return MarkedPassage.html(
              title, new Finder(sought, TextField.TITLE).in(texts.title(0, title)))
          .replace("<mark>", "[")
          .replace("</mark>", "]");
    }
  }
}
