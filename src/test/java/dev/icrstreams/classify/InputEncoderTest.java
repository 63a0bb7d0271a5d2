package dev.icrstreams.classify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.icrstreams.field.Ink;
import dev.icrstreams.field.LineView;
import org.junit.jupiter.api.Test;

class InputEncoderTest {
  private final Ink seven = Glyphs.seven(40, 4);
  private final float[] normalised = new DigitNormaliser().normalise(seven);

  @Test
  void laysTheLineBesideTheDigitPixelByPixel() {
    byte[] line = new byte[LineView.SIZE * LineView.SIZE];
    for (int i = 0; i < line.length; i++) {
      line[i] = (byte) (i % 255 - 127);
    }
    InputEncoder encoder = new InputEncoder(2);
    float[] target = new float[3 * encoder.length()];
    encoder.encode(seven, new LineView(line), target, 1);
    for (int i = 0; i < normalised.length; i++) {
      int at = encoder.length() + 2 * i;
      assertEquals(normalised[i], target[at]);
      assertEquals((i % 255 - 127) / 127f, target[at + 1], 1e-6f);
    }
  }

  @Test
  void anUnknownLineIsPaper() {
    InputEncoder encoder = new InputEncoder(2);
    float[] target = new float[encoder.length()];
    java.util.Arrays.fill(target, 9);
    encoder.encode(seven, null, target, 0);
    for (int i = 0; i < normalised.length; i++) {
      assertEquals(0, target[2 * i + 1]);
    }
  }

  @Test
  void networksOfOneChannelSeeTheDigitAlone() {
    InputEncoder encoder = new InputEncoder(1);
    float[] target = new float[encoder.length()];
    encoder.encode(seven, new LineView(new byte[LineView.SIZE * LineView.SIZE]), target, 0);
    assertArrayEquals(normalised, target);
    assertThrows(IllegalArgumentException.class, () -> new InputEncoder(3));
  }
}
