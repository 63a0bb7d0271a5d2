package dev.icrstreams.train.candidate;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.classify.InputEncoder;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.LineView;
import dev.icrstreams.synth.DrawnDigits;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.style.HandMix;
import dev.icrstreams.train.augment.Augmenter;
import dev.icrstreams.train.extra.ExtraShare;
import dev.icrstreams.train.source.DigitSplit;
import dev.icrstreams.train.source.FieldThreads;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One epoch's batches, made ahead on a thread of their own: augmented digits of the set, digits
 * drawn for the purpose, and candidates cut out of fields, half of them no digits; some of these,
 * at most {@link ExtraShare#MOST} of a batch, of the user's own fields. An epoch goes once through
 * the set; all else is drawn at random. What a batch holds depends on the seed, the epoch and its
 * place alone, not on timing. For one consuming thread.
 */
final class Batches implements AutoCloseable {
  private static final int AHEAD = 8;

  /** Of a batch, digits of the set, and those drawn; the rest are candidates. */
  private static final double PLAIN = 0.4;

  private static final double DRAWN = 0.1;

  /** Hands that the set of digits lacks. */
  private static final HandMix HANDS = new HandMix(0, 0.35, 0.65, 1.3, 0.25);

  /** Of the candidates, those whose line is hidden: reading must not hang on it alone. */
  private static final double WITHOUT_VIEW = 0.15;

  /** Of the candidates, those that are varied further. */
  private static final double AUGMENTED = 0.5;

  /**
   * @param pixels {@code [n, 28, 28, channels]}, flat
   * @param labels class of each
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Batch(float[] pixels, byte[] labels) {}

  private final ExecutorService workers =
      Executors.newSingleThreadExecutor(task -> FieldThreads.daemon(task, "augmenter"));
  private final InputEncoder encoder = new InputEncoder(InputEncoder.CHANNELS);
  private final DigitNormaliser normaliser = new DigitNormaliser();
  private final Deque<Future<Batch>> ready = new ArrayDeque<>();
  private final Augmenter augmenter;
  private final DigitSet digits;
  private final DrawnDigits drawn;
  private final int size;
  private final int plain;
  private final long seed;
  private final List<Sample> ownDigits;
  private final List<Sample> ownOthers;
  private List<Sample> minedDigits = List.of();
  private List<Sample> minedOthers = List.of();
  private int[] order;
  private long epoch;
  private int next;

  /**
   * @param own candidates of the user's own fields; may be empty
   * @param size of a batch
   * @param augmenter varies all of the set and of those drawn, and half of the candidates
   */
  Batches(DigitSet digits, List<Sample> own, int size, long seed, Augmenter augmenter) {
    this.ownDigits = digits(own);
    this.ownOthers = others(own);
    this.augmenter = augmenter;
    this.digits = digits;
    this.drawn = new DrawnDigits(digits, HANDS);
    this.size = Math.min(size, digits.size());
    this.plain = Math.max(1, (int) Math.round(PLAIN * this.size));
    this.seed = seed;
  }

  /** Whole batches in an epoch; what is left over comes up in another epoch's order. */
  int perEpoch() {
    return digits.size() / plain;
  }

  /**
   * Starts an epoch: every digit in a new order.
   *
   * @param mined candidates of both kinds
   */
  void start(int number, List<Sample> mined) {
    minedDigits = digits(mined);
    minedOthers = others(mined);
    if (minedDigits.isEmpty() || minedOthers.isEmpty()) {
      throw new IllegalArgumentException(
          minedDigits.size() + " mined digits, " + minedOthers.size() + " that are none");
    }
    epoch = number;
    order = DigitSplit.shuffled(digits.size(), new SplittableRandom(seed * 1_000_003 + epoch));
    next = 0;
    ready.clear();
    for (int i = 0; i < AHEAD; i++) {
      prepare();
    }
  }

  private static List<Sample> digits(List<Sample> all) {
    return all.stream().filter(each -> each.label() != DigitClassifier.NO_DIGIT).toList();
  }

  private static List<Sample> others(List<Sample> all) {
    return all.stream().filter(each -> each.label() == DigitClassifier.NO_DIGIT).toList();
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
      Part part = new Part(order, epoch, next++ * plain, minedDigits, minedOthers);
      ready.add(workers.submit(() -> make(part)));
    }
  }

  /** What a batch is made of. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Part(
      int[] order, long epoch, int from, List<Sample> digits, List<Sample> others) {}

  private Batch make(Part part) {
    float[] pixels = new float[size * encoder.length()];
    byte[] labels = new byte[size];
    for (int i = 0; i < plain; i++) {
      int index = part.order()[part.from() + i];
      SplittableRandom random =
          new SplittableRandom((seed * 8191 + part.epoch()) * 1_000_003 + index);
      encoder.encode(augmenter.augment(digits.images().get(index), random), null, pixels, i);
      labels[i] = digits.labels()[index];
    }
    long place = (seed * 127 + part.epoch()) * 1_000_003 + part.from();
    SplittableRandom random = new SplittableRandom(place);
    int mined = plain + (int) Math.round(DRAWN * size);
    int left = own(ownDigits, part.from() / plain);
    int leftOthers = own(ownOthers, part.from() / plain);
    for (int i = plain; i < size; i++) {
      Sample sample;
      if (i < mined) {
        sample = drawn(new SeededRandom(place, i));
      } else if (i % 2 == 0) {
        sample = any(left-- > 0 ? ownDigits : part.digits(), random);
      } else {
        sample = any(leftOthers-- > 0 ? ownOthers : part.others(), random);
      }
      LineView view = random.nextDouble() < WITHOUT_VIEW ? null : sample.view();
      boolean vary = i < mined || random.nextDouble() < AUGMENTED;
      encoder.encode(
          vary ? augmenter.augment(sample.ink(), random) : sample.ink(), view, pixels, i);
      labels[i] = sample.label();
    }
    return new Batch(pixels, labels);
  }

  /** How many of the user's own samples of a kind a batch has. */
  private int own(List<Sample> samples, int batch) {
    double share = ExtraShare.of(samples.size(), (long) perEpoch() * size, ExtraShare.MOST / 2);
    return ExtraShare.inPart(batch, share * size);
  }

  private Sample drawn(SeededRandom random) {
    int value = random.range(0, 9);
    return Sample.of(drawn.draw(value, random), null, value, normaliser);
  }

  private static Sample any(List<Sample> samples, SplittableRandom random) {
    return samples.get(random.nextInt(samples.size()));
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
