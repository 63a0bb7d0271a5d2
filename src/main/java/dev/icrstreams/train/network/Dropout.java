package dev.icrstreams.train.network;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Forgets values at random, and scales up those that stay, so that nothing need be done when the
 * training is over. What was forgotten has no error.
 */
final class Dropout {
  private static final double ALL = 1L << 31;

  private final FloatBuffer values;
  private final FloatBuffer errors;
  private final float[] factors;
  private final float[] copy;
  private final double share;
  private boolean active;

  /**
   * @param share that is forgotten
   * @param values changed in place
   * @param errors of those values
   */
  Dropout(double share, INDArray values, INDArray errors) {
    this.share = share;
    this.values = values.data().asNioFloat();
    this.errors = errors.data().asNioFloat();
    factors = new float[(int) values.length()];
    copy = new float[factors.length];
  }

  /** Chooses what is forgotten next; nothing without random numbers. */
  void draw(SplittableRandom random) {
    active = random != null;
    if (active) {
      Arrays.fill(factors, (float) (1 / (1 - share)));
      long limit = Math.round(share * ALL);
      for (int i = 0; i < factors.length; i += 2) {
        long bits = random.nextLong();
        if (bits >>> 33 < limit) {
          factors[i] = 0;
        }
        if (i + 1 < factors.length && (bits & 0x7fffffffL) < limit) {
          factors[i + 1] = 0;
        }
      }
    }
  }

  Step forward() {
    return () -> multiply(values);
  }

  Step backward() {
    return () -> multiply(errors);
  }

  private void multiply(FloatBuffer buffer) {
    if (active) {
      buffer.get(0, copy);
      for (int i = 0; i < copy.length; i++) {
        copy[i] *= factors[i];
      }
      buffer.put(0, copy);
    }
  }
}
