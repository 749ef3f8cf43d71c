package wellhead.indexer.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.assemble.CaptureReading;
import wellhead.indexer.assemble.ExplainedReading;
import wellhead.indexer.capture.Capture;
import wellhead.indexer.capture.Content;
import wellhead.indexer.page.PageExplanation;
import wellhead.indexer.page.ParsedPage;
import wellhead.indexer.time.IsoDurations;
import wellhead.indexer.time.Label;
import wellhead.indexer.time.LabelParser;
import wellhead.story.ArticleText;
import wellhead.story.CaptureRef;
import wellhead.story.Comment;
import wellhead.story.Evidence;
import wellhead.story.Interval;
import wellhead.story.Published;
import wellhead.story.Sighting;

/** One line of {@code wellhead inspect}, for programs. */
final class InspectJson implements InspectForm {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ToldAlone told;
  private final @Nullable Explained explained;

  /**
   * @param explained what is to be explained; {@code null} for nothing
   */
  InspectJson(ToldAlone told, @Nullable Explained explained) {
    this.told = told;
    this.explained = explained;
  }

  @Override
  public void print(Capture capture, ExplainedReading reading, PrintWriter out) {
    lines(capture, reading).forEach(line -> out.println(OneLine.json(line)));
  }

  /**
   * A line for the capture. A feed that brings whole articles has a line for each of these, too,
   * for a line holds one: their {@code record} is the entry's number, from 0, unless the feed is
   * itself a record.
   */
  private List<String> lines(Capture capture, ExplainedReading explainedReading) {
    CaptureReading reading = explainedReading.reading();
    List<Sighting> articles = reading.sightings().stream().filter(Sighting::isArticle).toList();
    boolean feed = capture.content() instanceof Content.Entries entries && entries.feed();
    if (!feed || articles.isEmpty()) {
      ObjectNode line =
          line(capture(capture), reading, reading.kind(), headlines(reading), articles);
      PageExplanation page = explainedReading.page();
      if (page != null) {
        ExplainJson.putLines(page, line);
        if (explained != null) {
          ExplainJson.put(explained, page, line);
        }
      }
      return List.of(line.toString());
    }
    var lines = new ArrayList<String>();
    lines.add(
        line(capture(capture), reading, ParsedPage.Kind.LIST, reading.sightings(), List.of())
            .toString());
    for (Sighting article : articles) {
      ObjectNode entry = capture(capture);
      if (capture.ref().record() == null) {
        entry.put("record", article.line() - 1);
      }
      lines.add(
          line(entry, reading, ParsedPage.Kind.ARTICLE, List.of(), List.of(article)).toString());
    }
    return lines;
  }

  private static List<Sighting> headlines(CaptureReading reading) {
    return reading.sightings().stream().filter(s -> !s.isArticle()).toList();
  }

  private ObjectNode line(
      ObjectNode capture,
      CaptureReading reading,
      ParsedPage.Kind kind,
      List<Sighting> rows,
      List<Sighting> articles) {
    ObjectNode json = JSON.objectNode();
    json.set("capture", capture);
    json.put("kind", kind.wireName()).put("drawn_by_script", reading.drawnByScript());
    ArrayNode headlines = json.putArray("headlines");
    rows.forEach(row -> headlines.add(headline(row)));
    json.set("article", articles.isEmpty() ? NullNode.instance : article(articles.getFirst()));
    ArrayNode rejected = json.putArray("rejected");
    for (ParsedPage.Rejected line : reading.rejected()) {
      rejected
          .addObject()
          .put("line", line.line())
          .put("text", line.text())
          .put("reason", line.reason());
    }
    return json;
  }

  private static ObjectNode capture(Capture capture) {
    CaptureRef ref = capture.ref();
    return JSON.objectNode()
        .put("file", ref.file())
        .put("record", ref.record())
        .put("url", capture.url())
        .put("source", ref.source())
        .put("captured_at", text(ref.capturedAt().instant()))
        .put("captured_at_from", ref.capturedAt().from().wireName());
  }

  private ObjectNode headline(Sighting sighting) {
    ObjectNode json =
        JSON.objectNode()
            .put("title", sighting.title())
            .put("age", sighting.age())
            .put("date", sighting.date())
            .put("url", sighting.url())
            .put("line", sighting.line());
    json.set("published", published(sighting));
    return json;
  }

  private ObjectNode article(Sighting sighting) {
    ArticleText text = sighting.article();
    if (text == null) {
      throw new IllegalArgumentException("not an article: " + sighting.title());
    }
    ObjectNode json =
        JSON.objectNode()
            .put("title", sighting.title())
            .put("author", text.author())
            .put("age", sighting.age())
            .put("date", sighting.date())
            .put("url", sighting.url())
            .put("line", sighting.line());
    json.set("published", published(sighting));
    ArrayNode takeaways = json.putArray("takeaways");
    text.takeaways().forEach(takeaways::add);
    json.put("body", text.body());
    ArrayNode comments = json.putArray("comments");
    for (Comment comment : text.comments()) {
      ObjectNode one = comments.addObject();
      one.put("author", comment.author()).put("date", comment.date());
      Interval when = comment.published();
      one.set(
          "published", when == null ? NullNode.instance : interval(when, null, evidence(comment)));
      one.put("text", comment.text());
    }
    return json;
  }

  private static Evidence evidence(Comment comment) {
    boolean relative =
        comment.date() != null
            && LabelParser.parse(comment.date()).map(Label::isRelative).orElse(false);
    return relative ? Evidence.RELATIVE_AGE : Evidence.ABSOLUTE_DATE;
  }

  private JsonNode published(Sighting sighting) {
    Published published = told.of(sighting);
    return published == null
        ? NullNode.instance
        : withUpdates(
            interval(
                published.interval(),
                published.rule() == null ? null : published.rule().wireName(),
                published.evidence()),
            published.updated());
  }

  /** When it was changed, as in what is served. */
  private static ObjectNode withUpdates(ObjectNode published, List<Interval> updated) {
    ArrayNode updates = published.putArray("updated");
    for (Interval update : updated) {
      updates
          .addObject()
          .put("earliest", text(update.earliest()))
          .put("latest", text(update.latest()))
          .put("precision", update.width().map(IsoDurations::format).orElse(null));
    }
    return published;
  }

  private static ObjectNode interval(Interval interval, @Nullable String rule, Evidence evidence) {
    return JSON.objectNode()
        .put("earliest", text(interval.earliest()))
        .put("latest", text(interval.latest()))
        .put("precision", interval.width().map(IsoDurations::format).orElse(null))
        .put("rule", rule)
        .put("evidence", evidence.wireName());
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
