package wellhead.server.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.time.IsoDurations;
import wellhead.schema.Summary;
import wellhead.server.search.ExportSink.Found;
import wellhead.story.Interval;
import wellhead.story.Published;

/**
 * A table as RFC 4180 has it, with a header line; an absent value is an empty field.
 *
 * <p>A spreadsheet takes a field that begins like a formula for one, and a page decides what its
 * titles begin with. Such a field gets an apostrophe before it, which spreadsheets read as "this is
 * text".
 */
final class CsvRows implements ExportRows {
  static final List<String> COLUMNS =
      List.of(
          "id",
          "kind",
          "title",
          "url",
          "source",
          "author",
          "published_earliest",
          "published_latest",
          "published_midpoint",
          "published_precision",
          "published_rule",
          "published_evidence",
          "published_conflict",
          "first_seen",
          "last_seen",
          "sightings",
          "file",
          "line",
          "captured_at",
          "updated_earliest",
          "updated_latest");

  /** Also as their full-width forms, which some spreadsheets take for the same. */
  private static final String FORMULA_BEGINS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  /** Without it, spreadsheets of Windows take UTF-8 for their own old encoding. */
  private static final String MARK = "\uFEFF";

  private final boolean marked;

  /**
   * @param marked whether a byte-order mark comes first
   */
  CsvRows(boolean marked) {
    this.marked = marked;
  }

  @Override
  public void begin(OutputStream out) throws IOException {
    out.write((marked ? MARK : "").getBytes(StandardCharsets.UTF_8));
    write(out, COLUMNS);
  }

  @Override
  public void row(OutputStream out, Found found) throws IOException {
    Summary story = found.summary();
    var row = new ArrayList<@Nullable String>(COLUMNS.size());
    row.add(story.id());
    row.add(story.kind().wireName());
    row.add(story.title());
    row.add(story.url());
    row.add(story.source());
    row.add(story.author());
    addPublished(row, story.published());
    row.add(text(story.firstSeen()));
    row.add(text(story.lastSeen()));
    row.add(Integer.toString(story.sightings()));
    row.add(story.file());
    row.add(Integer.toString(story.line()));
    row.add(text(story.capturedAt()));
    Interval newest = lastUpdated(story.published());
    row.add(newest == null ? null : text(newest.earliest()));
    row.add(newest == null ? null : text(newest.latest()));
    write(out, row);
  }

  /** When the site last dated the story anew; {@code null} when it never did. */
  private static @Nullable Interval lastUpdated(@Nullable Published published) {
    return published == null || published.updated().isEmpty()
        ? null
        : published.updated().getLast();
  }

  private static void addPublished(List<@Nullable String> row, @Nullable Published published) {
    if (published == null) {
      Stream.generate(() -> "").limit(7).forEach(row::add);
      return;
    }
    Interval interval = published.interval();
    row.add(text(interval.earliest()));
    row.add(text(interval.latest()));
    row.add(text(interval.midpoint().orElse(null)));
    row.add(interval.width().map(IsoDurations::format).orElse(null));
    row.add(published.rule() == null ? null : published.rule().wireName());
    row.add(published.evidence().wireName());
    row.add(Boolean.toString(published.conflict()));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static void write(OutputStream out, List<? extends @Nullable String> row)
      throws IOException {
    var line = new StringBuilder(256);
    for (int i = 0; i < row.size(); i++) {
      if (i > 0) {
        line.append(',');
      }
      String value = row.get(i);
      if (value != null && !value.isEmpty()) {
        append(line, value);
      }
    }
    out.write(line.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void append(StringBuilder line, String value) {
    boolean formula = FORMULA_BEGINS.indexOf(value.charAt(0)) >= 0;
    boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    line.append(quoted ? "\"" : "").append(formula ? "'" : "");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') {
        line.append("\"\"");
      } else if (c >= ' ' || c == '\t' || c == '\r' || c == '\n') {
        line.append(c);
      } else {
        line.append('\uFFFD'); // RFC 4180 has no room for other control characters
      }
    }
    line.append(quoted ? "\"" : "");
  }
}
