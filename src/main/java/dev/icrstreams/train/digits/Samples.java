package dev.icrstreams.train.digits;

import java.util.SplittableRandom;

/** What a network learns from, or is judged by. Safe for use by several threads. */
public interface Samples {
  /** How many. */
  int size();

  /** Values of one. */
  int length();

  /** Its class. */
  byte label(int index);

  /**
   * Writes a sample's values.
   *
   * @param random varies it; null for the sample as it is
   * @param target given {@link #length} values from {@code at} on
   */
  void encode(int index, SplittableRandom random, float[] target, int at);

  /** Samples of features that others have computed, which are not varied. */
  record Computed(float[][] features, byte[] labels) implements Samples {
    @Override
    public int size() {
      return labels.length;
    }

    @Override
    public int length() {
      return features[0].length;
    }

    @Override
    public byte label(int index) {
      return labels[index];
    }

    @Override
    public void encode(int index, SplittableRandom random, float[] target, int at) {
      System.arraycopy(features[index], 0, target, at, features[index].length);
    }
  }
}
