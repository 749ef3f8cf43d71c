package wellhead.server.alert;

import java.util.function.Consumer;

/** What a run has to say beside the news. */
final class AlertReport {
  private final Consumer<String> notes;
  private final Consumer<String> complaints;
  private int failures;

  /**
   * @param notes takes what went well
   * @param complaints takes what did not
   */
  AlertReport(Consumer<String> notes, Consumer<String> complaints) {
    this.notes = notes;
    this.complaints = complaints;
  }

  /** An address without what is secret in it: those of chat services are keys by themselves. */
  static String shown(String target) {
    return target.replaceFirst("(https?://[^/]+)/.+", "$1/...");
  }

  void began(String line) {
    notes.accept(line);
  }

  void delivered(Message message) {
    if (!message.to().equals("stdout")) {
      notes.accept("told " + shown(message.to()) + ": " + message.title());
    }
  }

  void failed(Message message, String reason) {
    failures++;
    complaints.accept(
        "not told: " + message.title() + " to " + shown(message.to()) + ": " + reason);
  }

  void damaged(String batch) {
    failures++;
    complaints.accept("the file " + batch + ".json in the outbox is damaged; delete it");
  }

  int failures() {
    return failures;
  }
}
