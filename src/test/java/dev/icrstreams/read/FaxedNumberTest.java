package dev.icrstreams.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Digit;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.image.TestImages;
import dev.icrstreams.synth.DrawnField;
import dev.icrstreams.synth.FieldSynthesizer;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.synth.RecipeMix;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fax in standard mode has half as many rows; it is read as if it had all, boxes in its own. */
class FaxedNumberTest {
  private static final long SEED = 20_261_130;
  private static final int FIELDS = 40;
  private static final double AT_LEAST = 0.85;

  @Test
  void isReadAsItWasWritten() {
    FieldSynthesizer synthesizer =
        new FieldSynthesizer(ShippedDigits.load(), RecipeMix.of(Recipe.CLEAN, 1), SEED);
    List<String> wrong = new ArrayList<>();
    try (FieldReader reader = FieldReader.create(Config.defaults(), StageListener.NONE)) {
      for (int i = 0; i < FIELDS; i++) {
        DrawnField field = synthesizer.draw(i);
        Reading reading = reader.read(faxed(field.image()), Constraints.NONE);
        if (!reading.number().equals(field.number())) {
          wrong.add(field.number() + " read as " + reading.number());
          continue;
        }
        assertEquals(field.number().length(), reading.digits().size());
        for (int at = 0; at < reading.digits().size(); at++) {
          assertWithin(reading.digits().get(at), field.digitBoxes().get(at));
        }
      }
    }
    assertTrue(wrong.size() <= (1 - AT_LEAST) * FIELDS, "seed " + SEED + ", " + wrong);
  }

  /** The middle of what was found lies in the digit, of whose rows the fax has every other. */
  private static void assertWithin(Digit found, Box drawn) {
    double x = found.box().x() + found.box().width() / 2.0;
    double y = 2 * (found.box().y() + found.box().height() / 2.0);
    assertTrue(
        x > drawn.x() && x < drawn.right() && y > drawn.y() && y < drawn.bottom(),
        found + " for " + drawn);
  }

  private static byte[] faxed(GreyImage scan) {
    BufferedImage low =
        new BufferedImage(scan.width(), scan.height() / 2, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < low.getHeight(); y++) {
      for (int x = 0; x < low.getWidth(); x++) {
        int level = (scan.at(x, 2 * y) + scan.at(x, 2 * y + 1)) / 2;
        low.getRaster().setSample(x, y, 0, level);
      }
    }
    return TestImages.png(low, 8000, 4000);
  }
}
