package wellhead.indexer.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkShapeTest {

  @ParameterizedTest(name = "{0} leads to: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /2026/07/08/libya-reopens-field                       | article
          https://barrelpost.example/libya-reopens-its-oldest-field | article
          news/libya_reopens_its_oldest_field.html?page=2       | article
          https://barrelpost.example/story/48812                | article
          /gas                                                  | nothing known
          https://barrelpost.example/                           | nothing known
          #                                                     | nothing known
          /story?id=48812                                       | article
          /authors/jane-miller-of-the-gas-desk                  | own
          https://barrelpost.example/tag/oil-and-gas-in-libya   | own
          /newsletter                                           | own
          /impressum.html                                       | own
          https://forum.barrelpost.example/will-oil-hit-100-again | forum
          /threads/will-oil-hit-100-again.48812                 | forum
          mailto:desk@barrelpost.example                        | nothing known
          """)
  void anAddressTellsByItsLooksWhatItLeadsTo(String address, String leadsTo) {
    LinkShape shape = LinkShape.of(address);
    String read =
        shape.article()
            ? "article"
            : shape.own() ? "own" : shape.forum() ? "forum" : "nothing known";
    assertThat(read).isEqualTo(leadsTo);
  }
}
