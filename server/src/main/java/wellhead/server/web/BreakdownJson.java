package wellhead.server.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import wellhead.server.search.Breakdown;
import wellhead.server.search.Breakdown.Bucket;
import wellhead.server.search.Breakdown.Coverage;
import wellhead.server.search.Breakdown.Histogram;
import wellhead.server.search.Breakdown.Span;
import wellhead.server.search.Breakdown.Value;
import wellhead.server.search.Facet;

/** What was counted beside the hits, as JSON. */
final class BreakdownJson {
  private BreakdownJson() {}

  /** The keys {@code facets}, {@code histogram} and {@code coverage}; null when not asked for. */
  static void write(Json json, Breakdown breakdown) throws IOException {
    json.object("facets", breakdown.facets(), BreakdownJson::facets);
    json.object("histogram", breakdown.histogram(), BreakdownJson::histogram);
    json.object("coverage", breakdown.coverage(), BreakdownJson::coverage);
  }

  private static void facets(Json json, Map<Facet, List<Value>> facets) throws IOException {
    for (Map.Entry<Facet, List<Value>> facet : facets.entrySet()) {
      json.objects(facet.getKey().wireName(), facet.getValue(), BreakdownJson::value);
    }
  }

  private static void value(Json json, Value value) throws IOException {
    json.string("value", value.value());
    json.number("count", value.count());
  }

  private static void histogram(Json json, Histogram histogram) throws IOException {
    json.string("interval", histogram.size().wireName());
    json.string("tz", histogram.zone().getId());
    json.objects("buckets", histogram.buckets(), BreakdownJson::bucket);
    json.number("undated", histogram.undated());
  }

  private static void bucket(Json json, Bucket bucket) throws IOException {
    json.instant("start", bucket.start());
    json.instant("end", bucket.end());
    json.number("certain", bucket.certain());
    json.number("possible", bucket.possible());
  }

  private static void coverage(Json json, Coverage coverage) throws IOException {
    json.number("captures", coverage.captures());
    json.objects("spans", coverage.spans(), BreakdownJson::span);
  }

  private static void span(Json json, Span span) throws IOException {
    json.instant("start", span.start());
    json.instant("end", span.end());
    json.number("captures", span.captures());
  }
}
