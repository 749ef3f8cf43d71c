package wellhead.server.alert;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wellhead.indexer.state.StateFiles;
import wellhead.schema.Summary;
import wellhead.server.search.SearchEngine;
import wellhead.server.search.SearchRequest;

/**
 * Looks for what is new and tells it. What is new is written down with the messages that say so, in
 * one file and by one rename; from then on it is known, and whoever comes next, after whatever
 * interruption, sends what is still to be sent, the same bytes under the same id.
 */
final class AlertRun {
  /** How long until a message is tried again; the last one for all further attempts. */
  private static final List<Duration> BACK_OFF =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6));

  /** Then a message is given up, by name: some three days. */
  private static final int MOST_ATTEMPTS = 16;

  private final StateFiles known;
  private final StateFiles outbox;
  private final AlertLog log;
  private final Delivery delivery;
  private final InstantSource clock;
  private final AlertReport report;

  AlertRun(
      StateFiles known,
      StateFiles outbox,
      AlertLog log,
      Delivery delivery,
      InstantSource clock,
      AlertReport report) {
    this.known = known;
    this.outbox = outbox;
    this.log = log;
    this.delivery = delivery;
    this.clock = clock;
    this.report = report;
  }

  /**
   * Runs alerts that are due.
   *
   * @param all whether those that are not due are run, too
   */
  void run(List<Alert> alerts, boolean all, SearchEngine engine, Alerts.Requests requests)
      throws IOException, InterruptedException, AlertsFileException {
    for (String batch : outbox.names()) {
      learn(batch);
    }
    Instant now = clock.instant();
    var found = new LinkedHashMap<Alert, Findings>();
    for (Alert alert : alerts) {
      Known before = known.read(key(alert.name()), Known.class).orElse(null);
      if (!all && before != null && !alert.when().isDue(before.lastRunAt(), now)) {
        continue;
      }
      SearchRequest request = requests.of(alert, now);
      boolean first = before == null || !before.query().equals(alert.fingerprint());
      Known known = before == null ? new Known(alert.fingerprint(), null, Map.of()) : before;
      Findings findings = Findings.of(engine, request, known, alert.onChange());
      if (first) {
        begin(alert, before, findings, now);
      } else {
        found.put(alert, findings);
      }
    }
    write(found, now);
    for (String batch : outbox.names()) {
      deliver(batch);
    }
  }

  /** The name of what an alert knows. */
  static String key(String alert) {
    return "alert-" + alert;
  }

  /** What an alert finds at first is no news: nobody wants all that was ever written on oil. */
  private void begin(Alert alert, @Nullable Known before, Findings findings, Instant now)
      throws IOException {
    Map<String, String> all = before == null ? Map.of() : before.stories();
    known.write(key(alert.name()), new Known(alert.fingerprint(), now, all).with(findings.learnt));
    int count = findings.learnt.size();
    String line =
        alert.name()
            + (before == null ? " begins" : " has another query")
            + ": what it finds now is taken as known ("
            + count
            + ")";
    log.add(now, line);
    report.began(line);
  }

  private void write(Map<Alert, Findings> found, Instant now) throws IOException {
    var learnt = new LinkedHashMap<String, Map<String, String>>();
    found.forEach((alert, findings) -> {
      if (!findings.learnt.isEmpty()) {
        learnt.put(alert.name(), findings.learnt);
      }
    });
    List<Message> messages = messages(found, now);
    String batch = null;
    if (!messages.isEmpty()) {
      batch = now.toString().replaceAll("[^0-9TZ]", "") + "-" + UUID.randomUUID();
      outbox.write(batch, new Batch(now, learnt, messages));
    }
    for (Alert alert : found.keySet()) {
      Known before =
          known
              .read(key(alert.name()), Known.class)
              .orElseGet(() -> new Known(alert.fingerprint(), null, Map.of()));
      known.write(
          key(alert.name()), before.with(learnt.getOrDefault(alert.name(), Map.of())).ranAt(now));
    }
  }

  /** What a run wrote down before it was interrupted is known, too. */
  private void learn(String batch) throws IOException {
    Batch pending = outbox.read(batch, Batch.class).orElse(null);
    if (pending == null) {
      return;
    }
    for (Map.Entry<String, Map<String, String>> entry : pending.known().entrySet()) {
      Known before = known.read(key(entry.getKey()), Known.class).orElse(null);
      if (before != null && !before.stories().keySet().containsAll(entry.getValue().keySet())) {
        known.write(key(entry.getKey()), before.with(entry.getValue()).ranAt(pending.at()));
      }
    }
  }

  /** Who is told, and how; those who are told the same way get one message of all alerts. */
  private record Recipient(Target to, @Nullable String secretEnv, boolean allowPrivate) {}

  private static List<Message> messages(Map<Alert, Findings> found, Instant now) {
    var recipients = new LinkedHashMap<Recipient, Map<Alert, Findings>>();
    found.forEach((alert, findings) -> {
      if (!findings.news.isEmpty() || !findings.changes.isEmpty()) {
        for (Target target : alert.to()) {
          recipients
              .computeIfAbsent(
                  new Recipient(target, alert.secretEnv(), alert.allowPrivate()),
                  key -> new LinkedHashMap<>())
              .put(alert, findings);
        }
      }
    });
    var messages = new ArrayList<Message>();
    recipients.forEach((recipient, by) -> messages.add(message(recipient, by, now)));
    return messages;
  }

  private static Message message(Recipient to, Map<Alert, Findings> by, Instant now) {
    var shown = new LinkedHashMap<String, Summary>();
    var changed = new LinkedHashSet<String>();
    var all = new LinkedHashSet<String>();
    by.forEach((alert, findings) -> {
      int room = alert.max();
      for (Map<String, Summary> some : List.of(findings.news, findings.changes)) {
        for (Summary story : some.values()) {
          all.add(story.id());
          if (room-- > 0) {
            shown.putIfAbsent(story.id(), story);
          }
        }
      }
      changed.addAll(findings.changes.keySet());
    });
    List<News> news =
        shown.values().stream()
            .map(story -> News.of(story, changed.contains(story.id()), alertsOf(story.id(), by)))
            .toList();
    List<String> names = by.keySet().stream().map(Alert::name).toList();
    return message(to, new Shapes(news, all.size() - news.size(), names, now));
  }

  private static Message message(Recipient to, Shapes shapes) {
    Shapes.Shaped shaped = shapes.shapeFor(to.to());
    return new Message(
        "msg_" + UUID.randomUUID().toString().replace("-", ""),
        to.to().toString(),
        to.secretEnv(),
        to.allowPrivate(),
        shaped.mediaType(),
        shapes.title(),
        shaped.body(),
        shapes.alerts(),
        shapes.news().size() + shapes.more(),
        0,
        null);
  }

  private static List<String> alertsOf(String story, Map<Alert, Findings> by) {
    return by.entrySet().stream()
        .filter(entry ->
            entry.getValue().news.containsKey(story) || entry.getValue().changes.containsKey(story))
        .map(entry -> entry.getKey().name())
        .toList();
  }

  /** Shows what an alert finds to whom it tells, and writes nothing down. */
  void test(Alert alert, List<Summary> stories) throws InterruptedException {
    List<News> news =
        stories.stream().map(story -> News.of(story, false, List.of(alert.name()))).toList();
    var shapes = new Shapes(news, 0, List.of("test of " + alert.name()), clock.instant());
    for (Target target : Set.copyOf(alert.to())) {
      var to = new Recipient(target, alert.secretEnv(), alert.allowPrivate());
      Message message = message(to, shapes);
      switch (delivery.send(message, clock.instant())) {
        case Delivery.Result.Delivered ignored -> report.delivered(message);
        case Delivery.Result.Later later -> report.failed(message, later.reason());
        case Delivery.Result.Refused refused -> report.failed(message, refused.reason());
      }
    }
  }

  private void deliver(String name) throws IOException, InterruptedException {
    Batch batch = outbox.read(name, Batch.class).orElse(null);
    if (batch == null) {
      report.damaged(name);
      return;
    }
    for (Message message : batch.messages()) {
      if (message.isDue(clock.instant())) {
        batch = attempt(name, batch, message);
      }
    }
    if (batch.messages().isEmpty()) {
      outbox.delete(name);
    }
  }

  private Batch attempt(String name, Batch batch, Message message)
      throws IOException, InterruptedException {
    Delivery.Result result = delivery.send(message, clock.instant());
    Instant now = clock.instant();
    Batch after =
        switch (result) {
          case Delivery.Result.Delivered ignored -> {
            report.delivered(message);
            yield batch.without(message);
          }
          case Delivery.Result.Refused refused -> {
            report.failed(message, refused.reason() + "; it is not tried again");
            yield batch.without(message);
          }
          case Delivery.Result.Later later -> later(batch, message, later, now);
        };
    outbox.write(name, after);
    log.add(now, said(message, result));
    return after;
  }

  private Batch later(Batch batch, Message message, Delivery.Result.Later later, Instant now) {
    int attempts = message.attempts() + 1;
    if (attempts >= MOST_ATTEMPTS) {
      report.failed(message, later.reason() + "; given up after " + attempts + " attempts");
      return batch.without(message);
    }
    Instant usual = now.plus(BACK_OFF.get(Math.min(attempts, BACK_OFF.size()) - 1));
    Instant asked = later.notBefore();
    Instant next = asked == null || asked.isBefore(usual) ? usual : asked;
    report.failed(message, later.reason() + "; tried again from " + next + " on");
    return batch.with(message.after(attempts, next));
  }

  private static String said(Message message, Delivery.Result result) {
    String what = message.title() + " (" + message.id() + ") to " + AlertReport.shown(message.to());
    return switch (result) {
      case Delivery.Result.Delivered ignored -> "told " + what;
      case Delivery.Result.Later later -> "not told yet " + what + ": " + later.reason();
      case Delivery.Result.Refused refused -> "refused " + what + ": " + refused.reason();
    };
  }
}
