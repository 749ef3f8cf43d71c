package wellhead.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
