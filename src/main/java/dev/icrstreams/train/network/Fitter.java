package dev.icrstreams.train.network;

import dev.icrstreams.train.descent.Descent;
import dev.icrstreams.train.descent.Optimiser;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Fits a network's weights, a batch a step. The outcome is the exponential average of the weights
 * (Polyak averaging), which reads better than the weights of any single step. For one thread.
 */
public final class Fitter implements AutoCloseable {
  /** Steps that trained weights count for: the average follows the new ones slowly at once. */
  private static final long SETTLED = 2_000;

  private final Network network;
  private final Descent descent;
  private final Optimiser optimiser;
  private final float[] weights;
  private final float[] average;
  private final float[] gradients;
  private final long seed;
  private long steps;
  private long optimiserSteps;

  /** Begins with random weights, to be fitted as the project's own networks are. */
  public Fitter(Layout layout, long seed) {
    this(layout, seed, Descent.OWN);
  }

  /** Begins with random weights. */
  public Fitter(Layout layout, long seed, Descent descent) {
    this.seed = seed;
    this.descent = descent;
    network = new Network(layout, seed);
    weights = network.weights();
    average = weights.clone();
    gradients = new float[weights.length];
    optimiser = descent.optimiser(weights.length);
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

  /**
   * Log-probabilities of a batch's classes, for a step; see {@link Network#forward}. What dropout
   * drops follows from the seed and the number of the step.
   */
  public float[] logProbabilities(float[] input, int n, int columns, int classes) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + optimiserSteps);
    float[] logs = network.forward(input, n, columns, random);
    logSoftmax(logs, classes);
    return logs;
  }

  /** One step against the errors of the batch whose log-probabilities were asked for last. */
  public void step(float[] errors, int n, int columns, double rate) {
    network.backward(errors, n, columns, gradients);
    optimiserSteps++;
    descent.prepare(gradients, weights, optimiserSteps);
    optimiser.step(weights, gradients, rate, optimiserSteps);
    network.setWeights(weights);
    steps++;
    float keep = (float) Math.min(descent.averaging(), (1.0 + steps) / (10.0 + steps));
    for (int i = 0; i < average.length; i++) {
      average[i] = keep * average[i] + (1 - keep) * weights[i];
    }
  }

  /** All that the next steps depend on, copied. */
  public State state() {
    List<float[]> arrays = new ArrayList<>(List.of(weights.clone(), average.clone()));
    for (float[] memory : optimiser.memory()) {
      arrays.add(memory.clone());
    }
    return new State(steps, optimiserSteps, arrays);
  }

  /**
   * Goes on where another fitter of this layout stood.
   *
   * @throws IllegalArgumentException if its layout or method was another
   */
  public void restore(State state) {
    List<float[]> own = new ArrayList<>(List.of(weights, average));
    own.addAll(List.of(optimiser.memory()));
    boolean fits = own.size() == state.arrays().size();
    for (int i = 0; fits && i < own.size(); i++) {
      fits = own.get(i).length == state.arrays().get(i).length;
    }
    if (!fits) {
      throw new IllegalArgumentException("the state is of another network or method");
    }
    for (int i = 0; i < own.size(); i++) {
      System.arraycopy(state.arrays().get(i), 0, own.get(i), 0, own.get(i).length);
    }
    steps = state.steps();
    optimiserSteps = state.optimiserSteps();
    network.setWeights(weights);
  }

  /**
   * Where a fitter stands.
   *
   * @param steps that the average of the weights counts
   * @param optimiserSteps steps taken
   * @param arrays weights, their average, and the optimiser's memory
   */
  public record State(long steps, long optimiserSteps, List<float[]> arrays) {}

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
