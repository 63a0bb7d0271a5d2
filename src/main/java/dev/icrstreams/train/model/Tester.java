package dev.icrstreams.train.model;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Ink;
import dev.icrstreams.train.augment.Pictures;
import dev.icrstreams.train.run.Test;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a model's probabilities are worth on a set of digits. Stateless. */
public final class Tester {
  private static final int CLASSES = 10;
  private static final int BINS = 10;
  private static final double LEAST = 1e-12;

  private Tester() {}

  /** Gives the probabilities {@code [images][10]} of digits. */
  @FunctionalInterface
  public interface Reader {
    /** Reads all of them. */
    float[][] probabilities(List<Ink> images) throws IOException;
  }

  /**
   * Reads a set once and compares with its labels.
   *
   * @param set its name
   */
  public static Test test(String set, DigitSet digits, Reader reader) throws IOException {
    long started = System.nanoTime();
    float[][] probabilities = reader.probabilities(digits.images());
    double seconds = (System.nanoTime() - started) / 1e9;
    int[][] confusion = new int[CLASSES][CLASSES];
    int[] count = new int[BINS];
    int[] right = new int[BINS];
    double[] confidence = new double[BINS];
    double loss = 0;
    List<Wrong> wrong = new ArrayList<>();
    for (int i = 0; i < digits.size(); i++) {
      int label = digits.labels()[i];
      int predicted = likeliest(probabilities[i]);
      double sure = Math.min(1, probabilities[i][predicted]);
      confusion[label][predicted]++;
      loss -= Math.log(Math.max(LEAST, probabilities[i][label]));
      int bin = Math.min(BINS - 1, (int) (sure * BINS));
      count[bin]++;
      confidence[bin] += sure;
      if (predicted == label) {
        right[bin]++;
      } else {
        wrong.add(new Wrong(i, label, predicted, sure));
      }
    }
    List<Test.Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      if (count[b] > 0) {
        bins.add(
            new Test.Bin(
                (double) b / BINS,
                (b + 1.0) / BINS,
                count[b],
                confidence[b] / count[b],
                (double) right[b] / count[b]));
      }
    }
    return new Test(
        set, confusion, loss / digits.size(), digits.size() / seconds, bins, misses(wrong, digits));
  }

  /** The class of the highest probability. */
  public static int likeliest(float[] probabilities) {
    int best = 0;
    for (int digit = 1; digit < CLASSES; digit++) {
      best = probabilities[digit] > probabilities[best] ? digit : best;
    }
    return best;
  }

  private record Wrong(int index, int label, int predicted, double confidence) {}

  private static List<Test.Miss> misses(List<Wrong> wrong, DigitSet digits) {
    return wrong.stream()
        .sorted(Comparator.comparingDouble((Wrong each) -> -each.confidence()))
        .limit(Test.MOST)
        .map(
            each ->
                new Test.Miss(
                    each.index(),
                    each.label(),
                    each.predicted(),
                    each.confidence(),
                    Pictures.png(digits.images().get(each.index()))))
        .toList();
  }
}
