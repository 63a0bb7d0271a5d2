package dev.icrstreams.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "123, 123, KEPT 1>1 KEPT 2>2 KEPT 3>3",
        "123, 193, KEPT 1>1 SUBSTITUTED 2>9 KEPT 3>3",
        "123, 13, KEPT 1>1 MISSED 2> KEPT 3>3",
        "13, 123, KEPT 1>1 EXTRA >2 KEPT 3>3",
        "1250, 190, KEPT 1>1 MERGED 25>9 KEPT 0>0",
        "190, 1250, KEPT 1>1 SPLIT 9>25 KEPT 0>0",
        "07, 0, KEPT 0>0 MISSED 7>",
        "4, -, MISSED 4>",
        "-, -, -"
      })
  void saysWhatBecameOfEveryDigit(String written, String read, String steps) {
    assertEquals(
        text(steps),
        Alignment.of(text(written), text(read)).steps().stream()
            .map(step -> step.kind() + " " + step.written() + ">" + step.read())
            .collect(Collectors.joining(" ")));
  }

  @Test
  void countsLevenshteinsEdits() {
    assertEquals(3, Alignment.of("kitten", "sitting").edits());
    assertEquals(2, Alignment.of("", "12").edits());
    assertEquals(2, Alignment.of("12", "9").edits());
  }

  @Test
  void neverNeedsMoreEditsThanSubstitutingInsertingAndDeleting() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      String written = number(random);
      String read = number(random);
      Alignment alignment = Alignment.of(written, read);
      String what = written + " read as " + read + ", seed " + seed;
      assertEquals(distance(written, read), alignment.edits(), what);
      assertEquals(written, joined(alignment.steps(), true), what);
      assertEquals(read, joined(alignment.steps(), false), what);
    }
  }

  private static String joined(List<Alignment.Step> steps, boolean written) {
    return steps.stream()
        .map(step -> written ? step.written() : step.read())
        .collect(Collectors.joining());
  }

  private static String number(Random random) {
    // few values, so that digits recur
    return random
        .ints(random.nextInt(7), 0, 4)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining());
  }

  private static int distance(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length();
    }
    String restOfA = a.substring(1);
    String restOfB = b.substring(1);
    int kept = distance(restOfA, restOfB) + (a.charAt(0) == b.charAt(0) ? 0 : 1);
    return Math.min(kept, 1 + Math.min(distance(restOfA, b), distance(a, restOfB)));
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }
}
