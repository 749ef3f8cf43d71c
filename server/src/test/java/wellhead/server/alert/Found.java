package wellhead.server.alert;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wellhead.schema.Summary;
import wellhead.server.search.ExportSink;
import wellhead.server.search.SearchEngine;
import wellhead.server.search.SearchRequest;
import wellhead.server.search.SearchResults;
import wellhead.story.Story;

/** What a search finds at the moment: whatever a test says, whatever is asked for. */
final class Found {
  private final Map<String, One> stories = new LinkedHashMap<>();

  private record One(Summary summary, Set<String> aliases) implements ExportSink.Found {
    @Override
    public Story story() {
      throw new UnsupportedOperationException("not read");
    }
  }

  Found with(String id, String title, String... aliases) {
    stories.keySet().removeAll(Set.of(aliases));
    var summary =
        new Summary(
            id,
            Story.Kind.HEADLINE,
            title,
            "https://desk.example/" + id,
            "desk.example",
            null,
            null,
            Instant.EPOCH,
            Instant.EPOCH,
            1,
            "a.txt",
            1,
            Instant.EPOCH);
    stories.put(id, new One(summary, Set.of(aliases)));
    return this;
  }

  Found without(String id) {
    stories.remove(id);
    return this;
  }

  SearchEngine engine() {
    return (SearchEngine)
        Proxy.newProxyInstance(
            Found.class.getClassLoader(),
            new Class<?>[] {SearchEngine.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("export")) {
                throw new UnsupportedOperationException(method.getName());
              }
              export((SearchRequest) arguments[0], (ExportSink) arguments[1]);
              return null;
            });
  }

  private void export(SearchRequest request, ExportSink sink) throws java.io.IOException {
    sink.begin(new SearchResults.IndexState(1, Instant.EPOCH, stories.size()));
    for (One one : List.copyOf(new ArrayList<>(stories.values()).reversed())) {
      boolean asked = one.summary().title().contains(request.query());
      if (asked && !sink.take(one)) {
        return;
      }
    }
  }
}
