package dev.icrstreams.train.sequence;

/**
 * Fits the weights, a batch a step: CTC (A. Graves, S. Fernandez, F. Gomez and J. Schmidhuber,
 * 2006) with Adam, and the exponential average of the weights as the outcome. For one thread.
 */
final class SequenceFitter implements AutoCloseable {
  private static final double WEIGHT_DECAY = 1e-3;
  private static final double AVERAGE_DECAY = 0.999;

  /** Steps that trained weights count for: the average follows the new ones slowly at once. */
  private static final long SETTLED = 2_000;

  private final StripNetwork network;
  private final Adam adam;
  private final float[] weights;
  private final float[] average;
  private final float[] gradients;
  private long steps;

  /** Begins with random weights. */
  SequenceFitter(SequenceLayout layout, long seed) {
    network = new StripNetwork(layout, seed);
    weights = network.weights();
    average = weights.clone();
    gradients = new float[weights.length];
    adam = new Adam(weights.length, WEIGHT_DECAY);
  }

  /** Goes on from trained weights. */
  void resume(float[] from) {
    System.arraycopy(from, 0, weights, 0, weights.length);
    System.arraycopy(from, 0, average, 0, weights.length);
    network.setWeights(weights);
    steps = SETTLED;
  }

  /** The averaged weights; not a copy. */
  float[] average() {
    return average;
  }

  /** How well the averaged weights read. */
  FieldValidation.Score score(FieldValidation validation) {
    network.setWeights(average);
    FieldValidation.Score score = validation.score(network);
    network.setWeights(weights);
    return score;
  }

  /** One step; the mean loss of a strip in nats. */
  double step(StripBatch batch, double rate) {
    int n = batch.samples().size();
    float[] logs = network.forward(batch.input(), n, batch.width());
    logSoftmax(logs, SequenceLayout.CLASSES);
    float[] errors = new float[logs.length];
    double loss = 0;
    for (int i = 0; i < n; i++) {
      double each = batch.loss(i, logs, errors);
      if (Double.isNaN(each)) {
        // squeezed so narrow that its digits have no columns left: no error, nothing learned
        continue;
      }
      loss += each;
      for (int j = batch.offset(i); j < batch.offset(i + 1); j++) {
        errors[j] = (float) ((Math.exp(logs[j]) - errors[j]) / n);
      }
    }
    network.backward(errors, n, batch.width(), gradients);
    adam.step(weights, gradients, rate);
    network.setWeights(weights);
    steps++;
    float keep = (float) Math.min(AVERAGE_DECAY, (1.0 + steps) / (10.0 + steps));
    for (int i = 0; i < average.length; i++) {
      average[i] = keep * average[i] + (1 - keep) * weights[i];
    }
    return loss / n;
  }

  /** Logits to log-probabilities, in place. */
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

  @Override
  public void close() {
    network.close();
  }
}
