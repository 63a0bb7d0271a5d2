package dev.icrstreams.train;

import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.train.network.Fitter;
import dev.icrstreams.train.network.Layout;

/**
 * Fits a digit network, a batch a step, by cross-entropy with label smoothing (C. Szegedy, V.
 * Vanhoucke, S. Ioffe, J. Shlens and Z. Wojna, "Rethinking the Inception architecture for computer
 * vision", 2016). For one thread.
 */
final class DigitFitter implements AutoCloseable {
  /**
   * Probability that is spread over all classes: some labels are wrong, and some digits unclear.
   */
  private static final double SMOOTHING = 0.03;

  private final Fitter fitter;
  private final int classes;

  /** Begins with random weights. */
  DigitFitter(Layout layout, long seed) {
    fitter = new Fitter(layout, seed);
    classes = layout.classes();
  }

  /** Goes on from trained weights. */
  void resume(float[] from) {
    fitter.resume(from);
  }

  /** The averaged weights; not a copy. */
  float[] average() {
    return fitter.average();
  }

  /** How well the averaged weights read. */
  Scorer.Score score(Scorer scorer) {
    return fitter.withAverage(scorer::score);
  }

  /** One step; the mean loss of a digit in nats, without smoothing. */
  double step(Batches.Batch batch, double rate) {
    int n = batch.labels().length;
    float[] logs = fitter.logProbabilities(batch.pixels(), n, DigitNormaliser.SIZE, classes);
    float[] errors = new float[logs.length];
    double loss = 0;
    for (int i = 0; i < n; i++) {
      int right = i * classes + batch.labels()[i];
      loss -= logs[right];
      for (int j = i * classes; j < (i + 1) * classes; j++) {
        double target = SMOOTHING / classes + (j == right ? 1 - SMOOTHING : 0);
        errors[j] = (float) ((Math.exp(logs[j]) - target) / n);
      }
    }
    fitter.step(errors, n, DigitNormaliser.SIZE, rate);
    return loss / n;
  }

  @Override
  public void close() {
    fitter.close();
  }
}
