package wellhead.indexer.event;

import java.util.List;

/**
 * Stories that tell of one event, each of another source.
 *
 * @param reports two or more, the earliest first
 */
public record Event(List<Report> reports) {
  public Event {
    reports = List.copyOf(reports);
    if (reports.size() < 2) {
      throw new IllegalArgumentException("an event has two reports or more: " + reports);
    }
  }

  /**
   * One story, and why it is here.
   *
   * @param telling the story
   * @param like the id of the report that it is most like
   * @param likeness to that one; see {@link Likeness}
   * @param words that both have and that say something, those that say most first
   */
  public record Report(Telling telling, String like, double likeness, List<String> words) {
    public Report {
      words = List.copyOf(words);
    }
  }
}
