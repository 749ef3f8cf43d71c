package wellhead.server.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Duration PATIENT = Duration.ofMinutes(1);

  private final AtomicLong clock = new AtomicLong();
  private final List<Turns> opened = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();

  @AfterEach
  void close() {
    visits.forEach(visit -> visit.mayEnd.countDown());
    opened.forEach(Turns::close);
  }

  @Test
  void aCrowdThatComesAtOnceIsLetWaitUpToTheQueuesEnd() throws Exception {
    Turns turns = turns(1, 10, PATIENT);
    for (int i = 0; i < 12; i++) {
      offer(turns);
    }
    assertThat(visits.getLast().refused()).isTrue();
    assertThat(turns.waiting()).isEqualTo(10);
    for (Visit visit : visits.subList(0, 11)) {
      visit.mayEnd.countDown();
      assertThat(visit.taken()).isTrue();
    }
    assertThat(turns.refused()).isEqualTo(1);
  }

  @Test
  void aQueueThatMovesIsNoOverloadHoweverLongItStands() {
    Turns turns = turns(1, 10, PATIENT);
    offer(turns);
    offer(turns);
    pass(60_000);
    for (int i = 0; i < 9; i++) {
      assertThat(offer(turns).refused()).isFalse();
    }
  }

  @Test
  void whereTurnsAreShortAsManyMayWaitAsHaveTheirTurnWithinHalfASecond() throws Exception {
    Turns turns = turns(1, 10, PATIENT);
    takeOneOf(turns, 5);
    offer(turns);
    for (int i = 0; i < 100; i++) {
      assertThat(offer(turns).refused()).as("the %dth that waits", i + 1).isFalse();
    }
    assertThat(offer(turns).refused()).as("the 101st").isTrue();
  }

  @Test
  void whereTurnsAreLongTheQueueIsNoShorterThanItIsToBe() throws Exception {
    Turns turns = turns(1, 10, PATIENT);
    takeOneOf(turns, 5_000);
    offer(turns);
    for (int i = 0; i < 10; i++) {
      assertThat(offer(turns).refused()).isFalse();
    }
    assertThat(offer(turns).refused()).isTrue();
  }

  @Test
  void whenTheQueueWasFullFewMayWait() {
    Turns turns = pressed();
    for (int i = 0; i < 12; i++) {
      assertThat(offer(turns).refused()).isTrue();
    }
    for (int i = 0; i < 9; i++) {
      letOneEnd(); // one is worked on, one waits
    }
    assertThat(offer(turns).refused()).as("the second that waits").isFalse();
    assertThat(offer(turns).refused()).as("the third").isTrue();
  }

  @Test
  void whatGoesOnForLongerThanItMayIsSaidUntilItIsOver() throws Exception {
    Turns turns = turns(2, 10, PATIENT);
    var watch = new Watch(turns, Duration.ofSeconds(5));
    Visit stuck = offer(turns);
    assertThat(stuck.taken()).isTrue();
    pass(3_000);
    assertThat(offer(turns).taken()).isTrue();
    pass(3_000);
    assertThat(watch.overdue()).as("a second is allowed").isZero();
    pass(1);
    assertThat(watch.overdue()).isEqualTo(1);
    stuck.mayEnd.countDown();
    while (watch.overdue() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void overloadLastsForAsLongAsOneInTenIsRefused() {
    Turns turns = pressed();
    for (int i = 0; i < 5; i++) {
      letOneEnd(); // five wait: fewer than may without overload
    }
    for (int second = 0; second < 3; second++) {
      for (int i = 0; i < 12; i++) {
        assertThat(offer(turns).refused()).isTrue();
      }
      pass(1_001);
    }
  }

  @Test
  void overloadIsOverAfterASecondInWhichNoMoreAskedThanMayAlwaysWaitHoweverOftenTheyDid() {
    Turns turns = pressed();
    for (int i = 0; i < 5; i++) {
      letOneEnd();
    }
    for (int i = 0; i < 100; i++) {
      Visit again = new Visit(i % 3);
      turns.offer(again);
      assertThat(again.refused()).isTrue();
    }
    pass(1_001);
    assertThat(offer(turns).refused()).isFalse();
  }

  @Test
  void overloadIsOverAfterASecondInWhichNobodyWasRefused() {
    Turns turns = pressed();
    for (int i = 0; i < 12; i++) {
      assertThat(offer(turns).refused()).isTrue();
    }
    for (int i = 0; i < 9; i++) {
      letOneEnd(); // one is worked on, one waits
    }
    pass(1_001);
    offer(turns); // a new second begins with this one, which is refused
    for (int i = 0; i < 30; i++) {
      letOneEnd();
      offer(turns);
    }
    pass(1_001);
    for (int i = 0; i < 5; i++) {
      assertThat(offer(turns).refused()).isFalse();
    }
  }

  @Test
  void nobodyWaitsBeyondItsPatienceThoughNoTurnEnds() throws Exception {
    Turns turns = turns(1, 10, Duration.ofMillis(20));
    Visit first = offer(turns);
    Visit second = offer(turns);
    assertThat(second.refusal.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    assertThat(turns.waiting()).isZero();
    first.mayEnd.countDown();
    Visit third = offer(turns);
    assertThat(third.taken()).isTrue();
    assertThat(second.taking.availablePermits()).as("and gets no turn later").isZero();
  }

  /** One is worked on, ten wait, and no more may. */
  private Turns pressed() {
    Turns turns = turns(1, 10, PATIENT);
    for (int i = 0; i < 11; i++) {
      offer(turns);
    }
    assertThat(offer(turns).refused()).isTrue();
    return turns;
  }

  private void takeOneOf(Turns turns, long millis) throws Exception {
    Visit visit = offer(turns);
    assertThat(visit.taken()).isTrue();
    pass(millis);
    visit.mayEnd.countDown();
    while (!turns.isIdle()) {
      Thread.onSpinWait();
    }
  }

  private void letOneEnd() {
    Visit next =
        visits.stream()
            .filter(v -> !v.refused() && v.mayEnd.getCount() > 0)
            .findFirst()
            .orElseThrow();
    Visit after =
        visits.stream()
            .filter(v -> v != next && !v.refused() && v.mayEnd.getCount() > 0)
            .findFirst()
            .orElseThrow();
    next.mayEnd.countDown();
    assertThat(after.taken()).isTrue();
  }

  private Turns turns(int atOnce, int waiting, Duration patience) {
    var turns = new Turns("turn", atOnce, waiting, patience, clock::get);
    opened.add(turns);
    return turns;
  }

  private Visit offer(Turns turns) {
    var visit = new Visit();
    visits.add(visit);
    turns.offer(visit);
    return visit;
  }

  private void pass(long millis) {
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** Takes its turn until it may end. */
  private static final class Visit implements Turns.Turn {
    private final Object from;
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final Semaphore taking = new Semaphore(0);
    private final Semaphore refusal = new Semaphore(0);

    /** Of somebody who asks for nothing else. */
    Visit() {
      this(new Object());
    }

    Visit(Object from) {
      this.from = from;
    }

    @Override
    public Object from() {
      return from;
    }

    @Override
    public void take() {
      taking.release();
      try {
        mayEnd.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void refuse() {
      refusal.release();
    }

    boolean refused() {
      return refusal.availablePermits() > 0;
    }

    boolean taken() {
      try {
        boolean taken = taking.tryAcquire(10, TimeUnit.SECONDS);
        taking.release(taken ? 1 : 0);
        return taken;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
