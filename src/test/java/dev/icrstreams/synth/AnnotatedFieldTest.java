package dev.icrstreams.synth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Separator.Kind;
import dev.icrstreams.synth.mark.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotatedFieldTest {
  private static final int FIELDS = 80;
  private static final long SEED = 4711;

  private final FieldSynthesizer synthesizer =
      new FieldSynthesizer(ShippedDigits.load(), RecipeMix.of(Recipe.ANNOTATED, 1), SEED);

  /** A mark stands beside the number, or where a digit that does not count was struck out. */
  @Test
  void whatIsAddedTakesNoDigitAway() {
    int around = 0;
    int beside = 0;
    int struck = 0;
    for (int i = 0; i < FIELDS; i++) {
      DrawnField field = synthesizer.draw(i);
      String name = "field " + i + " of seed " + SEED;
      int digits = field.number().length();
      assertEquals(digits, field.digitBoxes().size(), name);
      List<Mark> added = field.marks().stream().filter(mark -> mark.kind() == Kind.OTHER).toList();
      assertFalse(added.isEmpty(), name);
      for (Mark mark : added) {
        assertTrue(mark.afterDigit() >= 0 && mark.afterDigit() <= digits, name);
        if (mark.afterDigit() > 0) {
          Box before = field.digitBoxes().get(mark.afterDigit() - 1);
          assertTrue(middle(mark.box()) > middle(before), name);
        }
        if (mark.afterDigit() < digits) {
          Box after = field.digitBoxes().get(mark.afterDigit());
          assertTrue(middle(mark.box()) < middle(after), name);
        }
      }
      boolean both = added.size() == 2;
      boolean end =
          !both && (added.get(0).afterDigit() == 0 || added.get(0).afterDigit() == digits);
      around += both ? 1 : 0;
      beside += end ? 1 : 0;
      struck += both || end ? 0 : 1;
    }
    assertTrue(around > FIELDS / 4, around + " in parentheses");
    assertTrue(beside > FIELDS / 10, beside + " with something beside them");
    assertTrue(struck > FIELDS / 10, struck + " with a digit struck out among others");
  }

  private static double middle(Box box) {
    return (box.x() + box.right()) / 2.0;
  }
}
