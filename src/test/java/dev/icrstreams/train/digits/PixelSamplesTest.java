package dev.icrstreams.train.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.train.Strokes;
import dev.icrstreams.train.augment.Augmenter;
import dev.icrstreams.train.declare.Augmentation;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PixelSamplesTest {
  private static final long SEED = 8;
  private static final DigitSet DIGITS = Strokes.digits(10, SEED);

  /** Enlarged, changed by nothing and brought back: as it was, but for the interpolation. */
  @Test
  void anAugmentedDigitComesBackToItsSizeAndPlace() {
    Augmentation still = new Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    PixelSamples samples = new PixelSamples(DIGITS, new Augmenter(still));
    float[] plain = new float[784];
    float[] varied = new float[784];
    for (int i = 0; i < 10; i++) {
      samples.encode(i, null, plain, 0);
      samples.encode(i, new SplittableRandom(SEED), varied, 0);
      double difference = 0;
      for (int j = 0; j < 784; j++) {
        difference += Math.abs(plain[j] - varied[j]) / 784;
      }
      assertEquals(0, difference, 0.02, "digit " + i + ", seed " + SEED);
      assertEquals(middle(plain), middle(varied), 0.1, "digit " + i + ", seed " + SEED);
    }
  }

  private static double middle(float[] pixels) {
    double sum = 0;
    double weighed = 0;
    for (int i = 0; i < pixels.length; i++) {
      sum += pixels[i];
      weighed += pixels[i] * (i % 28);
    }
    return weighed / sum;
  }
}
