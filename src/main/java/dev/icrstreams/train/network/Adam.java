package dev.icrstreams.train.network;

/**
 * Adam with decoupled weight decay (D. Kingma and J. Ba, 2015; I. Loshchilov and F. Hutter, 2019)
 * on plain arrays, gradients clipped to a length. For one thread.
 */
final class Adam {
  private static final double MEAN_DECAY = 0.9;
  private static final double SQUARE_DECAY = 0.99;
  private static final float EPSILON = 1e-7f;
  private static final double LONGEST = 5;

  private final float[] mean;
  private final float[] square;
  private final double weightDecay;
  private int steps;

  Adam(int size, double weightDecay) {
    mean = new float[size];
    square = new float[size];
    this.weightDecay = weightDecay;
  }

  /** Moves the weights a step against their gradients. */
  void step(float[] weights, float[] gradients, double rate) {
    steps++;
    double length = 0;
    for (float gradient : gradients) {
      length += gradient * gradient;
    }
    length = Math.sqrt(length);
    if (!Double.isFinite(length)) {
      throw new IllegalStateException("training diverged in step " + steps);
    }
    float clip = (float) Math.min(1, LONGEST / Math.max(length, 1e-12));
    float keepMean = (float) MEAN_DECAY;
    float keepSquare = (float) SQUARE_DECAY;
    float squareScale = (float) (1 / (1 - Math.pow(SQUARE_DECAY, steps)));
    float stepSize = (float) (rate / (1 - Math.pow(MEAN_DECAY, steps)));
    float keepWeight = (float) (1 - rate * weightDecay);
    for (int i = 0; i < weights.length; i++) {
      float gradient = clip * gradients[i];
      mean[i] = keepMean * mean[i] + (1 - keepMean) * gradient;
      square[i] = keepSquare * square[i] + (1 - keepSquare) * gradient * gradient;
      float root = (float) Math.sqrt(square[i] * squareScale);
      weights[i] = keepWeight * weights[i] - stepSize * mean[i] / (root + EPSILON);
    }
  }
}
