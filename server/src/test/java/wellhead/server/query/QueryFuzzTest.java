package wellhead.server.query;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.time.ZoneOffset;
import wellhead.schema.PublishedField;

/**
 * Whatever bytes a query is made of, it is read or refused, prints as itself and can be asked.
 *
 * <p>With the build, on what was found before; for new finds run with the environment variable
 * {@code JAZZER_FUZZ=1}.
 */
class QueryFuzzTest {
  private static final Instant NOW = Instant.parse("2025-07-08T12:00:00Z");

  @FuzzTest(maxDuration = "3m")
  void anyTextIsReadOrRefused(FuzzedDataProvider bytes) {
    String query = bytes.consumeRemainingAsString();
    ParsedQuery read;
    try {
      read = TimeWords.read(QueryParser.parse(query, NOW), NOW, ZoneOffset.UTC);
      Questions.translate(read, PublishedField::possiblyIn);
    } catch (QuerySyntaxException refused) {
      return;
    }
    String printed = read.understood();
    if (printed.length() <= QueryParser.MAX_LENGTH
        && !QueryParser.parse(printed, NOW).root().equals(read.root())) {
      throw new AssertionError("'" + query + "' was understood as '" + printed + "'");
    }
  }
}
