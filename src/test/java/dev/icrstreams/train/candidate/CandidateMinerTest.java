package dev.icrstreams.train.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.field.Box;
import dev.icrstreams.train.Strokes;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateMinerTest {
  private static final long SEED = 6;
  private static final int FIELDS = 25;
  private static final List<Box> DIGITS = List.of(new Box(10, 10, 20, 30), new Box(34, 12, 20, 28));

  @Test
  void aBoxAroundOneDigitIsThatDigit() {
    assertEquals(7, CandidateMiner.label(new Box(9, 10, 22, 30), DIGITS, "74"));
    assertEquals(4, CandidateMiner.label(new Box(34, 10, 19, 30), DIGITS, "74"));
  }

  @Test
  void piecesAndSeveralAtOnceAreNoDigit() {
    Box leftHalf = new Box(10, 10, 9, 30);
    Box both = new Box(10, 10, 44, 30);
    Box elsewhere = new Box(80, 10, 20, 30);
    for (Box box : List.of(leftHalf, both, elsewhere)) {
      assertEquals(
          DigitClassifier.NO_DIGIT, CandidateMiner.label(box, DIGITS, "74"), box.toString());
    }
    assertEquals(DigitClassifier.NO_DIGIT, CandidateMiner.label(elsewhere, List.of(), ""));
  }

  @Test
  void whatIsNeitherClearlyOneNorClearlyNoneIsLeftOut() {
    Box mostOfOne = new Box(10, 10, 12, 30);
    Box oneAndSomeOfTheNext = new Box(10, 10, 33, 30);
    assertEquals(CandidateMiner.UNCLEAR, CandidateMiner.label(mostOfOne, DIGITS, "74"));
    assertEquals(CandidateMiner.UNCLEAR, CandidateMiner.label(oneAndSomeOfTheNext, DIGITS, "74"));
  }

  /** A pixel more or less is a third of a narrow digit. */
  @Test
  void aNarrowOneIsADigitEvenIfABitWiderThanDrawn() {
    List<Box> one = List.of(new Box(20, 10, 4, 40));
    assertEquals(1, CandidateMiner.label(new Box(19, 9, 6, 42), one, "1"));
    assertEquals(DigitClassifier.NO_DIGIT, CandidateMiner.label(new Box(20, 10, 4, 15), one, "1"));
  }

  @Test
  void minesDigitsOfAllValuesAndOthersHoweverManyThreadsMineThem() throws InterruptedException {
    List<Sample> samples = miner().mine(3, FIELDS, 1);
    long digits = samples.stream().filter(s -> s.label() != DigitClassifier.NO_DIGIT).count();
    assertEquals(10, samples.stream().map(Sample::label).filter(l -> l < 10).distinct().count());
    assertTrue(digits >= FIELDS, digits + " digits, seed " + SEED);
    assertTrue(samples.size() - digits >= FIELDS, samples.size() + " in all, seed " + SEED);
    assertEquals(samples, miner().mine(3, FIELDS, 3));
  }

  private static CandidateMiner miner() {
    return CandidateMiner.training(Strokes.digits(60, SEED), SEED);
  }
}
