package dev.icrstreams.train.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

final class SequenceTrainer {
  static final int BATCH = 32;
  private static final int SORTED = 8;
  private static final int MAX_WIDTH = 640;

  private final StripNetwork network;
  private final Adam adam;
  private final float[] weights;
  private final float[] average;
  private final float[] gradients;
  private long steps;

  SequenceTrainer(long seed) {
    network = new StripNetwork(SequenceLayout.SHIPPED, seed);
    weights = network.weights();
    average = weights.clone();
    gradients = new float[weights.length];
    adam = new Adam(weights.length, 1e-3);
  }

  void resume(float[] from) {
    System.arraycopy(from, 0, weights, 0, weights.length);
    System.arraycopy(from, 0, average, 0, weights.length);
    network.setWeights(weights);
    steps = 2000;
  }

  float[] average() {
    return average;
  }

  StripNetwork network() {
    return network;
  }

  /** Batches of one round: strips of similar width together, in random order. */
  static List<StripBatch> batches(List<TrainingField> pool, SplittableRandom random) {
    List<TrainingField.Sample> samples = new ArrayList<>();
    while (samples.size() < SORTED * BATCH) {
      TrainingField.Sample sample = pool.get(random.nextInt(pool.size())).augmented(random);
      if (sample.strip().width() <= MAX_WIDTH) {
        samples.add(sample);
      }
    }
    samples.sort(Comparator.comparingInt(sample -> sample.strip().width()));
    List<StripBatch> batches = new ArrayList<>();
    for (int from = 0; from < samples.size(); from += BATCH) {
      batches.add(StripBatch.of(samples.subList(from, from + BATCH)));
    }
    for (int i = batches.size() - 1; i > 0; i--) {
      java.util.Collections.swap(batches, i, random.nextInt(i + 1));
    }
    return batches;
  }

  /** One step; the mean loss of a strip in nats. */
  double step(StripBatch batch, double rate) {
    int n = batch.samples().size();
    float[] logits = network.forward(batch.input(), n, batch.width());
    int classes = SequenceLayout.CLASSES;
    logSoftmax(logits, classes);
    float[] errors = new float[logits.length];
    int per = batch.columns() * classes;
    double loss = 0;
    for (int i = 0; i < n; i++) {
      TrainingField.Sample sample = batch.samples().get(i);
      double each =
          CtcTargets.fill(
              logits,
              i * per,
              batch.columns(),
              classes,
              sample.digits(),
              sample.first(),
              sample.last(),
              errors);
      if (Double.isNaN(each)) {
        continue;
      }
      loss += each;
      for (int j = i * per; j < (i + 1) * per; j++) {
        errors[j] = (float) ((Math.exp(logits[j]) - errors[j]) / n);
      }
    }
    network.backward(errors, n, batch.width(), gradients);
    adam.step(weights, gradients, rate);
    network.setWeights(weights);
    steps++;
    float keep = (float) Math.min(0.999, (1.0 + steps) / (10.0 + steps));
    for (int i = 0; i < average.length; i++) {
      average[i] = keep * average[i] + (1 - keep) * weights[i];
    }
    return loss / n;
  }

  static void logSoftmax(float[] logits, int classes) {
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
}
