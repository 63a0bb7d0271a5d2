package dev.icrstreams.train.transfer;

import dev.icrstreams.field.Ink;

/**
 * Digits in the form that networks trained on ImageNet read: {@code [n, 3, size, size]}, bright on
 * dark, the mean of ImageNet's photographs taken off. Stateless.
 */
final class Photographs {
  private static final float[] MEANS = {123.68f, 116.779f, 103.939f};

  private Photographs() {}

  /** Values of an image enlarged by linear interpolation, written from {@code at} on. */
  static void encode(Ink ink, int size, float[] target, int at) {
    for (int y = 0; y < size; y++) {
      double fromY = (y + 0.5) * ink.height() / size - 0.5;
      for (int x = 0; x < size; x++) {
        float value = value(ink, (x + 0.5) * ink.width() / size - 0.5, fromY);
        for (int channel = 0; channel < MEANS.length; channel++) {
          target[at + (channel * size + y) * size + x] = value - MEANS[channel];
        }
      }
    }
  }

  private static float value(Ink ink, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float right = (float) (x - left);
    float down = (float) (y - top);
    float upper = at(ink, left, top) * (1 - right) + at(ink, left + 1, top) * right;
    float lower = at(ink, left, top + 1) * (1 - right) + at(ink, left + 1, top + 1) * right;
    return upper * (1 - down) + lower * down;
  }

  private static int at(Ink ink, int x, int y) {
    return x < 0 || y < 0 || x >= ink.width() || y >= ink.height() ? 0 : ink.at(x, y);
  }
}
