package dev.icrstreams.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.field.Box;
import dev.icrstreams.image.GreyImage;
import org.junit.jupiter.api.Test;

class MarkedFieldTest {
  private static final long SEED = 4711;

  private final FieldSynthesizer synthesizer =
      new FieldSynthesizer(ShippedDigits.load(), RecipeMix.MIXED, SEED);

  /** The boxes move with the digits: in each there is ink, and paper around all. */
  @Test
  void marksFramesAndShadesWhatWasScannedWell() {
    int larger = 0;
    int dark = 0;
    for (int i = 0; i < 40; i++) {
      DrawnField field = synthesizer.draw(i, Recipe.MARKED);
      String name = "marked " + i + " of seed " + SEED;
      GreyImage image = field.image();
      assertEquals(field.number().length(), field.digitBoxes().size(), name);
      int height = 0;
      for (Box box : field.digitBoxes()) {
        int darkest = 255;
        int lightest = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
          for (int x = box.x(); x < box.right(); x++) {
            darkest = Math.min(darkest, image.at(x, y));
            lightest = Math.max(lightest, image.at(x, y));
          }
        }
        assertTrue(lightest - darkest >= 25, name + ": " + box + " has no ink");
        height = Math.max(height, box.height());
      }
      larger += image.height() > 3.5 * height ? 1 : 0;
      int black = 0;
      for (byte level : image.grey()) {
        black += (level & 0xff) < 45 ? 1 : 0;
      }
      dark += black > 0.03 * image.grey().length ? 1 : 0;
    }
    assertTrue(larger >= 3 && larger <= 20, larger + " of 40 with wide margins, seed " + SEED);
    assertTrue(dark >= 8 && dark <= 32, dark + " of 40 with lid or hole, seed " + SEED);
  }
}
