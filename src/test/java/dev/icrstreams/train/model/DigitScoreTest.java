package dev.icrstreams.train.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.data.ShippedDigits;
import dev.icrstreams.evaluate.Share;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigitScoreTest {
  @Test
  void countsEachDigitUnderItsLabel() throws IOException {
    DigitSet digits = ShippedDigits.load();
    DigitModel model = DigitModel.builtIn(DigitModel.FILE);
    byte[] mislabelled = digits.labels().clone();
    for (int i = 0; i < mislabelled.length; i++) {
      mislabelled[i] = mislabelled[i] == 3 ? 8 : mislabelled[i];
    }
    List<DigitScore.Answer> answers =
        DigitScore.answers(model, new DigitSet(digits.images(), mislabelled));
    List<Share> shares = DigitScore.byDigit(answers);
    assertEquals(new Share(0, 0), shares.get(3));
    assertEquals(80, shares.get(8).of());
    assertTrue(shares.get(8).count() <= 40, "threes count as right eights: " + shares.get(8));
    for (int digit : new int[] {0, 1, 2, 4, 5, 6, 7, 9}) {
      assertEquals(40, shares.get(digit).of());
      assertTrue(shares.get(digit).count() >= 38, digit + ": " + shares.get(digit));
    }
    long right = shares.stream().mapToLong(Share::count).sum();
    assertEquals(new Share(right, 400), DigitScore.all(shares));
    DigitScore.Answer three =
        answers.stream().filter(each -> each.label() == 8 && each.read() == 3).findFirst().get();
    assertEquals(3, digits.labels()[three.image()]);
    assertTrue(three.labelProbability() < 0.1 && three.readProbability() > 0.9, three.toString());
  }
}
