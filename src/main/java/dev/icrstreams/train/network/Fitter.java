package dev.icrstreams.train.network;

import java.util.function.Function;

/**
 * Fits a network's weights, a batch a step: Adam, and the exponential average of the weights as the
 * outcome (Polyak averaging), which reads better than the weights of any single step. For one
 * thread.
 */
public final class Fitter implements AutoCloseable {
  private static final double WEIGHT_DECAY = 1e-3;
  private static final double AVERAGE_DECAY = 0.999;

  /** Steps that trained weights count for: the average follows the new ones slowly at once. */
  private static final long SETTLED = 2_000;

  private final Network network;
  private final Adam adam;
  private final float[] weights;
  private final float[] average;
  private final float[] gradients;
  private long steps;

  /** Begins with random weights. */
  public Fitter(Layout layout, long seed) {
    network = new Network(layout, seed);
    weights = network.weights();
    average = weights.clone();
    gradients = new float[weights.length];
    adam = new Adam(weights.length, WEIGHT_DECAY);
  }

  /** Goes on from trained weights. */
  public void resume(float[] from) {
    System.arraycopy(from, 0, weights, 0, weights.length);
    System.arraycopy(from, 0, average, 0, weights.length);
    network.setWeights(weights);
    steps = SETTLED;
  }

  /** The averaged weights; not a copy. */
  public float[] average() {
    return average;
  }

  /** What somebody finds out about the network with the averaged weights. */
  public <T> T withAverage(Function<Network, T> look) {
    network.setWeights(average);
    T found = look.apply(network);
    network.setWeights(weights);
    return found;
  }

  /** Log-probabilities of a batch's classes; see {@link Network#forward}. */
  public float[] logProbabilities(float[] input, int n, int columns, int classes) {
    float[] logs = network.forward(input, n, columns);
    logSoftmax(logs, classes);
    return logs;
  }

  /** One step against the errors of the batch whose log-probabilities were asked for last. */
  public void step(float[] errors, int n, int columns, double rate) {
    network.backward(errors, n, columns, gradients);
    adam.step(weights, gradients, rate);
    network.setWeights(weights);
    steps++;
    float keep = (float) Math.min(AVERAGE_DECAY, (1.0 + steps) / (10.0 + steps));
    for (int i = 0; i < average.length; i++) {
      average[i] = keep * average[i] + (1 - keep) * weights[i];
    }
  }

  /** Logits to log-probabilities, in place. */
  public static void logSoftmax(float[] logits, int classes) {
    for (int from = 0; from < logits.length; from += classes) {
      float high = Float.NEGATIVE_INFINITY;
      for (int c = 0; c < classes; c++) {
        high = Math.max(high, logits[from + c]);
      }
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        sum += Math.exp(logits[from + c] - high);
      }
      float shift = (float) (high + Math.log(sum));
      for (int c = 0; c < classes; c++) {
        logits[from + c] -= shift;
      }
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
