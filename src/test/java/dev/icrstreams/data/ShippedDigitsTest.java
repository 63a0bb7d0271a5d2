package dev.icrstreams.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.field.Ink;
import org.junit.jupiter.api.Test;

class ShippedDigitsTest {
  @Test
  void areFortyOfEachClassInMnistsSize() {
    DigitSet digits = ShippedDigits.load();
    int[] counts = new int[10];
    for (int i = 0; i < digits.size(); i++) {
      counts[digits.labels()[i]]++;
      Ink image = digits.images().get(i);
      assertEquals("28 x 28", image.width() + " x " + image.height());
    }
    assertArrayEquals(new int[] {40, 40, 40, 40, 40, 40, 40, 40, 40, 40}, counts);
  }

  @Test
  void beginAsMnistsTestFilesDo() {
    byte[] labels = ShippedDigits.load().labels();
    assertArrayEquals(
        new byte[] {7, 2, 1, 0, 4, 1, 4, 9, 5, 9}, java.util.Arrays.copyOf(labels, 10));
  }
}
