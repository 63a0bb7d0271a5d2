package dev.icrstreams.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Ink;
import java.util.ArrayList;
import java.util.Arrays;
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
  void anEpochHoldsWholeBatchesOfAllClasses() throws InterruptedException {
    List<Batches.Batch> batches = epoch(1);
    assertEquals(6, batches.size());
    long classes =
        batches.stream()
            .flatMapToInt(batch -> IntStream.range(0, 16).map(i -> batch.labels()[i]))
            .distinct()
            .count();
    assertEquals(10, classes);
  }

  private static List<Batches.Batch> epoch(int number) throws InterruptedException {
    List<Batches.Batch> made = new ArrayList<>();
    try (Batches batches = new Batches(digits(), 16, SEED)) {
      batches.start(number);
      for (Batches.Batch b = batches.next(); b != null; b = batches.next()) {
        made.add(b);
      }
    }
    return made;
  }

  private static DigitSet digits() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Ink> images = new ArrayList<>();
    byte[] labels = new byte[100];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (i % 10);
      images.add(Strokes.digit(i % 10, random));
    }
    return new DigitSet(images, labels);
  }
}
