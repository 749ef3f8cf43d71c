package wellhead.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.schema.PublishedField;

/**
 * Whatever is nested in itself up to the limit costs so much more as it is deeper, and not twice as
 * much for every bracket.
 */
class QueryGrowthTest {
  private static final Instant NOW = Instant.parse("2025-07-08T12:00:00Z");

  @ParameterizedTest(name = "{0}…{2}")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "(,a,)",
        "-(,a,)",
        "-(-(,a,))",
        "NOT (,a,)",
        "-(b ,a,)",
        "-(b OR ,a,)",
        "(b OR -(,a,))",
        "(b c OR (,a,))",
        "(b OR c (,a,))",
        "(\"b c\" OR -(,\"a d\",))",
        "title:(,a,)",
        "title:(-(,a,))",
        "title:(b OR body:(,a,))",
        "body:(-(ab* ,a,))",
        "(b NEAR/5 c OR -(,a,))",
        "-(source:b (,a,))",
        "(after:2020-01-01 OR -(before:2021-01-01 ,a,))",
        "-(* ,a,)",
        "(after:2020-01-01 OR (,a,))",
        "(last week OR (,a,))",
      })
  void nestingTwiceAsDeepCostsTwiceAsMuch(String open, String inside, String close) {
    int brackets = (int) (open + close).chars().filter(c -> c == '(').count();
    int deepest = QueryParser.MAX_DEPTH / brackets;
    int half = work(open, inside, close, deepest / 2);
    assertThat(work(open, inside, close, deepest)).isLessThan(half * 5 / 2);
  }

  /** The longest query of whatever it is made of; the best of five turns. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a./a/b",
        "a./",
        "1./x",
        "http://a//!",
        "a.bc//-/",
        "//a",
        "~/a",
        "a~/!",
        "~5 /a",
        "% /a",
        "A OR /B",
        "A NOT /B",
        "A AND /B",
        "a OR /b",
        "last week /a",
        "$7 /a",
        "1 /000",
        "a-/b",
        "site:a /b",
        "*/a",
        "ab* /a",
        "?/a",
        "a'/s",
        "'/a",
        "é/a",
        "\uD83D\uDE00/a",
        "news /of",
        "US /a",
        "“/a",
        "\"/a",
        "\"a /b",
        ",/a",
        ".!/a",
        "a -/b",
        "-/a",
        "title:/a",
        "(a) /b",
        "NEAR/5 /a",
        "a NEAR/5 /b",
        "2025-07-08 /a",
        "before:2025 /a",
        "since:7d /a",
        "9/a",
        "a_/b",
      })
  void theLongestQueryIsReadInATenthOfTheTimeThatASearchHas(String made) {
    int slash = made.lastIndexOf('/', made.length() - 2);
    String unit = slash < 1 ? made.substring(0, 1) : made.substring(0, slash);
    String end = made.substring(unit.length() + 1);
    String query = unit.repeat((QueryParser.MAX_LENGTH - end.length()) / unit.length()) + end;
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long begun = System.nanoTime();
      try {
        var unused = TimeWords.read(QueryParser.parse(query, NOW), NOW, ZoneOffset.UTC);
      } catch (QuerySyntaxException e) {
        assertThat(e).hasMessageNotContaining("Exception");
      }
      best = Math.min(best, System.nanoTime() - begun);
    }
    assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(500));
  }

  /** Signs printed and clauses made. */
  private static int work(String open, String inside, String close, int depth) {
    String query = open.repeat(depth) + inside + close.repeat(depth);
    ParsedQuery parsed = TimeWords.read(QueryParser.parse(query, NOW), NOW, ZoneOffset.UTC);
    Question question = Questions.translate(parsed, PublishedField::possiblyIn);
    return parsed.understood().length()
        + question.text().map(QueryGrowthTest::clauses).orElse(0)
        + question.exclusions().stream().mapToInt(QueryGrowthTest::clauses).sum()
        + question.rankedParts().map(QueryGrowthTest::clauses).orElse(0);
  }

  /** How many clauses and other queries there are in one. */
  private static int clauses(Query query) {
    var count = new int[1];
    query.visit(
        new QueryVisitor() {
          @Override
          public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
            count[0]++;
            return this;
          }

          @Override
          public void visitLeaf(Query leaf) {
            count[0]++;
          }
        });
    return count[0];
  }
}
