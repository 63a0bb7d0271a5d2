package dev.icrstreams.guarantee;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Origin;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Keeps a load at a rate by the clock, through whatever happens, and waits for answers without
 * letting the load rest. For one thread.
 */
final class SteadyLoad {
  /** So many fields wait at most; more would only make a run longer. */
  private static final int BACKLOG = 200;

  private final Load load;
  private final double perSecond;
  private final Duration patience;
  private final Supplier<String> hint;
  private final Set<Origin> marked = new HashSet<>();
  private double due;
  private long last = System.nanoTime();

  /**
   * A load of so many fields a second.
   *
   * @param patience how long to wait for what must come
   * @param hint what to say when it does not
   */
  SteadyLoad(Load load, double perSecond, Duration patience, Supplier<String> hint) {
    this.load = load;
    this.perSecond = perSecond;
    this.patience = patience;
    this.hint = hint;
  }

  /** Goes on for so many seconds. */
  void run(double seconds) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end) {
      step();
    }
  }

  /** A tenth of a second, with the fields that are due. */
  void step() {
    long now = System.nanoTime();
    // what a long pause of this process left undone is not made up for in a burst
    due = Math.min(due + (now - last) / 1e9 * perSecond, perSecond);
    last = now;
    long count = Math.min((long) due, BACKLOG - load.backlog());
    if (count > 0) {
      load.produce((int) count);
      due -= count;
    }
    long end = now + 100_000_000;
    do {
      load.take(Duration.ofMillis(50));
    } while (System.nanoTime() < end);
  }

  /** Seconds from then, in epoch milliseconds, until an answer arrives that was made after it. */
  double awaitAnswerAfter(long millis) {
    return awaitAnswerAfter(millis, patience);
  }

  double awaitAnswerAfter(long millis, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (load.lastWrittenAt() <= millis) {
      assertTrue(System.nanoTime() < deadline, () -> "no answer for " + atMost + ": " + hint.get());
      step();
    }
    return (System.currentTimeMillis() - millis) / 1e3;
  }

  /** Remembers what is produced, known to the brokers, and unanswered now. */
  void mark() {
    load.settle();
    marked.clear();
    marked.addAll(load.checker().unanswered());
  }

  /** Seconds from then until everything that was remembered is answered. */
  double awaitMarked(long millis) {
    long deadline = System.nanoTime() + patience.toNanos();
    for (marked.removeIf(load.checker()::isAnswered);
        !marked.isEmpty();
        marked.removeIf(load.checker()::isAnswered)) {
      assertTrue(
          System.nanoTime() < deadline,
          () -> marked.size() + " unanswered after " + patience + ": " + hint.get());
      step();
    }
    return (System.currentTimeMillis() - millis) / 1e3;
  }
}
