package dev.icrstreams.train;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An exponential moving average of a network's weights, batch-norm statistics included (Polyak
 * averaging): reads better than the weights of any single step. For one thread.
 */
final class WeightAverage {
  private static final double DECAY = 0.999;

  private final INDArray average;
  private long steps;

  WeightAverage(INDArray weights) {
    average = weights.dup();
  }

  /** Takes in the weights after a step; early on the average follows them faster. */
  void add(INDArray weights) {
    steps++;
    double decay = Math.min(DECAY, (1.0 + steps) / (10.0 + steps));
    average.muli(decay).addi(weights.mul(1 - decay));
  }

  INDArray weights() {
    return average;
  }
}
