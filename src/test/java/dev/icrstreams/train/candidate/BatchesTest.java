package dev.icrstreams.train.candidate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.LineView;
import dev.icrstreams.train.Strokes;
import dev.icrstreams.train.augment.Augmenter;
import dev.icrstreams.train.declare.Augmentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final long SEED = 4;

  @Test
  void anEpochIsTheSameWheneverItIsMade() throws InterruptedException {
    assertArrayEquals(epoch(2).get(1).pixels(), epoch(2).get(1).pixels());
    assertFalse(Arrays.equals(epoch(2).get(1).pixels(), epoch(3).get(1).pixels()));
  }

  @Test
  void everyDigitOfTheSetComesUpOnceAnEpoch() throws InterruptedException {
    List<Batches.Batch> batches = epoch(1);
    assertEquals(100 / 8, batches.size());
    long classes =
        batches.stream()
            .flatMapToInt(batch -> IntStream.range(0, 8).map(i -> batch.labels()[i]))
            .distinct()
            .count();
    assertEquals(10, classes);
  }

  @Test
  void aBatchHoldsDigitsDrawnDigitsAndCandidatesHalfOfThemNoDigits() throws InterruptedException {
    int seen = 0;
    for (Batches.Batch batch : epoch(1)) {
      assertEquals(20, batch.labels().length);
      assertEquals(5, count(batch.labels(), 0, 20, DigitClassifier.NO_DIGIT));
      assertEquals(0, count(batch.labels(), 0, 10, DigitClassifier.NO_DIGIT));
      assertEquals(5, count(batch.labels(), 10, 20, 3));
      for (int i = 0; i < 20; i++) {
        boolean inLine = batch.pixels()[(i * 28 * 28 + 5) * 2 + 1] == 1;
        assertFalse(i < 10 && inLine, "digits of the set and drawn ones stand alone");
        seen += inLine ? 1 : 0;
      }
    }
    assertTrue(seen > 0.7 * 120 && seen < 120, seen + " in a line, seed " + SEED);
  }

  @Test
  void aQuarterOfABatchIsOfTheUsersOwnFieldsAtMostAndPlainDigitsAreAsMany()
      throws InterruptedException {
    for (Batches.Batch batch : epoch(1, own(500, 500))) {
      assertEquals(20, batch.labels().length);
      assertEquals(5, count(batch.labels(), 0, 20, DigitClassifier.NO_DIGIT));
      // of ten candidates five are digits, of these two or three the user's
      long own = count(batch.labels(), 10, 20, 7);
      long old = count(batch.labels(), 10, 20, 3);
      assertTrue(own >= 2 && own <= 3 && own + old == 5, own + " own, " + old + " old");
    }
  }

  @Test
  void fewOwnCandidatesComeUpTenTimesAnEpoch() throws InterruptedException {
    long own = 0;
    for (Batches.Batch batch : epoch(1, own(1, 0))) {
      own += count(batch.labels(), 10, 20, 7);
    }
    assertEquals(10.0, (double) own, 1);
  }

  private static List<Sample> own(int digits, int others) {
    Ink ink = Strokes.digit(7, new SplittableRandom(SEED));
    List<Sample> own = new ArrayList<>();
    own.addAll(Collections.nCopies(digits, new Sample(ink, null, (byte) 7)));
    own.addAll(Collections.nCopies(others, new Sample(ink, null, (byte) DigitClassifier.NO_DIGIT)));
    return own;
  }

  private static long count(byte[] labels, int from, int to, int label) {
    return IntStream.range(from, to).filter(i -> labels[i] == label).count();
  }

  private static List<Batches.Batch> epoch(int number) throws InterruptedException {
    return epoch(number, List.of());
  }

  private static List<Batches.Batch> epoch(int number, List<Sample> own)
      throws InterruptedException {
    byte[] line = new byte[28 * 28];
    Arrays.fill(line, (byte) 127);
    Ink ink = Strokes.digit(3, new SplittableRandom(SEED));
    List<Sample> mined =
        List.of(
            new Sample(ink, new LineView(line), (byte) 3),
            new Sample(ink, new LineView(line), (byte) DigitClassifier.NO_DIGIT));
    List<Batches.Batch> made = new ArrayList<>();
    try (Batches batches =
        new Batches(Strokes.digits(100, SEED), own, 20, SEED, new Augmenter(Augmentation.OWN))) {
      batches.start(number, mined);
      for (Batches.Batch b = batches.next(); b != null; b = batches.next()) {
        made.add(b);
      }
    }
    return made;
  }
}
