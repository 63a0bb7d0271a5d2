package dev.icrstreams.classify;

import dev.icrstreams.field.Ink;
import dev.icrstreams.field.LineView;

/**
 * A candidate as the network's input: the normalised digit, and as a second channel the line of
 * writing around it, all 0 where that is not known. Training and reading both use it. For one
 * thread.
 */
public final class InputEncoder {
  /** Channels of the networks that are trained today. */
  public static final int CHANNELS = 2;

  private static final float FULL_INK = 127f;

  private final DigitNormaliser normaliser = new DigitNormaliser();
  private final float[] digit = new float[DigitNormaliser.PIXELS];
  private final int channels;

  /**
   * @param channels 1 for the normalised digit alone, or {@value #CHANNELS}
   */
  public InputEncoder(int channels) {
    if (channels != 1 && channels != CHANNELS) {
      throw new IllegalArgumentException("No input has " + channels + " channels");
    }
    this.channels = channels;
  }

  /** Values of one candidate. */
  public int length() {
    return DigitNormaliser.PIXELS * channels;
  }

  /**
   * Encodes one candidate.
   *
   * @param view null where the line is not known
   * @param target {@code [n, 28, 28, channels]}, flat
   * @param index which of the n
   */
  public void encode(Ink ink, LineView view, float[] target, int index) {
    normaliser.normalise(ink, digit, 0);
    encode(digit, view, target, index);
  }

  /** The same for a digit that is normalised already. */
  public void encode(float[] normalised, LineView view, float[] target, int index) {
    int at = index * length();
    for (int i = 0; i < DigitNormaliser.PIXELS; i++) {
      target[at++] = normalised[i];
      if (channels > 1) {
        target[at++] = view == null ? 0 : view.values()[i] / FULL_INK;
      }
    }
  }
}
