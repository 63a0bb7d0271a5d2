package dev.icrstreams.train.digits;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Ink;
import dev.icrstreams.train.augment.Augmenter;
import java.util.SplittableRandom;

/**
 * Digits as grey values from 0 to 1, row by row, as MNIST has them.
 *
 * @param digits of 28 x 28 pixels
 * @param augmenter varies them while training
 */
record PixelSamples(DigitSet digits, Augmenter augmenter) implements Samples {
  static final int SIZE = 28;

  /** Points across a pixel at which an augmented image is looked up. */
  private static final int POINTS = 3;

  @Override
  public int size() {
    return digits.size();
  }

  @Override
  public int length() {
    return SIZE * SIZE;
  }

  @Override
  public byte label(int index) {
    return digits.labels()[index];
  }

  @Override
  public void encode(int index, SplittableRandom random, float[] target, int at) {
    Ink ink = digits.images().get(index);
    if (random != null) {
      ink = augmenter.augment(ink, random);
    }
    pixels(ink, target, at);
  }

  /** An image as a network reads it; an augmented one is reduced to its size again. */
  static void pixels(Ink ink, float[] target, int at) {
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        target[at + y * SIZE + x] =
            ink.width() == SIZE && ink.height() == SIZE ? ink.at(x, y) / 255f : mean(ink, x, y);
      }
    }
  }

  private static float mean(Ink ink, int x, int y) {
    int sum = 0;
    for (int i = 0; i < POINTS; i++) {
      for (int j = 0; j < POINTS; j++) {
        int fromX = from(x, j, ink.width());
        int fromY = from(y, i, ink.height());
        boolean inside = fromX >= 0 && fromY >= 0 && fromX < ink.width() && fromY < ink.height();
        sum += inside ? ink.at(fromX, fromY) : 0;
      }
    }
    return sum / (255f * POINTS * POINTS);
  }

  private static int from(int pixel, int point, int size) {
    double offset = pixel + (point + 0.5) / POINTS - SIZE / 2.0;
    return (int) Math.floor(size / 2.0 + offset * Augmenter.ZOOM);
  }
}
