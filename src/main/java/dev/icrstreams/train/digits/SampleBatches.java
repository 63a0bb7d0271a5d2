package dev.icrstreams.train.digits;

import dev.icrstreams.train.source.FieldThreads;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * An epoch's batches, made ahead on a thread of their own: every sample once, in an order and with
 * variations that depend on the seed and the epoch alone. For one consuming thread.
 */
final class SampleBatches implements AutoCloseable {
  private static final int AHEAD = 4;

  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(task -> FieldThreads.daemon(task, "batches"));
  private final Deque<Future<Batch>> ready = new ArrayDeque<>();
  private final Samples samples;
  private final boolean varied;
  private final int size;
  private final long seed;
  private int[] order = {};
  private int epoch;
  private int next;

  /**
   * @param pixels {@code [n, length]}, flat
   * @param labels class of each
   */
  record Batch(float[] pixels, byte[] labels) {}

  SampleBatches(Samples samples, boolean varied, int size, long seed) {
    this.samples = samples;
    this.varied = varied;
    this.size = Math.min(size, samples.size());
    this.seed = seed;
  }

  /** Whole batches in an epoch; what is left over comes up in another epoch's order. */
  int perEpoch() {
    return samples.size() / size;
  }

  void start(int number) {
    epoch = number;
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    order = new int[samples.size()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    next = 0;
    ready.clear();
    for (int i = 0; i < AHEAD; i++) {
      prepare();
    }
  }

  Batch next() throws InterruptedException {
    try {
      Batch batch = ready.remove().get();
      prepare();
      return batch;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void prepare() {
    if (next < perEpoch()) {
      int from = next++ * size;
      int[] now = order;
      int number = epoch;
      ready.add(maker.submit(() -> make(now, number, from)));
    }
  }

  private Batch make(int[] now, int number, int from) {
    float[] pixels = new float[size * samples.length()];
    byte[] labels = new byte[size];
    for (int i = 0; i < size; i++) {
      int index = now[from + i];
      SplittableRandom random =
          varied ? new SplittableRandom((seed * 8191 + number) * 1_000_003 + index) : null;
      samples.encode(index, random, pixels, i * samples.length());
      labels[i] = samples.label(index);
    }
    return new Batch(pixels, labels);
  }

  @Override
  public void close() {
    maker.shutdownNow();
  }
}
