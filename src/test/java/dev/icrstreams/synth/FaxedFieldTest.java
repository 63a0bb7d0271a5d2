package dev.icrstreams.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.image.ink.Components;
import dev.icrstreams.synth.raster.SeededRandom;
import dev.icrstreams.synth.scan.Facsimile;
import dev.icrstreams.synth.scan.Picture;
import org.junit.jupiter.api.Test;

class FaxedFieldTest {
  private static final long SEED = 20_261_201;
  private static final int FIELDS = 60;
  private static final int WIDTH = 40;
  private static final int HEIGHT = 30;

  private final FieldSynthesizer synthesizer =
      new FieldSynthesizer(ShippedDigits.load(), RecipeMix.of(Recipe.FAXED, 1), SEED);

  /** Nothing is so pale or so thin that a digit goes. */
  @Test
  void noDigitIsLost() {
    for (int i = 0; i < FIELDS; i++) {
      DrawnField field = synthesizer.draw(i);
      for (Box box : field.digitBoxes()) {
        int black = pieces(black(field.image(), box), box.width(), box.height());
        assertTrue(black > 0, "field " + i + " of seed " + SEED + " at " + box);
      }
    }
  }

  @Test
  void anUnevenLevelBreaksStrokes() {
    assertEquals(1, pieces(black(new Facsimile(1, 1, 0.5, 0, 1, 0, 0)), WIDTH, HEIGHT));
    assertTrue(pieces(black(new Facsimile(1, 1, 0.12, 0.25, 4, 0, 0)), WIDTH, HEIGHT) > 1);
  }

  @Test
  void coarsePixelsAreAlike() {
    byte[] black = black(new Facsimile(2, 2, 0.4, 0.2, 4, 0, 0));
    for (int i = 0; i < black.length; i++) {
      int first = i / WIDTH / 2 * 2 * WIDTH + i % WIDTH / 2 * 2;
      assertEquals(black[first], black[i], "pixel " + i);
    }
  }

  /** A level below the middle takes of a blurred stroke, one above adds to it. */
  @Test
  void theLevelMakesStrokesThinOrThick() {
    int thin = blackOf(new Facsimile(1, 1, 0.2, 0, 1, 0, 0));
    int usual = blackOf(new Facsimile(1, 1, 0.5, 0, 1, 0, 0));
    int thick = blackOf(new Facsimile(1, 1, 0.8, 0, 1, 0, 0));
    assertTrue(thin < usual && usual < thick, thin + ", " + usual + ", " + thick);
  }

  private static int blackOf(Facsimile machine) {
    int count = 0;
    for (byte pixel : black(machine)) {
      count += pixel == 0 ? 0 : 1;
    }
    return count;
  }

  private static byte[] black(Facsimile machine) {
    float[] levels = machine.copy(stroke(), new SeededRandom(SEED, 0)).channels()[0];
    byte[] black = new byte[levels.length];
    for (int i = 0; i < levels.length; i++) {
      assertTrue(levels[i] == 0 || levels[i] == 255, "a grey of " + levels[i]);
      black[i] = levels[i] == 0 ? (byte) 255 : 0;
    }
    return black;
  }

  private static int pieces(byte[] black, int width, int height) {
    return Components.of(new Ink(width, height, black)).count();
  }

  /** Upright, with soft edges. */
  private static Picture stroke() {
    float[] levels = new float[WIDTH * HEIGHT];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (float) (230 - 180 * Math.exp(-Math.pow((i % WIDTH - WIDTH / 2) / 4.0, 2)));
    }
    return new Picture(WIDTH, HEIGHT, new float[][] {levels});
  }

  private static byte[] black(GreyImage image, Box box) {
    byte[] soft = new byte[box.width() * box.height()];
    for (int i = 0; i < soft.length; i++) {
      int level = image.at(box.x() + i % box.width(), box.y() + i / box.width());
      soft[i] = level < 128 ? (byte) 255 : 0;
    }
    return soft;
  }
}
