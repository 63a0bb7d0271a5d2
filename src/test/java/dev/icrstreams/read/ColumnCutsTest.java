package dev.icrstreams.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnCutsTest {
  @Test
  void cutsWhereTheInkIsThinnest() {
    // a bridge of three rows that is one row high in a single column, off the middle
    Ink ink =
        Spelled.ink(
            60,
            40,
            new Box(5, 5, 10, 30),
            new Box(30, 8, 10, 20),
            new Box(15, 18, 3, 3),
            new Box(18, 19, 1, 1),
            new Box(19, 18, 11, 3));
    assertEquals(
        List.of(new Box(5, 5, 13, 30), new Box(18, 8, 22, 20)),
        ColumnCuts.boxes(ink, List.of(10.0, 35.0)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aBoxHoldsAllInkOfItsDigitAndNoneOfAnother(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Box> digits = new ArrayList<>();
    List<Double> middles = new ArrayList<>();
    int x = random.nextInt(8);
    for (int i = 0; i < 6; i++) {
      int width = random.nextInt(3, 24);
      int top = random.nextInt(6);
      digits.add(new Box(x, top, width, 40 - top - random.nextInt(6)));
      // where a network sees a digit is never quite its middle
      middles.add(x + width * random.nextDouble(0.4, 0.6));
      x += width + random.nextInt(1, 6);
    }
    Ink ink = Spelled.ink(x + 5, 40, digits.toArray(Box[]::new));
    assertEquals(digits, ColumnCuts.boxes(ink, middles), "seed " + seed);
  }

  @Test
  void boxesStayInsideTheFieldWhereThereIsNoInk() {
    Ink ink = Spelled.ink(30, 20);
    for (Box box : ColumnCuts.boxes(ink, List.of(-0.5, 3.0, 3.2, 30.5))) {
      assertTrue(box.x() >= 0 && box.right() <= 30 && box.width() > 0, "" + box);
      assertTrue(box.y() >= 0 && box.bottom() <= 20 && box.height() > 0, "" + box);
    }
  }
}
