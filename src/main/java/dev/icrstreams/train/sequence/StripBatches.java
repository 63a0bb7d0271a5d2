package dev.icrstreams.train.sequence;

import dev.icrstreams.train.extra.ExtraShare;
import dev.icrstreams.train.sequence.TrainingField.Sample;
import dev.icrstreams.train.source.FieldThreads;
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
import java.util.function.Supplier;

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
  private final List<TrainingField> extra;
  private double extraPerRound;
  private int rounds;
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
    this(size, List.of());
  }

  /**
   * Batches of which a part is of the user's own fields, at most {@link ExtraShare#MOST} of each.
   *
   * @param size strips in a batch
   * @param extra may be empty
   */
  StripBatches(int size, List<TrainingField> extra) {
    this.size = size;
    this.extra = List.copyOf(extra);
  }

  /** Starts an epoch. */
  void start(List<TrainingField> from, long seed, int rounds) {
    ready.clear();
    fields = from;
    random = new SplittableRandom(seed);
    left = rounds;
    this.rounds = rounds;
    long places = (long) rounds * ROUND * size;
    extraPerRound = ExtraShare.of(extra.size(), places, ExtraShare.MOST) * ROUND * size;
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
      int own = ExtraShare.inPart(rounds - left, extraPerRound);
      left--;
      List<TrainingField> from = fields;
      SplittableRandom source = random;
      ahead = augmenter.submit(() -> round(from, source, own));
    }
  }

  /** Strips of similar width together, in random order; in each batch as many own ones. */
  private List<StripBatch> round(List<TrainingField> from, SplittableRandom random, int own) {
    List<Sample> old = samples(ROUND * size - own, random, () -> any(from, random));
    List<Sample> added = samples(own, random, () -> any(extra, random).slanted(random));
    List<StripBatch> batches = new ArrayList<>();
    int oldFrom = 0;
    for (int i = 1; i <= ROUND; i++) {
      List<Sample> batch = new ArrayList<>(added.subList((i - 1) * own / ROUND, i * own / ROUND));
      int oldTo = oldFrom + size - batch.size();
      batch.addAll(old.subList(oldFrom, oldTo));
      oldFrom = oldTo;
      batches.add(StripBatch.of(batch));
    }
    for (int i = batches.size() - 1; i > 0; i--) {
      Collections.swap(batches, i, random.nextInt(i + 1));
    }
    return batches;
  }

  private static TrainingField any(List<TrainingField> fields, SplittableRandom random) {
    return fields.get(random.nextInt(fields.size()));
  }

  /** Augmented strips from narrow to wide. */
  private static List<Sample> samples(
      int count, SplittableRandom random, Supplier<TrainingField> source) {
    List<Sample> samples = new ArrayList<>();
    while (samples.size() < count) {
      Sample sample = source.get().augmented(random);
      if (sample.strip().width() <= MAX_WIDTH) {
        samples.add(sample);
      }
    }
    samples.sort(Comparator.comparingInt(sample -> sample.strip().width()));
    return samples;
  }

  /** Batches from narrow to wide; the last may hold fewer. */
  static List<StripBatch> sorted(List<Sample> samples, int size) {
    List<Sample> order = new ArrayList<>(samples);
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
