package dev.icrstreams.train;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.evaluate.Share;
import java.util.List;
import java.util.stream.IntStream;

/** The accuracy of a model alone: single digits through the service's own classifier. */
public final class DigitScore {
  private static final int DIGITS = 10;

  private DigitScore() {}

  /** The share of digits whose likeliest class of the ten is their label. */
  public static Share of(DigitModel model, DigitSet digits) {
    return all(byDigit(model, digits));
  }

  /** The same for each of the ten digits, from 0 to 9. */
  public static List<Share> byDigit(DigitModel model, DigitSet digits) {
    long[] right = new long[DIGITS];
    long[] of = new long[DIGITS];
    try (DigitClassifier classifier = new DigitClassifier(model)) {
      float[][] logProbabilities = classifier.logProbabilities(digits.images());
      for (int i = 0; i < digits.size(); i++) {
        int label = digits.labels()[i];
        of[label]++;
        right[label] += likeliest(logProbabilities[i]) == label ? 1 : 0;
      }
    }
    return IntStream.range(0, DIGITS).mapToObj(i -> new Share(right[i], of[i])).toList();
  }

  /** What shares of separate samples come to together. */
  public static Share all(List<Share> shares) {
    return new Share(
        shares.stream().mapToLong(Share::count).sum(), shares.stream().mapToLong(Share::of).sum());
  }

  private static int likeliest(float[] logProbabilities) {
    int best = 0;
    for (int digit = 1; digit < DIGITS; digit++) {
      best = logProbabilities[digit] > logProbabilities[best] ? digit : best;
    }
    return best;
  }
}
