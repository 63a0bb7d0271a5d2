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

  private final FieldSynthesizer synthesizer =
      new FieldSynthesizer(ShippedDigits.load(), RecipeMix.of(Recipe.FAXED, 1), SEED);

  /** Of some digits a good deal is lost, of none so much that nobody could tell it. */
  @Test
  void strokesBreakAndCanStillBeTold() {
    int digits = 0;
    int broken = 0;
    int lost = 0;
    for (int i = 0; i < FIELDS; i++) {
      DrawnField field = synthesizer.draw(i);
      for (Box box : field.digitBoxes()) {
        Ink ink = new Ink(box.width(), box.height(), black(field.image(), box));
        Components pieces = Components.of(ink);
        digits++;
        broken += pieces.count() >= 3 ? 1 : 0;
        lost += pieces.count() == 0 ? 1 : 0;
      }
    }
    assertEquals(0, lost, "of " + digits + ", seed " + SEED);
    assertTrue(broken >= 0.1 * digits, broken + " of " + digits + ", seed " + SEED);
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
    int black = 0;
    for (float level : machine.copy(stroke(), new SeededRandom(SEED, 0)).channels()[0]) {
      assertTrue(level == 0 || level == 255, "a grey of " + level);
      black += level == 0 ? 1 : 0;
    }
    return black;
  }

  /** Upright, with soft edges. */
  private static Picture stroke() {
    float[] levels = new float[40 * 30];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (float) (230 - 180 * Math.exp(-Math.pow((i % 40 - 20) / 4.0, 2)));
    }
    return new Picture(40, 30, new float[][] {levels});
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
