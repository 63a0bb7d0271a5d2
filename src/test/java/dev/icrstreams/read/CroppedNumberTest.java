package dev.icrstreams.read;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.synth.FieldSynthesizer;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.synth.RecipeMix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a number whose first or last digit is cut off nobody knows the whole. */
class CroppedNumberTest {
  private static final long SEED = 20_261_130;
  private static final int FIELDS = 80;
  private static final int ACCEPTED_AT_MOST = FIELDS / 20;
  private static final int TOLD_AT_LEAST = FIELDS / 5;

  @Test
  void isHardlyEverAccepted() {
    FieldSynthesizer synthesizer =
        new FieldSynthesizer(ShippedDigits.load(), RecipeMix.of(Recipe.CROPPED, 1), SEED);
    List<String> accepted = new ArrayList<>();
    int told = 0;
    try (FieldReader reader = FieldReader.create(Config.defaults(), StageListener.NONE)) {
      for (int i = 0; i < FIELDS; i++) {
        GreyImage image = synthesizer.draw(i).image();
        Segmentation segmentation = reader.segment(image);
        Reading reading =
            reader.search(image, segmentation, reader.classify(segmentation), Constraints.NONE);
        if (reader.decide(reading).route() == Route.ACCEPTED) {
          accepted.add(i + " as " + reading.number());
        }
        told += reading.doubts().contains(ReviewReason.of(ReviewReason.Code.CUT_OFF)) ? 1 : 0;
      }
    }
    assertTrue(accepted.size() <= ACCEPTED_AT_MOST, "seed " + SEED + ", " + accepted);
    assertTrue(told >= TOLD_AT_LEAST, "seed " + SEED + ": told of " + told);
  }
}
