package wellhead.server.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
  private static final Instant NOW = Instant.parse("2025-07-08T12:00:00Z");
  private static final long SEED = Long.getLong("seed", 20261123L);

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      textBlock =
          """
          opec                      → opec
          opec 80k b/d              → opec 80k b/d
          "red sea"                 → "red sea"
          “red sea” ship            → "red sea" ship
          "  red   sea "            → "red sea"
          oil -gas                  → oil -gas
          oil -"natural gas"        → oil -"natural gas"
          oil -(gas coal)           → oil -(gas coal)
          -source:a.example oil     → -source:a.example oil
          oil OR gas                → oil OR gas
          natural gas OR crude oil  → (natural gas) OR (crude oil)
          (oil OR gas) price        → (oil OR gas) price
          ((oil) gas)               → oil gas
          oil AND gas               → oil gas
          oil && gas                → oil gas
          oil || gas                → oil OR gas
          coal || oil gas           → coal OR (oil gas)
          oil NOT gas               → oil -gas
          oil AND NOT gas           → oil -gas
          oil NOT "natural gas"     → oil -"natural gas"
          oil NOT (gas OR coal)     → oil -(gas OR coal)
          oil NOT title:gas         → oil -title:gas
          NOT oil gas               → -oil gas
          liquef*                   → liquef*
          exxon-mob*                → exxon mob*
          title:opec                → title:opec
          TITLE:opec                → title:opec
          title:"red sea"           → title:"red sea"
          title:(red sea)           → title:(red sea)
          title:oil/gas             → title:oil/gas
          body:liquef*              → body:(liquef*)
          author:"Jo Writer"        → author:"Jo Writer"
          source:oil-news.example   → source:oil-news.example
          before:2025-07-01         → before:2025-07-01T00:00:00Z
          after:2025-07             → after:2025-07-01T00:00:00Z
          after:7d                  → after:2025-07-01T12:00:00Z
          after:PT6H                → after:2025-07-08T06:00:00Z
          after:P1M                 → after:2025-06-08T12:00:00Z
          after:2025-07-01T10:00+02:00 → after:2025-07-01T08:00:00Z
          oil NEAR/5 price          → oil NEAR/5 price
          "crude oil" NEAR/5 price  → "crude oil" NEAR/5 price
          natural gas NEAR/2 price  → natural gas NEAR/2 price
          a NEAR/2 b NEAR/3 c       → a NEAR/2 b b NEAR/3 c
          *                         → *
          * oil                     → oil
          oil/gas                   → oil/gas
          What next?                → What next?
          C++                       → C++
          U.S. sanctions            → U.S. sanctions
          Dallas Fed: Oilfield      → Dallas Fed Oilfield
          Exxon-Hess                → Exxon-Hess
          $7.38B                    → $7.38B
          Oil & Gas                 → Oil Gas
          not oil                   → not oil
          🛢 oil                     → 🛢 oil
          RUSSIA OR UKRAINE         → RUSSIA OR UKRAINE
          URANIUM NOT NAMIBIA       → URANIUM -NAMIBIA
          $ 7                       → $ 7
          15 % tax                  → 15 % tax
          link:a.example/news       → link:"a.example/news"
          https://a.example/7       → link:"https://a.example/7"
          a.example/2025/oil-price-falls.html → link:"a.example/2025/oil-price-falls.html" OR (oil price falls)
          and/or                    → and/or
          latest news               → *
          """)
  void understands(String query, String understood) {
    ParsedQuery parsed = QueryParser.parse(query, NOW);
    assertThat(parsed.understood()).isEqualTo(understood);
    assertThat(parsed.warnings()).isEmpty();
  }

  @ParameterizedTest(name = "{0} is leniently {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "OPEC             | OPEC                | quotation mark
          oil "red sea      | oil red sea         | quotation mark
          title:"red sea    | title:red sea       | quotation mark
          source:"a.example | source:a.example    | quotation mark
          before: 2025-07-08 | before 2025-07-08  | right behind the colon
          oil title:        | oil title           | right behind the colon
          (oil              | oil                 | closed at the end
          oil)              | oil                 | closes nothing
          oil) OR gas       | oil OR gas          | closes nothing
          AND               | and                 | 'AND' has nothing to join
          OR oil            | or oil              | 'OR' has nothing to join
          oil OR            | oil or              | 'OR' has nothing to join
          NEAR/5            | near 5              | 'NEAR/5' has nothing to join
          oil NEAR/5        | oil near 5          | 'NEAR/5' has nothing to join
          OPEC DOES NOT CUT | OPEC DOES not CUT   | NOT was read as a word
          oil NOT           | oil not             | NOT was read as a word
          fell -10%         | fell 10%            | minus before a number
          Fed:Oilfield      | Fed Oilfield        | no field 'Fed'
          o*                | o                   | two letters
          *finery           | finery              | end of a word only
          re*ery            | re ery              | end of a word only
          THE END OF COAL OR OF GAS | THE END OF COAL or OF GAS | whole text is in capitals
          "oil price"~5     | oil NEAR/6 price    | was read as oil NEAR/6 price
          title:"oil price"~1 | title:(oil NEAR/2 price) | was read as
          uranium~2         | uranium             | the ~ was left out
          $ oil             | oil                 | alone is no word
          oil ~5            | oil                 | alone is no word
          site:a.example    | source:a.example    | 'site:' was read as source:
          site:https://a.example/oil | source:a.example | 'site:' was read as source:
          -site:a.example   | -source:a.example   | 'site:' was read as source:
          intitle:"oil price" | title:"oil price" | 'intitle:' was read as title:
          since:2025-07-01  | after:2025-07-01T00:00:00Z | 'since:' was read as after:
          from:2025-07-01   | after:2025-07-01T00:00:00Z | 'from:' was read as after:
          from:a.example    | source:a.example    | 'from:' was read as source:
          date:2025-06      | after:2025-06-01T00:00:00Z before:2025-07-01T00:00:00Z | 'date:' was read
          inurl:oil         | oil                 | not searched for words
          coal or gas       | coal or gas         | OR in capitals finds either
          """)
  void readsLeniently(String query, String understood, String warning) {
    ParsedQuery parsed = QueryParser.parse(query, NOW);
    assertThat(parsed.understood()).isEqualTo(understood);
    assertThat(parsed.warnings()).anySatisfy(w -> assertThat(w).contains(warning));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          oil before:yesterday  | 4  | is no time
          after:2025-13-01      | 0  | is no time
          after:9999999d        | 0  | is no time
          oil NEAR/0 gas        | 4  | between 1 and 100
          oil NEAR/99999 gas    | 4  | between 1 and 100
          source:(a b)          | 0  | takes one value
          ???                   | 0  | no word
          -                     | 0  | no word
          ()                    | 0  | no word
          """)
  void refusesWithAPosition(String query, int position, String message) {
    assertThatThrownBy(() -> QueryParser.parse(query, NOW))
        .isInstanceOfSatisfying(
            QuerySyntaxException.class, e -> assertThat(e.position()).isEqualTo(position))
        .hasMessageContaining(message);
  }

  @Test
  void refusesBracketsTooDeep() {
    String deep = "(".repeat(5000) + "oil" + ")".repeat(4000);
    assertThatThrownBy(() -> QueryParser.parse(deep, NOW))
        .isInstanceOfSatisfying(
            QuerySyntaxException.class,
            e -> assertThat(e.position()).isEqualTo(QueryParser.MAX_DEPTH));
  }

  @Test
  void refusesTextsThatAreNoQuery() {
    assertThatThrownBy(() -> QueryParser.parse("oil ".repeat(5000), NOW))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageContaining("20000 characters");
    assertThat(QueryParser.parse("x".repeat(10_000), NOW).understood()).hasSize(10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0\n"})
  void readsBlankAsEverything(String query) {
    assertThat(QueryParser.parse(query, NOW).root()).isEqualTo(new QueryNode.Everything());
  }

  @Test
  void garbageIsReadOrRefusedAndPrintsAsItself() {
    var random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      String garbage = garbage(random);
      QueryNode root;
      try {
        root = QueryParser.parse(garbage, NOW).root();
      } catch (QuerySyntaxException e) {
        continue;
      } catch (IllegalStateException e) {
        throw new AssertionError("seed %d: %s".formatted(SEED, visible(garbage)), e);
      }
      String printed = QueryPrinter.print(root);
      assertThat(readAgain(printed, garbage))
          .as("seed %d: '%s' printed as '%s'", SEED, visible(garbage), visible(printed))
          .isEqualTo(root);
    }
  }

  private static QueryNode readAgain(String printed, String garbage) {
    try {
      return QueryParser.parse(printed, NOW).root();
    } catch (QuerySyntaxException e) {
      throw new AssertionError(
          "seed %d: '%s' printed as '%s'".formatted(SEED, visible(garbage), visible(printed)), e);
    }
  }

  private static final String[] PIECES = {
    "oil",
    "US",
    "opec+",
    "\"",
    "“",
    "(",
    ")",
    "-",
    "*",
    "OR",
    "AND",
    "NOT",
    "NEAR/3",
    "title:",
    "source:",
    "author:",
    "body:",
    "foo:",
    "before:",
    "after:",
    "2025-07-01",
    "7d",
    "10%",
    ":",
    "/",
    "+",
    "$5",
    "🛢",
    "石油",
    " ",
    " ",
    " ",
    " ",
    "\t",
    "'",
    "&",
    "?",
    "!",
    "ab*",
    "½",
    "~5",
    "site:",
    "date:",
    "$",
    "%",
    "a.example/b-c-d",
    "\ud800"
  };

  private static String visible(String text) {
    return text.replaceAll("\\p{Cs}", "<surrogate>");
  }

  private static String garbage(Random random) {
    return IntStream.range(0, 1 + random.nextInt(12))
        .mapToObj(i -> PIECES[random.nextInt(PIECES.length)])
        .collect(Collectors.joining());
  }
}
