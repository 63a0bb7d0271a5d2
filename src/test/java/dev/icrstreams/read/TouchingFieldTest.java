package dev.icrstreams.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.config.Config;
import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.StageListener;
import dev.icrstreams.read.lattice.Hypothesis;
import dev.icrstreams.synth.DrawnField;
import dev.icrstreams.synth.FieldSynthesizer;
import dev.icrstreams.synth.Recipe;
import dev.icrstreams.synth.RecipeMix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Digits that touch, through the whole reader. */
class TouchingFieldTest {
  private static final long SEED = 20_261_121;
  private static final int FIELDS = 16;
  private static final int AT_LEAST = 8;

  @Test
  void fieldsThatNoCutExplainsAreReadAsAWhole() {
    FieldSynthesizer synthesizer =
        new FieldSynthesizer(ShippedDigits.load(), RecipeMix.of(Recipe.TOUCHING, 1), SEED);
    int rescued = 0;
    int lost = 0;
    int cutOut = 0;
    try (FieldReader reader = FieldReader.create(Config.defaults(), StageListener.NONE)) {
      for (int i = 0; i < FIELDS; i++) {
        DrawnField field = synthesizer.draw(i, Recipe.TOUCHING);
        Lead lead = new Lead();
        Segmentation segmentation = reader.segment(field.image());
        Reading reading =
            reader.search(
                field.image(), segmentation, reader.classify(segmentation), Constraints.NONE, lead);
        boolean right = reading.number().equals(field.number());
        boolean latticeRight = lead.number.equals(field.number());
        rescued += right && !latticeRight ? 1 : 0;
        lost += latticeRight && !right ? 1 : 0;
        assertEquals(reading.number().length(), reading.digits().size());
        if (right && !lead.has(field.number())) {
          cutOut++;
          double offset = meanOffset(field, reading);
          assertTrue(offset < 0.25, "field " + i + " of seed " + SEED + ": " + offset);
        }
      }
    }
    String counts = rescued + " rescued, " + lost + " lost, " + cutOut + " cut out";
    assertTrue(rescued >= AT_LEAST + lost, counts);
    assertTrue(cutOut > 0, counts);
  }

  /** Digits that the sequence reader cut out stand about where they were written. */
  private static double meanOffset(DrawnField field, Reading reading) {
    double sum = 0;
    for (int k = 0; k < reading.digits().size(); k++) {
      Box cut = reading.digits().get(k).box();
      Box written = field.digitBoxes().get(k);
      double off = cut.x() + cut.width() / 2.0 - written.x() - written.width() / 2.0;
      sum += Math.abs(off) / written.height();
    }
    return sum / reading.digits().size();
  }

  private static final class Lead implements SearchListener {
    private String number = "";
    private final List<String> all = new ArrayList<>();

    @Override
    public void numbers(List<Hypothesis> likeliestFirst) {
      likeliestFirst.forEach(each -> all.add(each.number()));
      number = all.isEmpty() ? "" : all.get(0);
    }

    boolean has(String wanted) {
      return all.contains(wanted);
    }
  }
}
