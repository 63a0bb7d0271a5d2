package dev.icrstreams.train.descent;

/**
 * Adam with decoupled weight decay (D. Kingma and J. Ba, 2015; I. Loshchilov and F. Hutter, 2019)
 * on plain arrays. For one thread.
 */
final class Adam implements Optimiser {
  private static final double MEAN_DECAY = 0.9;
  private static final float EPSILON = 1e-7f;

  private final float[] mean;
  private final float[] square;
  private final double squareDecay;
  private final double weightDecay;

  Adam(int size, double squareDecay, double weightDecay) {
    mean = new float[size];
    square = new float[size];
    this.squareDecay = squareDecay;
    this.weightDecay = weightDecay;
  }

  @Override
  public void step(float[] weights, float[] gradients, double rate, long steps) {
    float keepMean = (float) MEAN_DECAY;
    float keepSquare = (float) squareDecay;
    float squareScale = (float) (1 / (1 - Math.pow(squareDecay, (double) steps)));
    float stepSize = (float) (rate / (1 - Math.pow(MEAN_DECAY, (double) steps)));
    float keepWeight = (float) (1 - rate * weightDecay);
    for (int i = 0; i < weights.length; i++) {
      float gradient = gradients[i];
      mean[i] = keepMean * mean[i] + (1 - keepMean) * gradient;
      square[i] = keepSquare * square[i] + (1 - keepSquare) * gradient * gradient;
      float root = (float) Math.sqrt(square[i] * squareScale);
      weights[i] = keepWeight * weights[i] - stepSize * mean[i] / (root + EPSILON);
    }
  }

  @Override
  public float[][] memory() {
    return new float[][] {mean, square};
  }
}
