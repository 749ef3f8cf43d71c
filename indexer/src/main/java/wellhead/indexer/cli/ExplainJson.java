package wellhead.indexer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import wellhead.indexer.page.AccountedLine;
import wellhead.indexer.page.PageExplanation;
import wellhead.indexer.page.PageExplanation.Way;
import wellhead.indexer.page.PageExplanation.WeighedLine;
import wellhead.indexer.page.PageExplanation.WeighedList;
import wellhead.indexer.page.Weighed;

/** The numbers that decided, as JSON. */
final class ExplainJson {
  private ExplainJson() {}

  /** Puts every line of the capture that is neither a headline nor refused under a name. */
  static void putLines(PageExplanation page, ObjectNode json) {
    ArrayNode lines = json.putArray("other_lines");
    for (AccountedLine line : page.lines()) {
      switch (line.part()) {
        case HEADLINE, REFUSED -> {} // told above
        default -> lines.add(line(line));
      }
    }
  }

  static void put(Explained asked, PageExplanation page, ObjectNode json) {
    ObjectNode explain = json.putObject("explain");
    ArrayNode ways = explain.putArray("ways");
    ArrayNode lists = explain.putArray("lists");
    if (asked.ofLines()) {
      ArrayNode lines = explain.putArray("lines");
      asked.accounts(page).forEach(line -> lines.add(line(line)));
    }
    for (Way way : page.ways()) {
      ways.add(way(way));
      for (WeighedList list : asked.lists(way)) {
        if (way.chosen() || asked.ofLines()) {
          lists.add(list(asked, way, list));
        }
      }
    }
  }

  private static ObjectNode line(AccountedLine line) {
    ObjectNode json = node();
    json.put("line", line.line()).put("text", line.text()).put("part", line.part().wireName());
    if (line.of() == 0) {
      json.putNull("of");
    } else {
      json.put("of", line.of());
    }
    return json.put("reason", line.reason());
  }

  private static ObjectNode way(Way way) {
    ObjectNode json = node();
    json.put("chosen", way.chosen())
        .put("article", way.article())
        .put("comments", way.comments())
        .put("headlines", way.headlines())
        .put("total", rounded(way.total()));
    json.set("numbers", numbers(way.numbers()));
    return json;
  }

  private static ObjectNode list(Explained asked, Way way, WeighedList list) {
    ObjectNode json = node();
    json.put("chosen_way", way.chosen())
        .put("article", way.article())
        .put("comments", way.comments())
        .put("first_line", list.lines().getFirst().line())
        .put("last_line", list.lines().getLast().line())
        .put("lines", list.lines().size())
        .put("headlines", list.taken())
        .put("mean", rounded(list.mean()));
    json.set("averages", numbers(list.averages()));
    ArrayNode weighed = json.putArray("weighed");
    for (WeighedLine line : asked.lines(list)) {
      ObjectNode one = weighed.addObject();
      one.put("line", line.line()).put("title", line.title()).put("label", line.label());
      if (line.labelLine() == 0) {
        one.putNull("label_line");
      } else {
        one.put("label_line", line.labelLine());
      }
      one.put("own", rounded(line.own()))
          .put("score", rounded(line.score()))
          .put("headline", line.score() > 0);
      if (asked.ofLines()) {
        one.set("numbers", numbers(line.numbers()));
      }
    }
    return json;
  }

  private static ArrayNode numbers(List<Weighed> numbers) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Weighed number : numbers) {
      array
          .addObject()
          .put("feature", number.feature())
          .put("number", rounded(number.number()))
          .put("weight", number.weight())
          .put("counts", rounded(number.product()))
          .put("meaning", number.meaning());
    }
    return array;
  }

  private static double rounded(double number) {
    return Math.round(number * 1000) / 1000.0;
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
