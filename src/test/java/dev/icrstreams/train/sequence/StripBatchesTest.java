package dev.icrstreams.train.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.icrstreams.train.Strokes;
import dev.icrstreams.train.sequence.TrainingField.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of what is learned from is the user's own. */
class StripBatchesTest {
  private static final long SEED = 9;
  private static final int SIZE = 8;
  private static final int ROUNDS = 4;

  @Test
  void aQuarterOfEachBatchIsOwnAndTheRestIsOld() throws InterruptedException {
    for (StripBatch batch : epoch(own(40, 300))) {
      assertEquals(SIZE, batch.samples().size());
      assertEquals(SIZE / 4, ownStrips(batch), "seed " + SEED);
    }
  }

  @Test
  void fewOwnFieldsAreNotRepeatedUntilTheyAreKnownByHeart() throws InterruptedException {
    List<StripBatch> batches = epoch(own(2, 300));
    assertEquals(20, batches.stream().mapToLong(StripBatchesTest::ownStrips).sum());
    for (StripBatch batch : batches) {
      assertEquals(SIZE, batch.samples().size());
    }
  }

  @Test
  void withoutOwnFieldsABatchIsOldAlone() throws InterruptedException {
    for (StripBatch batch : epoch(List.of())) {
      assertEquals(0, ownStrips(batch));
      assertEquals(SIZE, batch.samples().size());
    }
  }

  @Test
  void whatAnEpochHoldsDependsOnItsSeedAlone() throws InterruptedException {
    List<StripBatch> once = epoch(own(40, 300));
    List<StripBatch> again = epoch(own(40, 300));
    for (int i = 0; i < once.size(); i++) {
      assertArrayEquals(once.get(i).input(), again.get(i).input(), "batch " + i);
    }
  }

  @Test
  void aDigitOfAnOwnFieldMayStandAnywhereAndASlantKeepsItsInk() {
    TrainingField field = own(1, 300).get(0);
    Sample sample = field.sample(0.1, 0.1, 1);
    assertArrayEquals(new int[] {0, 0}, sample.first());
    int last = sample.strip().columns() - 1;
    assertArrayEquals(new int[] {last, last}, sample.last());
    TrainingField slanted = field.slanted(new java.util.SplittableRandom(SEED));
    assertEquals(ink(field), ink(slanted), 0.02 * ink(field), "seed " + SEED);
    assertEquals(false, Arrays.equals(field.contrast(), slanted.contrast()));
  }

  private static double ink(TrainingField field) {
    double ink = 0;
    for (byte each : field.contrast()) {
      ink += each;
    }
    return ink;
  }

  private static long ownStrips(StripBatch batch) {
    return batch.samples().stream().filter(sample -> sample.digits().length == 2).count();
  }

  private static List<StripBatch> epoch(List<TrainingField> own) throws InterruptedException {
    List<TrainingField> old =
        FieldSource.training(Strokes.digits(60, SEED), SEED).fields(0, 6, 1).stream()
            .filter(field -> field.digits().length != 2)
            .toList();
    List<StripBatch> batches = new ArrayList<>();
    try (StripBatches source = new StripBatches(SIZE, own)) {
      source.start(old, SEED, ROUNDS);
      for (int i = 0; i < ROUNDS * StripBatches.ROUND; i++) {
        batches.add(source.next());
      }
    }
    return batches;
  }

  /** Two slanting strokes that are known to be 42. */
  private static List<TrainingField> own(int count, int width) {
    int height = 96;
    byte[] contrast = new byte[width * height];
    for (int y = 20; y < 76; y++) {
      Arrays.fill(contrast, y * width + 90 + y / 4, y * width + 100 + y / 4, (byte) 90);
      Arrays.fill(contrast, y * width + 190, y * width + 200, (byte) 90);
    }
    float[] left = {-width, -width};
    float[] right = {2 * width, 2 * width};
    TrainingField field = new TrainingField(width, contrast, new int[] {4, 2}, left, right, 20, 76);
    return java.util.Collections.nCopies(count, field);
  }
}
