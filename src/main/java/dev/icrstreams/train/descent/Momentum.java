package dev.icrstreams.train.descent;

/** Stochastic gradient descent with momentum (B. Polyak, 1964). For one thread. */
final class Momentum implements Optimiser {
  private static final float KEEP = 0.9f;

  private final float[] speed;
  private final double weightDecay;

  Momentum(int size, double weightDecay) {
    speed = new float[size];
    this.weightDecay = weightDecay;
  }

  @Override
  public void step(float[] weights, float[] gradients, double rate, long steps) {
    float keepWeight = (float) (1 - rate * weightDecay);
    for (int i = 0; i < weights.length; i++) {
      speed[i] = KEEP * speed[i] - (float) rate * gradients[i];
      weights[i] = keepWeight * weights[i] + speed[i];
    }
  }

  @Override
  public float[][] memory() {
    return new float[][] {speed};
  }
}
