package dev.icrstreams.train;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.evaluate.Share;

/** The accuracy of a model alone: single digits through the service's own classifier. */
public final class DigitScore {
  private static final int DIGITS = 10;

  private DigitScore() {}

  /** The share of digits whose likeliest class of the ten is their label. */
  public static Share of(DigitModel model, DigitSet digits) {
    try (DigitClassifier classifier = new DigitClassifier(model)) {
      float[][] logProbabilities = classifier.logProbabilities(digits.images());
      int right = 0;
      for (int i = 0; i < digits.size(); i++) {
        right += likeliest(logProbabilities[i]) == digits.labels()[i] ? 1 : 0;
      }
      return new Share(right, digits.size());
    }
  }

  private static int likeliest(float[] logProbabilities) {
    int best = 0;
    for (int digit = 1; digit < DIGITS; digit++) {
      best = logProbabilities[digit] > logProbabilities[best] ? digit : best;
    }
    return best;
  }
}
