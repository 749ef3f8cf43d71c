package wellhead.server.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wellhead.indexer.fetch.UserAgent;
import wellhead.indexer.fetch.WebPost;
import wellhead.indexer.state.StateFiles;
import wellhead.server.search.SearchRequest;

class AlertsTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir Path folder;
  private final Found found = new Found();
  private final List<String> printed = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private Instant now = Instant.parse("2026-07-08T12:00:00Z");
  private boolean printerWorks = true;

  /** A webhook on this machine: what it was sent, and what it answers. */
  private final List<Post> posts = new CopyOnWriteArrayList<>();

  private final AtomicInteger answers = new AtomicInteger(204);
  private HttpServer server;

  private record Post(Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  @BeforeEach
  void open() throws IOException {
    found.with("1", "Oil Rises").with("2", "Oil Falls");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          posts.add(new Post(Map.copyOf(exchange.getRequestHeaders()), body));
          exchange.sendResponseHeaders(answers.get(), -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private String hook() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  private List<Alert> file(String toml) throws Exception {
    return AlertsFile.read(Files.writeString(folder.resolve("alerts.toml"), toml));
  }

  private Alerts alerts(String toml) throws Exception {
    return alerts(toml, new StateFiles(folder), new StateFiles(folder.resolve("outbox")));
  }

  private Alerts alerts(String toml, StateFiles known, StateFiles outbox) throws Exception {
    var outside =
        new Alerts.Outside(
            text -> {
              if (printerWorks) {
                printed.add(text);
              }
              return printerWorks;
            },
            guard -> new WebPost(UserAgent.of("1", null), guard, () -> now),
            name -> name.equals("HOOK_SECRET") ? SECRET : null,
            notes::add,
            complaints::add);
    return new Alerts(file(toml), known, outbox, outside, () -> now);
  }

  private static SearchRequest request(Alert alert, Instant now) {
    return SearchRequest.of(alert.parameters().getOrDefault("q", List.of("")).getFirst(), now)
        .build();
  }

  private int run(String toml) throws Exception {
    return alerts(toml).run(found.engine(), AlertsTest::request, null);
  }

  private void later(Duration time) {
    now = now.plus(time);
  }

  private static final String OIL = "[oil]\nq = \"Oil\"\n";

  @Test
  void theFirstRunIsSilentAndTheNextTellsWhatIsNew() throws Exception {
    assertThat(run(OIL)).isZero();
    assertThat(printed).isEmpty();
    found.with("3", "Oil Steady").with("4", "Gas Rises");
    assertThat(run(OIL)).isZero();
    assertThat(printed).hasSize(1);
    assertThat(printed.getFirst())
        .startsWith("oil: 1 story\n\n* Oil Steady\n")
        .contains("desk.example · undated", "https://desk.example/3");
    assertThat(run(OIL)).isZero();
    assertThat(printed).hasSize(1);
  }

  @Test
  void aStoryThatTookAnothersPlaceIsNoNews() throws Exception {
    run(OIL);
    found.with("9", "Oil Rises", "1");
    run(OIL);
    assertThat(printed).isEmpty();
    found.with("10", "Oil Rises", "9"); // nor is one that took the place of that
    run(OIL);
    assertThat(printed).isEmpty();
  }

  @Test
  void aStoryThatWasAwayForAWhileIsNoNews() throws Exception {
    run(OIL);
    found.without("1");
    run(OIL);
    found.with("1", "Oil Rises");
    run(OIL);
    assertThat(printed).isEmpty();
  }

  @Test
  void anEditedTitleIsNewsOnlyToWhoWantsChanges() throws Exception {
    String both = OIL + "[changes]\nq = \"Oil\"\non = \"change\"\n";
    run(both);
    found.with("1", "Oil Rises Again");
    run(both);
    assertThat(printed).hasSize(1);
    assertThat(printed.getFirst()).startsWith("changes: 1 story").contains("changed");
    run(both);
    assertThat(printed).hasSize(1);
  }

  @Test
  void anotherQueryBeginsSilently() throws Exception {
    run(OIL);
    found.with("3", "Gas Rises");
    run("[oil]\nq = \"s\"\n");
    assertThat(printed).isEmpty();
    assertThat(notes.getLast()).contains("oil has another query", "(1)");
  }

  @Test
  void oneStoryForTwoAlertsIsToldOnceWithBothNames() throws Exception {
    String two = OIL + "[rises]\nq = \"Rises\"\n";
    run(two);
    found.with("3", "Oil Rises Fast").with("4", "Gas Rises");
    run(two);
    assertThat(printed).hasSize(1);
    assertThat(printed.getFirst())
        .startsWith("oil, rises: 2 stories")
        .containsOnlyOnce("Oil Rises Fast")
        .contains("undated · oil, rises");
  }

  @Test
  void moreThanAMessageHoldsIsCountedAndNotToldLater() throws Exception {
    String few = OIL + "max = 2\n";
    run(few);
    for (int i = 10; i < 15; i++) {
      found.with("" + i, "Oil Story " + i);
    }
    run(few);
    assertThat(printed.getFirst())
        .startsWith("oil: 5 stories")
        .contains("Oil Story 14", "Oil Story 13", "and 3 more")
        .doesNotContain("Oil Story 12");
    run(few);
    assertThat(printed).hasSize(1);
  }

  @Test
  void anAlertIsDueWhenItsTimeIs() throws Exception {
    String hourly = OIL + "every = \"1h\"\n";
    run(hourly);
    found.with("3", "Oil Steady");
    later(Duration.ofMinutes(54));
    run(hourly);
    assertThat(printed).isEmpty();
    later(Duration.ofMinutes(1)); // cron is never on the second
    run(hourly);
    assertThat(printed).hasSize(1);
  }

  @Test
  void anAlertForATimeOfDayComesWithTheFirstRunAfterIt() throws Exception {
    String daily = OIL + "at = [\"07:30\", \"16:00\"]\ntz = \"Europe/London\"\n";
    run(daily); // at one o'clock in London
    found.with("3", "Oil Steady");
    later(Duration.ofMinutes(179));
    run(daily);
    assertThat(printed).isEmpty();
    later(Duration.ofMinutes(2));
    run(daily);
    assertThat(printed).hasSize(1);
  }

  @Test
  void aNamedAlertIsRunWhetherItIsDueOrNot() throws Exception {
    String daily = OIL + "every = \"1d\"\n";
    run(daily);
    found.with("3", "Oil Steady");
    Alerts alerts = alerts(daily);
    alerts.run(found.engine(), AlertsTest::request, alerts.named("oil").orElseThrow());
    assertThat(printed).hasSize(1);
  }

  private String hooked(String more) {
    return OIL + "to = \"" + hook() + "\"\nallow_private = true\n" + more;
  }

  @Test
  void aWebhookIsSignedSoThatWhoGetsItCanCheck() throws Exception {
    String toml = hooked("secret_env = \"HOOK_SECRET\"\n");
    run(toml);
    found.with("3", "Oil Steady");
    run(toml);
    Post post = posts.getFirst();
    String signed =
        post.header("Webhook-id") + "." + post.header("Webhook-timestamp") + "." + post.body();
    assertThat(post.header("Webhook-signature"))
        .isEqualTo("v1," + Delivery.signature(SECRET, signed));
    assertThat(post.header("Webhook-timestamp")).isEqualTo("" + now.getEpochSecond());
    assertThat(post.header("Content-type")).isEqualTo("application/json");
    assertThat(post.body())
        .startsWith("{\"type\":\"wellhead.stories\",\"timestamp\":\"2026-07-08T12:00:00Z\"")
        .contains("\"title\":\"Oil Steady\"", "\"published\":null", "\"alerts\":[\"oil\"]");
  }

  @Test
  void theSignatureIsThatOfTheStandardsOwnExample() {
    assertThat(
            Delivery.signature(
                SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}"))
        .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503})
  void aWebhookThatIsDownGetsTheSameBytesLater(int status) throws Exception {
    run(hooked(""));
    found.with("3", "Oil Steady");
    answers.set(status);
    assertThat(run(hooked(""))).isOne();
    assertThat(complaints.getFirst())
        .contains("not told: oil: 1 story", "answered " + status, "from 2026-07-08T12:01:00Z on");
    assertThat(run(hooked(""))).isZero(); // too early to try again
    assertThat(posts).hasSize(1);
    answers.set(204);
    later(Duration.ofMinutes(2));
    found.with("4", "Oil Again");
    assertThat(run(hooked(""))).isZero();
    assertThat(posts).hasSize(3);
    assertThat(posts.get(1).body()).isEqualTo(posts.get(0).body());
    assertThat(posts.get(1).header("Webhook-id")).isEqualTo(posts.get(0).header("Webhook-id"));
    assertThat(posts.get(2).header("Webhook-id")).isNotEqualTo(posts.get(0).header("Webhook-id"));
    assertThat(posts.get(2).body()).contains("Oil Again").doesNotContain("Oil Steady");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 404, 410})
  void aRefusalIsFinalAndNamed(int status) throws Exception {
    run(hooked(""));
    found.with("3", "Oil Steady");
    answers.set(status);
    assertThat(run(hooked(""))).isOne();
    assertThat(complaints.getFirst()).contains("answered " + status, "not tried again");
    later(Duration.ofDays(1));
    assertThat(run(hooked(""))).isZero();
    assertThat(posts).hasSize(1);
  }

  @Test
  void aMessageThatNeverArrivesIsGivenUpByName() throws Exception {
    run(hooked(""));
    found.with("3", "Oil Steady");
    answers.set(500);
    for (int i = 0; i < 20; i++) {
      run(hooked(""));
      later(Duration.ofHours(7));
    }
    assertThat(posts).hasSize(16);
    assertThat(complaints.getLast()).contains("given up after 16 attempts");
  }

  @Test
  void addressesOfThisMachineAreNotToldUnlessTheAlertSaysSo() throws Exception {
    String toml = OIL + "to = \"" + hook() + "\"\n";
    run(toml);
    found.with("3", "Oil Steady");
    assertThat(run(toml)).isOne();
    assertThat(complaints.getFirst()).contains("no address of the public network");
    assertThat(posts).isEmpty();
  }

  @Test
  void aSecretThatIsNotThereIsNamedAndTheMessageWaits() throws Exception {
    String toml = hooked("secret_env = \"NO_SUCH\"\n");
    run(toml);
    found.with("3", "Oil Steady");
    assertThat(run(toml)).isOne();
    assertThat(complaints.getFirst()).contains("NO_SUCH");
    assertThat(posts).isEmpty();
  }

  @Test
  void whatCouldNotBePrintedIsPrintedLater() throws Exception {
    run(OIL);
    found.with("3", "Oil Steady");
    printerWorks = false;
    assertThat(run(OIL)).isOne();
    printerWorks = true;
    later(Duration.ofMinutes(2));
    assertThat(run(OIL)).isZero();
    assertThat(printed).hasSize(1);
  }

  @Test
  void aCommandGetsTheMessageOnItsStandardInput() throws Exception {
    Path got = folder.resolve("got");
    String toml = OIL + "to = \"exec:cat > " + got + "\"\n";
    run(toml);
    found.with("3", "Oil Steady");
    assertThat(run(toml)).isZero();
    assertThat(got).content().contains("\"title\":\"Oil Steady\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack", "mattermost", "teams", "ntfy"})
  void servicesGetTheirOwnShape(String service) throws Exception {
    String toml = OIL + "to = \"" + service + ":" + hook() + "\"\nallow_private = true\n";
    run(toml);
    found.with("3", "Oil <!channel> & [Gas](x) @here");
    assertThat(run(toml)).isZero();
    String expected =
        switch (service) {
          case "slack" ->
              "{\"text\":\"• <https://desk.example/3|Oil &lt;!channel&gt; &amp; [Gas](x) @here>"
                  + " (desk.example · undated)\"}";
          case "mattermost" ->
              "{\"text\":\"• [Oil \\\\<!channel\\\\> & \\\\[Gas\\\\](x) \\\\@here]"
                  + "(https://desk.example/3) (desk.example · undated)\"}";
          case "teams" -> "application/vnd.microsoft.card.adaptive";
          default -> "oil: 1 story\n\n* Oil <!channel> & [Gas](x) @here\n";
        };
    assertThat(posts.getFirst().body()).contains(expected);
    assertThat(notes.getLast()).contains("/...").doesNotContain("hook");
  }

  @Test
  void aTestSendsTheNewestAndKeepsNoNote() throws Exception {
    Alerts alerts = alerts(OIL);
    assertThat(alerts.test(found.engine(), AlertsTest::request, alerts.named("oil").orElseThrow()))
        .isZero();
    assertThat(printed.getFirst()).startsWith("test of oil: 2 stories");
    assertThat(alerts.list()).containsExactly("oil: stdout · has not run yet");
  }

  @Test
  void anAlertThatIsResetBeginsAnew() throws Exception {
    run(OIL);
    found.with("3", "Oil Steady");
    Alerts alerts = alerts(OIL);
    alerts.reset(alerts.named("oil").orElseThrow());
    run(OIL);
    assertThat(printed).isEmpty();
    assertThat(alerts.list())
        .containsExactly("oil: stdout · knows 3, last run 2026-07-08T12:00:00Z");
  }

  @Test
  void theLogSaysWhatWasToldToWhom() throws Exception {
    run(OIL);
    found.with("3", "Oil Steady");
    run(OIL);
    List<String> log = alerts(OIL).log();
    assertThat(log).hasSize(2);
    assertThat(log.getFirst()).contains("oil begins");
    assertThat(log.getLast()).startsWith("2026-07-08T12:00:00Z told oil: 1 story (msg_");
  }

  /** Files whose writer is killed at its nth change. */
  private static final class Killed extends StateFiles {
    private final AtomicInteger left;

    Killed(Path folder, AtomicInteger left) {
      super(folder);
      this.left = left;
    }

    private void step() {
      if (left.decrementAndGet() < 0) {
        throw new KilledException();
      }
    }

    @Override
    public void write(String name, Object record) throws IOException {
      step();
      super.write(name, record);
      step();
    }

    @Override
    public void delete(String name) throws IOException {
      step();
      super.delete(name);
    }
  }

  private static final class KilledException extends RuntimeException {}

  @Test
  void whereverARunIsKilledEachStoryIsInExactlyOneMessage() throws Exception {
    String toml = hooked("to2 = \"\"\n").replace("to2 = \"\"\n", "") + "[more]\nq = \"Steady\"\n";
    toml = toml + "to = [\"" + hook() + "\", \"stdout\"]\nallow_private = true\n";
    for (int step = 0; ; step++) {
      Path here = Files.createDirectories(folder.resolve("step" + step));
      posts.clear();
      printed.clear();
      found.without("3");
      var known = new StateFiles(here);
      var outbox = new StateFiles(here.resolve("outbox"));
      alerts(toml, known, outbox).run(found.engine(), AlertsTest::request, null);
      found.with("3", "Oil Steady");
      var left = new AtomicInteger(step);
      boolean killed = false;
      try {
        alerts(toml, new Killed(here, left), new Killed(here.resolve("outbox"), left))
            .run(found.engine(), AlertsTest::request, null);
      } catch (KilledException e) {
        killed = true;
      }
      for (int i = 0; i < 3; i++) {
        alerts(toml, known, outbox).run(found.engine(), AlertsTest::request, null);
      }
      var ids = new HashSet<String>();
      posts.forEach(post -> ids.add(post.header("Webhook-id")));
      assertThat(ids).as("step %s", step).hasSize(1);
      assertThat(printed).as("step %s", step).isNotEmpty();
      assertThat(new HashSet<>(printed)).as("step %s", step).hasSize(1);
      assertThat(outbox.names()).as("step %s", step).isEmpty();
      if (!killed) {
        assertThat(step).isGreaterThan(8);
        assertThat(posts).hasSize(1);
        assertThat(printed).hasSize(1);
        return;
      }
    }
  }

  @Test
  void twoRunsAtOnceAreOne() throws Exception {
    try (var held = new StateFiles(folder).tryLock("run").orElseThrow()) {
      assertThat(held.isOpen()).isTrue();
      assertThatThrownBy(() -> run(OIL)).isInstanceOf(Alerts.HeldException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q = \"x\"|line 1: \"q\" stands outside an alert",
        "[a]\nq = 7.5|line 2: q: must be a text",
        "[a]\nevery = \"soon\"|line 2: every: \"soon\"; it must be like 30m",
        "[a]\nat = \"25:00\"|line 2: at: \"25:00\"; it must be like 07:30",
        "[a]\nto = \"nobody\"|line 2: to: nobody to be told",
        "[a]\nlimit = 3|line 2: limit: has no meaning for an alert",
        "[a]\nmax = 0|line 2: max: must be a number from 1 to 1000",
        "[a]\non = \"all\"|line 2: on: \"all\"; it must be new or change",
        "[\"a b\"]\nq = \"x\"|line 1: a name must be of letters",
        "[a]\nevery = \"1h\"\nat = \"07:30\"|line 3: every and at do not go together",
        "[a|line 1: ",
      })
  void whatIsWrongInTheFileIsNamedWithItsLine(String wrong) {
    String[] parts = wrong.split(Pattern.quote("|"));
    assertThatThrownBy(() -> file(parts[0]))
        .isInstanceOf(AlertsFileException.class)
        .hasMessageContaining("alerts.toml, " + parts[1]);
  }
}
