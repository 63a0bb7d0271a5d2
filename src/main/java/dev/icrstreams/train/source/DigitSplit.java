package dev.icrstreams.train.source;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.data.Mislabelled;
import dev.icrstreams.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The training half, less what is mislabelled, parted into digits to learn from and digits to
 * choose by. A digit that a plan holds out is held out by every other plan too, whatever its
 * network, seed or limit: the calibration needs digits that none of the reader's networks learned
 * from.
 *
 * @param training learned from, in random order
 * @param validation held out; every class has the same share of it as of the whole
 */
public record DigitSplit(DigitSet training, DigitSet validation) {
  private static final long SEED = 20;

  /**
   * The digits of a plan, at most its limit.
   *
   * @throws IOException if the data cannot be read; the message names the file
   */
  public static DigitSplit of(TrainingPlan plan) throws IOException {
    DigitSet digits = DigitSource.open(plan.data()).training();
    double wanted = plan.validation();
    int held = (int) Math.round(wanted < 1 ? wanted * digits.size() : wanted);
    DigitSplit all = split(digits, held, SEED).legible();
    return plan.limit() == 0 ? all : all.limited(plan.limit());
  }

  /** Only after the parting, so that no list changes which digits are held out. */
  private DigitSplit legible() {
    return new DigitSplit(Mislabelled.without(training), Mislabelled.without(validation));
  }

  /** The first digits of both parts: so many in all, up to half of them held out. */
  DigitSplit limited(int digits) {
    DigitSet held = validation.first(Math.max(1, digits / 2));
    return new DigitSplit(training.first(Math.max(1, digits - held.size())), held);
  }

  /** Parts {@code all}, about {@code validation} of them held out; the seed decides which. */
  static DigitSplit split(DigitSet all, int validation, long seed) {
    int[] order = shuffled(all.size(), new SplittableRandom(seed));
    int[] ofClass = new int[256];
    for (byte label : all.labels()) {
      ofClass[label & 0xff]++;
    }
    double share = Math.min(0.5, (double) validation / all.size());
    int[] held = new int[256];
    List<Integer> learn = new ArrayList<>();
    List<Integer> choose = new ArrayList<>();
    for (int i : order) {
      int label = all.labels()[i] & 0xff;
      boolean hold = held[label] < Math.round(share * ofClass[label]);
      held[label] += hold ? 1 : 0;
      (hold ? choose : learn).add(i);
    }
    return new DigitSplit(pick(all, learn), pick(all, choose));
  }

  /** The numbers 0 to n - 1 in random order (Fisher-Yates). */
  public static int[] shuffled(int n, SplittableRandom random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static DigitSet pick(DigitSet all, List<Integer> indices) {
    byte[] labels = new byte[indices.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = all.labels()[indices.get(i)];
    }
    return new DigitSet(indices.stream().map(all.images()::get).toList(), labels);
  }
}
