package wellhead.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wellhead.story.Story;

class SearchRequestTest {
  private static final Instant NOW = Instant.parse("2026-07-06T10:00:00Z");

  @Test
  void aRequestUnderConstructionFromAnotherKeepsAllOfIt() {
    SearchRequest request =
        SearchRequest.of("wind", NOW)
            .in(Story.Kind.ARTICLE)
            .window(NOW.minusSeconds(60), NOW)
            .addedSince(NOW.minusSeconds(30))
            .match(SearchRequest.Match.CERTAIN)
            .filter(Facet.SOURCE, List.of("a.example"))
            .sort(SearchRequest.Sort.OLDEST)
            .recency(0.7)
            .zone(ZoneId.of("Asia/Tokyo"))
            .page(7, 14)
            .highlight(false)
            .timeWords(false)
            .explain(true)
            .collapse(true)
            .group(SearchRequest.Group.EVENT)
            .wanted(new Wanted(Set.of(Facet.AUTHOR), BucketSize.WEEK, true))
            .build();
    assertThat(request.but().build()).isEqualTo(request);
    // each of these differs from its default, so that none can be forgotten unnoticed
    SearchRequest plain = SearchRequest.of("wind", NOW).build();
    for (var component : SearchRequest.class.getRecordComponents()) {
      if (!Set.of("query", "now", "after").contains(component.getName())) {
        assertThat(value(component, request))
            .as(component.getName())
            .isNotEqualTo(value(component, plain));
      }
    }
  }

  private static Object value(RecordComponent component, SearchRequest request) {
    try {
      return String.valueOf(component.getAccessor().invoke(request));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
