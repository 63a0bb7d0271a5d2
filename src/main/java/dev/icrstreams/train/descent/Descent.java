package dev.icrstreams.train.descent;

/**
 * How weights are fitted.
 *
 * @param method what a step is
 * @param squareDecay Adam's memory for squared gradients, 0.999 in its paper; shorter for few steps
 * @param weightDecay share of a weight that is lost a step, times the learning rate
 * @param l2 half the factor of the sum of squared weights in the loss
 * @param longest gradients are clipped to this length; 0 to leave them
 * @param averaging decay of the exponential average of the weights, which is the outcome; 0 for the
 *     weights of the last step
 */
public record Descent(
    Method method,
    double squareDecay,
    double weightDecay,
    double l2,
    double longest,
    double averaging) {
  /** How the project's own networks are trained. */
  public static final Descent OWN = new Descent(Method.ADAM, 0.99, 1e-3, 0, 5, 0.999);

  /** The methods that there are. */
  public enum Method {
    /** Kingma and Ba, 2015. */
    ADAM,
    /** Stochastic gradient descent with momentum 0.9. */
    SGD
  }

  /** An optimiser for so many weights, which remembers nothing as yet; for one thread. */
  public Optimiser optimiser(int size) {
    return method == Method.ADAM
        ? new Adam(size, squareDecay, weightDecay)
        : new Momentum(size, weightDecay);
  }

  /**
   * Adds what the weights themselves cost, and clips.
   *
   * @throws IllegalStateException if a gradient is no number
   */
  public void prepare(float[] gradients, float[] weights, long step) {
    double length = 0;
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] += (float) (l2 * weights[i]);
      length += gradients[i] * gradients[i];
    }
    length = Math.sqrt(length);
    if (!Double.isFinite(length)) {
      throw new IllegalStateException("training diverged in step " + step);
    }
    if (longest > 0 && length > longest) {
      float clip = (float) (longest / length);
      for (int i = 0; i < gradients.length; i++) {
        gradients[i] *= clip;
      }
    }
  }
}
