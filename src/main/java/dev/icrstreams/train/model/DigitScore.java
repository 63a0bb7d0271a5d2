package dev.icrstreams.train.model;

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

  /**
   * What one digit was read as.
   *
   * @param image its number in the set, from 0
   * @param read the likeliest class of the ten
   * @param labelProbability of what the label says, with the class for no digit beside the ten
   * @param readProbability of what was read
   */
  public record Answer(
      int image, int label, int read, double labelProbability, double readProbability) {
    /** Whether the label says so too. */
    public boolean isRight() {
      return read == label;
    }
  }

  /** Reads every digit of a set. */
  public static List<Answer> answers(DigitModel model, DigitSet digits) {
    try (DigitClassifier classifier = new DigitClassifier(model)) {
      float[][] logProbabilities = classifier.logProbabilities(digits.images());
      return IntStream.range(0, digits.size())
          .mapToObj(i -> answer(i, digits.labels()[i], logProbabilities[i]))
          .toList();
    }
  }

  private static Answer answer(int image, int label, float[] logProbabilities) {
    int read = likeliest(logProbabilities);
    return new Answer(
        image, label, read, Math.exp(logProbabilities[label]), Math.exp(logProbabilities[read]));
  }

  /** The share of right answers for each of the ten digits, from 0 to 9. */
  public static List<Share> byDigit(List<Answer> answers) {
    long[] right = new long[DIGITS];
    long[] of = new long[DIGITS];
    for (Answer answer : answers) {
      of[answer.label()]++;
      right[answer.label()] += answer.isRight() ? 1 : 0;
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
