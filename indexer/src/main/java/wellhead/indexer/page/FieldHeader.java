package wellhead.indexer.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.page.ParsedPage.Article;
import wellhead.indexer.time.LabelParser;

/**
 * A capture that begins with fields, as scrapers write them: "Title: ...", "Author: ...", the text
 * behind them. What the fields say is believed before what the layout suggests.
 */
final class FieldHeader {

  /** Fields stand at the very top. */
  private static final int LINES_OF_HEADER = 14;

  private static final int FEWEST_FIELDS = 2;

  private final Map<Cue, String> fields;
  private final List<Line> rest;
  private final int titleLine;

  private FieldHeader(Map<Cue, String> fields, List<Line> rest, int titleLine) {
    this.fields = fields;
    this.rest = rest;
    this.titleLine = titleLine;
  }

  static Optional<FieldHeader> of(List<Line> lines) {
    Map<Cue, String> fields = new EnumMap<>(Cue.class);
    int titleLine = 1;
    int behind = 0;
    for (int i = 0; i < Math.min(lines.size(), LINES_OF_HEADER); i++) {
      String text = lines.get(i).text();
      Optional<Phrases.Match> field = Phrases.FIELDS.match(text);
      if (field.isEmpty() || (!text.contains(":") && !text.contains("："))) {
        continue;
      }
      if (fields.putIfAbsent(field.get().cue(), field.get().rest()) == null) {
        behind = i + 1;
        titleLine = field.get().cue() == Cue.FIELD_TITLE ? lines.get(i).number() : titleLine;
      }
      if (field.get().cue() == Cue.FIELD_BODY) {
        break;
      }
    }
    String title = fields.get(Cue.FIELD_TITLE);
    if (fields.size() < FEWEST_FIELDS || title == null || title.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(new FieldHeader(fields, lines.subList(behind, lines.size()), titleLine));
  }

  PreparedPage prepared(Phrases phrases, Supplier<List<PrintedLine>> printed) {
    List<Row> rows = Rows.of(withBody(), phrases);
    boolean declared = fields.containsKey(Cue.FIELD_BODY);
    return new PreparedPage(
        Layout.of(rows, null, fields.get(Cue.FIELD_TITLE), declared, declared),
        printed,
        this::withFields);
  }

  private ParsedPage withFields(ParsedPage plain) {
    String title = fields.getOrDefault(Cue.FIELD_TITLE, "");
    Article found = plain.article();
    if (found == null) {
      return plain;
    }
    String date = date();
    String author = author(found.author());
    return new ParsedPage(
        plain.headlines(),
        new Article(
            title,
            author,
            date == null ? found.age() : null,
            date == null ? found.date() : date,
            false,
            found.updated(),
            url(),
            found.takeaways(),
            found.body(),
            found.comments(),
            titleLine),
        plain.rejected());
  }

  /** The title as a heading above what follows, as on any other page. */
  private List<Line> withBody() {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(titleLine, 0, "", fields.getOrDefault(Cue.FIELD_TITLE, ""), true, true));
    String begun = fields.getOrDefault(Cue.FIELD_BODY, "");
    if (!begun.isBlank()) {
      lines.add(new Line(titleLine, 0, "", begun, true, true));
    }
    lines.addAll(rest);
    return lines;
  }

  /** A field that names nobody is believed too: the prose does not know better. */
  private @Nullable String author(@Nullable String found) {
    String field = fields.get(Cue.FIELD_AUTHOR);
    return field == null ? found : Bylines.name(field);
  }

  private @Nullable String date() {
    String field = fields.get(Cue.FIELD_DATE);
    return field == null || LabelParser.parse(field).isEmpty() ? null : field;
  }

  private @Nullable String url() {
    String field = fields.get(Cue.FIELD_URL);
    return field != null && field.matches("https?://\\S+") ? field : null;
  }
}
