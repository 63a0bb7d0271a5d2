package dev.icrstreams.read;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.synth.DrawnField;
import dev.icrstreams.synth.FieldSynthesizer;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.synth.RecipeMix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A currency, a unit or a label beside a number is no part of it. */
class DenominatedNumberTest {
  private static final long SEED = 20_261_129;
  private static final int FIELDS = 60;
  private static final double AT_LEAST = 0.85;

  @Test
  void wordsBesideANumberAreNotRead() {
    FieldSynthesizer synthesizer =
        new FieldSynthesizer(ShippedDigits.load(), RecipeMix.of(Recipe.DENOMINATED, 1), SEED);
    List<String> wrong = new ArrayList<>();
    try (FieldReader reader = FieldReader.create(Config.defaults(), StageListener.NONE)) {
      for (int i = 0; i < FIELDS; i++) {
        DrawnField field = synthesizer.draw(i);
        Segmentation segmentation = reader.segment(field.image());
        Reading reading =
            reader.search(
                field.image(), segmentation, reader.classify(segmentation), Constraints.NONE);
        if (!reading.number().equals(field.number())) {
          wrong.add(i + ": " + field.number() + " read as " + reading.number());
        }
      }
    }
    assertTrue(wrong.size() <= (1 - AT_LEAST) * FIELDS, "seed " + SEED + ", " + wrong);
  }
}
