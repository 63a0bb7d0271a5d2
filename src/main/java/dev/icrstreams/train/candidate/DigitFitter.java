package dev.icrstreams.train.candidate;

import dev.icrstreams.train.course.Task;
import dev.icrstreams.train.declare.Fitting;
import dev.icrstreams.train.network.Fitter;
import dev.icrstreams.train.network.Layout;

/**
 * Fits a network for single digits, a batch a step, by cross-entropy with label smoothing, since
 * some labels are wrong and some digits unclear (C. Szegedy, V. Vanhoucke, S. Ioffe, J. Shlens and
 * Z. Wojna, "Rethinking the Inception architecture for computer vision", 2016). For one thread.
 */
public final class DigitFitter implements AutoCloseable {
  private final Fitter fitter;
  private final int classes;
  private final int columns;
  private final double smoothing;

  /** Begins with random weights. */
  public DigitFitter(Layout layout, long seed, Fitting fitting) {
    fitter = new Fitter(layout, seed, fitting.descent());
    classes = layout.classes();
    columns = layout.columns();
    smoothing = fitting.labelSmoothing();
  }

  /** What moves the weights. */
  public Fitter fitter() {
    return fitter;
  }

  /** Goes on from trained weights. */
  void resume(float[] from) {
    fitter.resume(from);
  }

  /** The averaged weights; not a copy. */
  public float[] average() {
    return fitter.average();
  }

  /** How well the averaged weights read. */
  Scorer.Score score(Scorer scorer) {
    return fitter.withAverage(scorer::score);
  }

  /** One step; the loss is that without smoothing. */
  Task.Fitted step(Batches.Batch batch, double rate) {
    return step(batch.pixels(), batch.labels(), rate);
  }

  /**
   * One step.
   *
   * @param pixels {@code [n, rows, columns, channels]}, flat
   * @param labels class of each
   * @return the loss is that without smoothing
   */
  public Task.Fitted step(float[] pixels, byte[] labels, double rate) {
    int n = labels.length;
    float[] logs = fitter.logProbabilities(pixels, n, columns, classes);
    float[] errors = new float[logs.length];
    double loss = 0;
    int hits = 0;
    for (int i = 0; i < n; i++) {
      int right = i * classes + labels[i];
      int best = right;
      loss -= logs[right];
      for (int j = i * classes; j < (i + 1) * classes; j++) {
        double target = smoothing / classes + (j == right ? 1 - smoothing : 0);
        errors[j] = (float) ((Math.exp(logs[j]) - target) / n);
        best = logs[j] > logs[best] ? j : best;
      }
      hits += best == right ? 1 : 0;
    }
    fitter.step(errors, n, columns, rate);
    return new Task.Fitted(loss / n, (double) hits / n);
  }

  @Override
  public void close() {
    fitter.close();
  }
}
