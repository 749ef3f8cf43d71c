package wellhead.indexer.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Does the same for many things, on every processor: what is done for one hangs on no other. The
 * caller lends a hand, and goes on when all is done.
 */
final class Hands implements Closeable {
  /** Each has words and documents of its own in memory. */
  private static final int MOST = 8;

  /** So many are done in one go: few enough that all hands are done at about the same time. */
  private static final int AT_ONCE = 64;

  private final int count;
  private @Nullable ExecutorService others;

  /** One for each processor. */
  Hands() {
    this(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST));
  }

  Hands(int count) {
    this.count = count;
  }

  /** What is done for each. */
  @FunctionalInterface
  interface Step<T, R> {
    R of(T one) throws IOException;
  }

  /**
   * What the step makes of each, in the order of these.
   *
   * @throws IOException when it failed for one of them; others may have been left undone
   */
  <T, R> List<R> each(List<T> all, Step<T, R> step) throws IOException {
    var pieces = new Pieces<>(all, step);
    together(pieces, Math.min(count, 1 + all.size() / AT_ONCE));
    return pieces.results();
  }

  /** What every hand does once. */
  @FunctionalInterface
  interface Task {
    void run() throws IOException;
  }

  /** Every hand does the same at once. */
  void together(Task task) throws IOException {
    together(task, count);
  }

  private void together(Task task, int number) throws IOException {
    var helping = new ArrayList<Future<?>>();
    for (int i = 1; i < number; i++) {
      helping.add(
          others()
              .submit(() -> {
                task.run();
                return null;
              }));
    }
    try {
      task.run();
    } finally {
      for (Future<?> one : helping) {
        await(one);
      }
    }
  }

  /** Done by all hands, piece by piece, each by whoever is free. */
  private static final class Pieces<T, R> implements Task {
    private final List<T> all;
    private final Step<T, R> step;
    private final List<List<R>> done;
    private int next;

    Pieces(List<T> all, Step<T, R> step) {
      this.all = all;
      this.step = step;
      done = new ArrayList<>();
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        done.add(List.of());
      }
    }

    private synchronized int take() {
      return next == done.size() ? -1 : next++;
    }

    private synchronized void leave() {
      next = done.size();
    }

    private synchronized void put(int piece, List<R> results) {
      done.set(piece, results);
    }

    @Override
    public void run() throws IOException {
      boolean failed = true;
      try {
        for (int piece = take(); piece >= 0; piece = take()) {
          int from = piece * AT_ONCE;
          var results = new ArrayList<R>(AT_ONCE);
          for (T one : all.subList(from, Math.min(from + AT_ONCE, all.size()))) {
            results.add(step.of(one));
          }
          put(piece, results);
        }
        failed = false;
      } finally {
        if (failed) {
          leave(); // nobody needs the others
        }
      }
    }

    synchronized List<R> results() {
      return done.stream().flatMap(List::stream).toList();
    }
  }

  private ExecutorService others() {
    ExecutorService known = others;
    if (known == null) {
      known =
          Executors.newFixedThreadPool(
              count - 1, Thread.ofPlatform().name("index-", 1).daemon().factory());
      others = known;
    }
    return known;
  }

  /** To its end, whatever happens: it works with what the caller would close. */
  private static void await(Future<?> one) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          one.get();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw failure(e.getCause() == null ? e : e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static IOException failure(Throwable why) {
    if (why instanceof RuntimeException e) {
      throw e;
    }
    if (why instanceof Error e) {
      throw e;
    }
    return why instanceof IOException e ? e : new IOException(why);
  }

  @Override
  public void close() {
    if (others != null) {
      others.shutdown();
    }
  }
}
