package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.Strip;
import dev.icrstreams.image.clean.Slant;
import dev.icrstreams.image.ink.Components;
import dev.icrstreams.image.ink.Runs;
import dev.icrstreams.image.plane.Plane;
import dev.icrstreams.image.plane.Turn;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StripsTest {
  @Test
  void aStrokeComesOutInTheColumnsThatStandForIt() {
    Strip strip = Strips.of(bar(80, 64, 40, 48, 1), 0, 64, 1);
    assertEquals(40, strip.width());
    assertEquals(8, strip.pixelsPerColumn(), 1e-9);
    for (int column = 0; column < strip.columns(); column++) {
      double expected = column == 5 ? 1 : 0;
      assertEquals(expected, mean(strip, column, 4, 28), 0.1, "column " + column);
    }
    // twice as wide: the same stroke in two columns, each for half as many pixels
    Strip wide = Strips.of(bar(80, 64, 40, 48, 1), 0, 64, 2);
    assertEquals(20, wide.columns());
    assertEquals(4, wide.pixelsPerColumn(), 1e-9);
    assertTrue(mean(wide, 10, 4, 28) > 0.85 && mean(wide, 11, 4, 28) > 0.85);
    assertTrue(mean(wide, 8, 4, 28) < 0.05 && mean(wide, 13, 4, 28) < 0.05);
  }

  @Test
  void thereIsPaperAboveAndBelowTheField() {
    Strip strip = Strips.of(bar(80, 64, 0, 80, 1), -64, 128, 1);
    assertEquals(0, mean(strip, 1, 0, 9), 1e-6);
    assertEquals(1, mean(strip, 1, 12, 20), 0.05);
    assertEquals(0, mean(strip, 1, 23, 32), 1e-6);
  }

  @Test
  void widthIsAMultipleOfTheStrideAndHasALimit() {
    assertEquals(12, Strips.of(bar(18, 64, 4, 8, 1), 0, 64, 1).width());
    Strip longest = Strips.of(bar(9000, 20, 4, 8, 1), 0, 20, 1);
    assertEquals(2048, longest.width());
    assertEquals(4 * 9000 / 2048.0, longest.pixelsPerColumn(), 1e-9);
  }

  @Test
  void paleInkComesOutAsDarkAsBlackInk() {
    float[] black = Strips.of(bar(80, 64, 40, 48, 1), 0, 64, 1).values();
    float[] pale = Strips.of(bar(80, 64, 40, 48, 0.25f), 0, 64, 1).values();
    assertArrayEquals(black, pale, 0.01f);
    // but what is hardly darker than paper is no ink
    float[] shadow = Strips.of(bar(80, 64, 40, 48, 0.02f), 0, 64, 1).values();
    for (float value : shadow) {
      assertTrue(value < 0.2, "" + value);
    }
  }

  @Test
  void everyViewOfAFieldHasItsDigitInTheSamePlace() {
    DrawnField drawn = new DrawnField(6, 60, Color.WHITE).write("   1");
    int[] box = drawn.digitBoxes().get(0);
    CleanField field = new Cleaner().clean(drawn.grey(), CleaningListener.NONE);
    double scale = (double) field.part().width() / field.contrast().width();
    List<Strip> views = Strips.views(field, true);
    assertEquals(3, views.size());
    for (Strip view : views) {
      for (int column = 0; column < view.columns(); column++) {
        double middle = field.part().x() + (column + 0.5) * view.pixelsPerColumn() * scale;
        boolean beside = middle < box[0] - 8 || middle > box[0] + box[2] + 8;
        boolean within = middle > box[0] + 0.35 * box[2] && middle < box[0] + 0.8 * box[2];
        double ink = mean(view, column, 0, Strip.HEIGHT);
        assertTrue(!beside || ink < 0.03, column + ": " + ink);
        assertTrue(!within || ink > 0.15, column + ": " + ink);
      }
    }
    assertTrue(views.get(2).width() < views.get(0).width(), "the whole field is the smallest");
  }

  @Test
  void slantedWritingStandsUprightInTheSecondViewOnly() {
    for (double slant : new double[] {-0.4, 0, 0.56}) {
      Plane leaning = Slant.upright(bar(160, 96, 60, 70, 1), -slant);
      Ink ink = new Ink(160, 96, Slant.upright(bar(160, 96, 60, 70, 255), -slant).bytes());
      assertEquals(slant, Slant.of(Runs.along(ink)), 0.09);
      CleanField field =
          new CleanField(
              ink,
              Components.of(ink),
              leaning,
              Turn.none(160, 96),
              List.of(),
              10,
              new Box(0, 0, 160, 96),
              false);
      List<Strip> views = Strips.views(field, true);
      for (int i = 0; i < 3; i++) {
        int inked = 0;
        for (int column = 0; column < views.get(i).columns(); column++) {
          inked += mean(views.get(i), column, 2, 30) > 0.1 ? 1 : 0;
        }
        String name = "slant " + slant + ", view " + i + ": " + inked + " columns";
        assertTrue((i == 1 || slant == 0) ? inked <= 2 : inked >= 3, name);
      }
      List<Strip> asTheyAre = Strips.views(field, false);
      assertArrayEquals(views.get(0).values(), asTheyAre.get(0).values());
      assertEquals(slant == 0, Arrays.equals(views.get(1).values(), asTheyAre.get(1).values()));
      // the sides of printed cells would come out slanted
      List<Box> cells = List.of(new Box(0, 0, 80, 96), new Box(80, 0, 80, 96));
      CleanField boxed =
          new CleanField(
              ink,
              Components.of(ink),
              leaning,
              Turn.none(160, 96),
              cells,
              10,
              new Box(0, 0, 160, 96),
              false);
      assertArrayEquals(
          asTheyAre.get(1).values(), Strips.views(boxed, true).get(1).values(), "slant " + slant);
    }
    assertEquals(0, Slant.of(Runs.along(new Ink(20, 20, new byte[400]))));
  }

  private static Plane bar(int width, int height, int from, int to, float contrast) {
    Plane plane = new Plane(width, height);
    for (int y = 0; y < height; y++) {
      java.util.Arrays.fill(plane.values(), y * width + from, y * width + to, contrast);
    }
    return plane;
  }

  private static double mean(Strip strip, int column, int fromRow, int toRow) {
    double sum = 0;
    for (int y = fromRow; y < toRow; y++) {
      for (int x = column * Strip.STRIDE; x < (column + 1) * Strip.STRIDE; x++) {
        sum += strip.values()[y * strip.width() + x];
      }
    }
    return sum / Strip.STRIDE / (toRow - fromRow);
  }
}
