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

class DenominatedFieldTest {
  private static final int FIELDS = 60;

  private final FieldSynthesizer synthesizer =
      new FieldSynthesizer(ShippedDigits.load(), RecipeMix.of(Recipe.DENOMINATED, 1), 4711);

  @Test
  void aWordStandsBesideEveryNumberAndTakesNoDigitAway() {
    int before = 0;
    int after = 0;
    for (int i = 0; i < FIELDS; i++) {
      DrawnField field = synthesizer.draw(i);
      assertEquals(field.number().length(), field.digitBoxes().size());
      Box first = field.digitBoxes().get(0);
      Box last = field.digitBoxes().get(field.digitBoxes().size() - 1);
      List<Mark> words = words(field);
      assertFalse(words.isEmpty(), "field " + i + " has no word");
      for (Mark word : words) {
        boolean leads = word.afterDigit() == 0;
        double room =
            leads
                ? first.x() - middle(word.box())
                : middle(word.box()) - (last.x() + last.right()) / 2.0;
        assertTrue(room > 0, "field " + i + ": the word lies on the number");
        before += leads ? 1 : 0;
        after += leads ? 0 : 1;
      }
    }
    assertTrue(before > FIELDS / 5, before + " before");
    assertTrue(after > FIELDS / 5, after + " after");
  }

  @Test
  void otherRecipesHaveNone() {
    FieldSynthesizer mixed = new FieldSynthesizer(ShippedDigits.load(), RecipeMix.MIXED, 4711);
    for (int i = 0; i < FIELDS; i++) {
      DrawnField field = mixed.draw(i, Recipe.UNDERLINED);
      assertTrue(words(field).isEmpty(), "field " + i);
    }
  }

  private static List<Mark> words(DrawnField field) {
    int digits = field.digitBoxes().size();
    return field.marks().stream()
        .filter(mark -> mark.kind() == Kind.OTHER)
        .filter(mark -> mark.afterDigit() == 0 || mark.afterDigit() == digits)
        .toList();
  }

  private static double middle(Box box) {
    return (box.x() + box.right()) / 2.0;
  }
}
