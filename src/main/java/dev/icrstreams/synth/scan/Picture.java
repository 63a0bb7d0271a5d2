package dev.icrstreams.synth.scan;

/**
 * What the scanner saw, before it is written to a file. Mutable; used by one thread.
 *
 * @param channels one (grey) or three (red, green, blue) of {@code width * height} levels each, 0
 *     to 255
 */
public record Picture(int width, int height, float[][] channels) {
  int level(int channel, int pixel) {
    return (int) Math.max(0, Math.min(255, channels[channel][pixel] + 0.5f));
  }

  /** Turns black into white, in place. */
  public Picture negative() {
    for (float[] channel : channels) {
      for (int i = 0; i < channel.length; i++) {
        channel[i] = 255 - channel[i];
      }
    }
    return this;
  }
}
