package dev.icrstreams.train;

import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.data.DigitSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One epoch's augmented batches, made ahead on a thread of their own. What a batch holds depends on
 * the seed, the epoch and its place alone, not on timing. For one consuming thread.
 */
final class Batches implements AutoCloseable {
  private static final int AHEAD = 8;

  /**
   * @param pixels {@code [n, 28, 28, 1]}, flat
   * @param labels class of each digit
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Batch(float[] pixels, byte[] labels) {}

  private final ExecutorService workers =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "augmenter");
            thread.setDaemon(true);
            return thread;
          });
  private final DigitNormaliser normaliser = new DigitNormaliser();
  private final Augmenter augmenter = new Augmenter();
  private final Deque<Future<Batch>> ready = new ArrayDeque<>();
  private final DigitSet digits;
  private final int size;
  private final long seed;
  private int[] order;
  private long epoch;
  private int next;

  Batches(DigitSet digits, int size, long seed) {
    this.digits = digits;
    this.size = Math.min(size, digits.size());
    this.seed = seed;
  }

  /** Whole batches in an epoch; what is left over comes up in another epoch's order. */
  int perEpoch() {
    return digits.size() / size;
  }

  /** Starts an epoch: every digit in a new order. */
  void start(int number) {
    epoch = number;
    order = DigitSplit.shuffled(digits.size(), new SplittableRandom(seed * 1_000_003 + epoch));
    next = 0;
    ready.clear();
    for (int i = 0; i < AHEAD; i++) {
      prepare();
    }
  }

  /** The next batch of the epoch; null at its end. */
  Batch next() throws InterruptedException {
    Future<Batch> batch = ready.poll();
    if (batch == null) {
      return null;
    }
    prepare();
    try {
      return batch.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void prepare() {
    if (next < perEpoch()) {
      int[] current = order;
      long number = epoch;
      int from = next++ * size;
      ready.add(workers.submit(() -> make(current, number, from)));
    }
  }

  private Batch make(int[] current, long number, int from) {
    float[] pixels = new float[size * DigitNormaliser.PIXELS];
    byte[] labels = new byte[size];
    for (int i = 0; i < size; i++) {
      int index = current[from + i];
      SplittableRandom random = new SplittableRandom((seed * 8191 + number) * 1_000_003 + index);
      normaliser.normalise(
          augmenter.augment(digits.images().get(index), random),
          pixels,
          i * DigitNormaliser.PIXELS);
      labels[i] = digits.labels()[index];
    }
    return new Batch(pixels, labels);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
