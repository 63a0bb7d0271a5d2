package dev.icrstreams.train.sequence;

import dev.icrstreams.train.FieldThreads;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * An epoch's augmented batches, a round made ahead on a thread of its own. What a batch holds
 * depends on the fields, the seed and its place alone, not on timing. For one consuming thread.
 */
final class StripBatches implements AutoCloseable {
  /** Batches among which strips are sorted by width. */
  static final int ROUND = 8;

  /** Wider strips, in pixels, are left out: a batch is as wide as its widest. */
  static final int MAX_WIDTH = 640;

  private final ExecutorService augmenter =
      Executors.newSingleThreadExecutor(task -> FieldThreads.daemon(task, "augmenter"));
  private final Deque<StripBatch> ready = new ArrayDeque<>();
  private final int size;
  private List<TrainingField> fields = List.of();
  private SplittableRandom random = new SplittableRandom(0);
  private Future<List<StripBatch>> ahead;
  private int left;

  /**
   * Nothing as yet.
   *
   * @param size strips in a batch
   */
  StripBatches(int size) {
    this.size = size;
  }

  /** Starts an epoch. */
  void start(List<TrainingField> from, long seed, int rounds) {
    ready.clear();
    fields = from;
    random = new SplittableRandom(seed);
    left = rounds;
    prepare();
  }

  /** The next batch; to be called for as many as the epoch has. */
  StripBatch next() throws InterruptedException {
    if (ready.isEmpty()) {
      try {
        ready.addAll(ahead.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
      prepare();
    }
    return ready.remove();
  }

  private void prepare() {
    if (left > 0) {
      left--;
      List<TrainingField> from = fields;
      SplittableRandom source = random;
      ahead = augmenter.submit(() -> round(from, source, size));
    }
  }

  /** Strips of similar width together, in random order. */
  private static List<StripBatch> round(
      List<TrainingField> fields, SplittableRandom random, int size) {
    List<TrainingField.Sample> samples = new ArrayList<>();
    while (samples.size() < ROUND * size) {
      TrainingField.Sample sample = fields.get(random.nextInt(fields.size())).augmented(random);
      if (sample.strip().width() <= MAX_WIDTH) {
        samples.add(sample);
      }
    }
    List<StripBatch> batches = sorted(samples, size);
    for (int i = batches.size() - 1; i > 0; i--) {
      Collections.swap(batches, i, random.nextInt(i + 1));
    }
    return batches;
  }

  /** Batches from narrow to wide; the last may hold fewer. */
  static List<StripBatch> sorted(List<TrainingField.Sample> samples, int size) {
    List<TrainingField.Sample> order = new ArrayList<>(samples);
    order.sort(Comparator.comparingInt(sample -> sample.strip().width()));
    List<StripBatch> batches = new ArrayList<>();
    for (int from = 0; from < order.size(); from += size) {
      batches.add(StripBatch.of(order.subList(from, Math.min(order.size(), from + size))));
    }
    return batches;
  }

  @Override
  public void close() {
    augmenter.shutdownNow();
  }
}
