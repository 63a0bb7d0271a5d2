package dev.icrstreams.train.sequence;

import dev.icrstreams.train.descent.Descent;
import dev.icrstreams.train.network.Fitter;
import dev.icrstreams.train.network.Layout;

/**
 * Fits a sequence network, a batch of strips a step, by CTC (A. Graves, S. Fernandez, F. Gomez and
 * J. Schmidhuber, 2006). For one thread.
 */
final class SequenceFitter implements AutoCloseable {
  private final Fitter fitter;

  /** Begins with random weights. */
  SequenceFitter(Layout layout, long seed, Descent descent) {
    fitter = new Fitter(layout, seed, descent);
  }

  /** What moves the weights. */
  Fitter fitter() {
    return fitter;
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
  FieldValidation.Score score(FieldValidation validation) {
    return fitter.withAverage(validation::score);
  }

  /** One step; the mean loss of a strip in nats. */
  double step(StripBatch batch, double rate) {
    int n = batch.samples().size();
    float[] logs = fitter.logProbabilities(batch.input(), n, batch.width(), SequenceLayout.CLASSES);
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
    fitter.step(errors, n, batch.width(), rate);
    return loss / n;
  }

  @Override
  public void close() {
    fitter.close();
  }
}
