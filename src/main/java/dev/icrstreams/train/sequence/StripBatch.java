package dev.icrstreams.train.sequence;

import java.util.List;

/**
 * Strips of similar widths side by side.
 *
 * @param input {@code [n, 16, width, 4]}: 2 x 2 blocks of pixels as channels; paper on the right of
 *     narrower strips
 * @param width columns of the input
 * @param samples the strips with their digits
 */
record StripBatch(float[] input, int width, List<TrainingField.Sample> samples) {
  /** Widths are rounded up to a multiple of this many pixels, so that few shapes occur. */
  static final int ROUNDING = 32;

  static StripBatch of(List<TrainingField.Sample> samples) {
    int widest = samples.stream().mapToInt(sample -> sample.strip().width()).max().orElse(0);
    int width = (widest + ROUNDING - 1) / ROUNDING * ROUNDING / 2;
    int each = SequenceLayout.ROWS * width * SequenceLayout.CHANNELS;
    float[] input = new float[samples.size() * each];
    for (int i = 0; i < samples.size(); i++) {
      samples.get(i).strip().layOut(input, i * each, width);
    }
    return new StripBatch(input, width, samples);
  }

  /** Columns of the network's output. */
  int columns() {
    return width / 2;
  }

  /** Where a strip's part of the network's output, {@code [n, columns, classes]}, begins. */
  int offset(int strip) {
    return strip * columns() * SequenceLayout.CLASSES;
  }

  /**
   * A strip's loss, see {@link CtcTargets#fill}.
   *
   * @param logs log-probabilities of the whole batch
   * @param targets is given the strip's targets, laid out as {@code logs}
   */
  double loss(int strip, float[] logs, float[] targets) {
    TrainingField.Sample sample = samples.get(strip);
    return CtcTargets.fill(
        logs,
        offset(strip),
        columns(),
        SequenceLayout.CLASSES,
        sample.digits(),
        sample.first(),
        sample.last(),
        targets);
  }
}
