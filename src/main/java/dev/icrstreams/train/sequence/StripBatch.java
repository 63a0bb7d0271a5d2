package dev.icrstreams.train.sequence;

import dev.icrstreams.field.Strip;
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
      lay(samples.get(i).strip(), input, i * each, width);
    }
    return new StripBatch(input, width, samples);
  }

  private static void lay(Strip strip, float[] input, int offset, int width) {
    for (int y = 0; y < Strip.HEIGHT; y++) {
      for (int x = 0; x < strip.width(); x++) {
        int block = (y / 2 * width + x / 2) * SequenceLayout.CHANNELS;
        input[offset + block + y % 2 * 2 + x % 2] = strip.values()[y * strip.width() + x];
      }
    }
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
