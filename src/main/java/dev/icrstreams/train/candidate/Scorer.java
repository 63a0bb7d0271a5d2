package dev.icrstreams.train.candidate;

import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.classify.InputEncoder;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.train.network.Fitter;
import dev.icrstreams.train.network.Network;
import dev.icrstreams.train.plan.DigitLayout;
import java.util.List;

/** Scores a network on what is held out, as it is, without augmentation. For one thread. */
final class Scorer {
  private static final int CHUNK = 128;
  private static final int DIGITS = 10;

  private final InputEncoder encoder = new InputEncoder(InputEncoder.CHANNELS);
  private final float[] pixels;
  private final byte[] labels;
  private final int answers;

  /**
   * @param accuracy share read right
   * @param loss mean cross-entropy in nats
   */
  record Score(double accuracy, double loss) {}

  /**
   * @param answers classes that an answer is chosen from, from the first on
   */
  private Scorer(int size, int answers) {
    pixels = new float[size * encoder.length()];
    labels = new byte[size];
    this.answers = answers;
  }

  /** Scores on digits, which the reader knows to be digits. */
  static Scorer of(DigitSet digits) {
    Scorer scorer = new Scorer(digits.size(), DIGITS);
    for (int i = 0; i < digits.size(); i++) {
      scorer.encoder.encode(digits.images().get(i), null, scorer.pixels, i);
      scorer.labels[i] = digits.labels()[i];
    }
    return scorer;
  }

  /** Scores on candidates, which may be no digits. */
  static Scorer of(List<Sample> candidates) {
    Scorer scorer = new Scorer(candidates.size(), DigitLayout.CLASSES);
    for (int i = 0; i < candidates.size(); i++) {
      Sample sample = candidates.get(i);
      scorer.encoder.encode(sample.ink(), sample.view(), scorer.pixels, i);
      scorer.labels[i] = sample.label();
    }
    return scorer;
  }

  Score score(Network network) {
    int right = 0;
    double loss = 0;
    for (int from = 0; from < labels.length; from += CHUNK) {
      int n = Math.min(CHUNK, labels.length - from);
      float[] part = new float[n * encoder.length()];
      System.arraycopy(pixels, from * encoder.length(), part, 0, part.length);
      float[] logs = network.forward(part, n, DigitNormaliser.SIZE);
      Fitter.logSoftmax(logs, DigitLayout.CLASSES);
      for (int i = 0; i < n; i++) {
        int label = labels[from + i];
        right += best(logs, i * DigitLayout.CLASSES) == label ? 1 : 0;
        loss -= logs[i * DigitLayout.CLASSES + label];
      }
    }
    return new Score((double) right / labels.length, loss / labels.length);
  }

  private int best(float[] logs, int from) {
    int best = 0;
    for (int i = 1; i < answers; i++) {
      best = logs[from + i] > logs[from + best] ? i : best;
    }
    return best;
  }
}
