package dev.icrstreams.train.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Ink;
import dev.icrstreams.train.Strokes;
import dev.icrstreams.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitSplitTest {
  @Test
  void everyDigitIsInExactlyOnePart() {
    DigitSet all = digits(1000);
    DigitSplit samples = DigitSplit.split(all, 100, 7);
    Set<Ink> seen = new HashSet<>(samples.training().images());
    assertEquals(103, samples.validation().size());
    for (Ink held : samples.validation().images()) {
      assertTrue(seen.add(held));
    }
    assertEquals(1000, seen.size());
  }

  @Test
  void holdsOutTheSameShareOfEveryClass() {
    DigitSplit samples = DigitSplit.split(digits(1000), 100, 7);
    int[] held = new int[10];
    for (byte label : samples.validation().labels()) {
      held[label]++;
    }
    // four in ten digits are of class 0, the rest is spread evenly
    assertArrayEquals(new int[] {40, 7, 7, 7, 7, 7, 7, 7, 7, 7}, held);
  }

  @Test
  void theSeedDecidesWhichAreHeldOut() {
    DigitSet all = digits(500);
    List<Ink> held = DigitSplit.split(all, 50, 1).validation().images();
    assertEquals(held, DigitSplit.split(all, 50, 1).validation().images());
    assertNotEquals(held, DigitSplit.split(all, 50, 2).validation().images());
  }

  /** Whatever the networks were trained with: what one learned from cannot calibrate the reader. */
  @Test
  void everyPlanHoldsOutTheSameDigits(@TempDir Path data) throws IOException {
    Strokes.write(data, "train", 400, 3);
    TrainingPlan digits = TrainingPlan.shipped(data, data);
    Set<String> held = new HashSet<>(pixels(DigitSplit.of(digits).validation()));
    Set<String> learned = new HashSet<>(pixels(DigitSplit.of(digits).training()));
    assertEquals(200, held.size(), 5);
    for (int limit : new int[] {0, 50}) {
      for (long seed : new long[] {1, 2}) {
        DigitSplit other = DigitSplit.of(digits.with("another", seed, 1, limit, 1, "test"));
        assertTrue(held.containsAll(pixels(other.validation())));
        assertTrue(learned.containsAll(pixels(other.training())));
        assertEquals(limit == 0 ? 400 : limit, other.training().size() + other.validation().size());
      }
    }
  }

  @Test
  void neverHoldsOutMoreThanHalf() {
    assertEquals(20, DigitSplit.split(digits(40), 5000, 1).training().size(), 5);
  }

  private static List<String> pixels(DigitSet digits) {
    return digits.images().stream().map(ink -> Arrays.toString(ink.values())).toList();
  }

  private static DigitSet digits(int n) {
    List<Ink> images = new ArrayList<>();
    byte[] labels = new byte[n];
    for (int i = 0; i < n; i++) {
      images.add(new Ink(2, 1, new byte[] {(byte) i, (byte) (i >> 8)}));
      labels[i] = (byte) (i % 3 == 0 ? 0 : i % 10);
    }
    return new DigitSet(images, labels);
  }
}
