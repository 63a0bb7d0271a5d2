package dev.icrstreams.image;

import static dev.icrstreams.image.StripsTest.bar;
import static dev.icrstreams.image.StripsTest.mean;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Box;
import dev.icrstreams.field.Ink;
import dev.icrstreams.field.Strip;
import dev.icrstreams.image.clean.Climb;
import dev.icrstreams.image.clean.Slant;
import dev.icrstreams.image.ink.Components;
import dev.icrstreams.image.ink.Runs;
import dev.icrstreams.image.plane.Plane;
import dev.icrstreams.image.plane.Turn;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ViewsTest {
  @Test
  void everyViewOfAFieldHasItsDigitInTheSamePlace() {
    DrawnField drawn = new DrawnField(6, 60, Color.WHITE).write("   1");
    int[] box = drawn.digitBoxes().get(0);
    CleanField field = new Cleaner().clean(drawn.grey(), CleaningListener.NONE);
    double scale = (double) field.part().width() / field.contrast().width();
    Views all = Views.of(field, true, true);
    List<Strip> views = all.first();
    assertEquals(3, views.size());
    assertEquals(5, all.further(1).size());
    for (Strip view : Stream.concat(views.stream(), all.further(1).stream()).toList()) {
      for (int column = 0; column < view.columns(); column++) {
        double middle = field.part().x() + (column + 0.5) * view.pixelsPerColumn() * scale;
        boolean beside = middle < box[0] - 8 || middle > box[0] + box[2] + 8;
        boolean within = middle > box[0] + 0.35 * box[2] && middle < box[0] + 0.8 * box[2];
        double ink = mean(view, column, 0, Strip.HEIGHT);
        assertTrue(!beside || ink < 0.03, column + ": " + ink);
        assertTrue(!within || ink > 0.1, column + ": " + ink);
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
      CleanField field = field(ink, leaning, List.of());
      List<Strip> views = Views.of(field, true, true).first();
      for (int i = 0; i < 3; i++) {
        int inked = 0;
        for (int column = 0; column < views.get(i).columns(); column++) {
          inked += mean(views.get(i), column, 2, 30) > 0.1 ? 1 : 0;
        }
        String name = "slant " + slant + ", view " + i + ": " + inked + " columns";
        assertTrue((i == 1 || slant == 0) ? inked <= 2 : inked >= 3, name);
      }
      List<Strip> asTheyAre = Views.of(field, true, false).first();
      assertArrayEquals(views.get(0).values(), asTheyAre.get(0).values());
      assertEquals(slant == 0, Arrays.equals(views.get(1).values(), asTheyAre.get(1).values()));
      // the sides of printed cells would come out slanted
      List<Box> cells = List.of(new Box(0, 0, 80, 96), new Box(80, 0, 80, 96));
      CleanField boxed = field(ink, leaning, cells);
      assertArrayEquals(
          asTheyAre.get(1).values(),
          Views.of(boxed, true, true).first().get(1).values(),
          "slant " + slant);
    }
    assertEquals(0, Slant.of(Runs.along(new Ink(20, 20, new byte[400]))));
  }

  /** Or a tight crop would show its digits small: here bars in a row, each beside the last. */
  @Test
  void writingThatClimbsIsLevelInAllViewsButTheFirstAndTheWhole() {
    for (double slope : new double[] {-0.16, -0.1, 0.04, 0.12}) {
      Plane climbing = new Plane(260, 96);
      for (int x = 20; x < 240; x += 20) {
        int top = (int) Math.round(34 + slope * (x - 130));
        for (int y = top; y < top + 28; y++) {
          Arrays.fill(climbing.values(), y * 260 + x, y * 260 + x + 5, 1);
        }
      }
      byte[] soft = new byte[260 * 96];
      for (int i = 0; i < soft.length; i++) {
        soft[i] = (byte) (255 * climbing.values()[i]);
      }
      Ink ink = new Ink(260, 96, soft);
      boolean steep = Math.abs(slope) > 0.08;
      assertEquals(steep ? slope : 0, Climb.of(ink), 0.021);
      CleanField field = field(ink, climbing, List.of());
      Views views = Views.of(field, true, true);
      List<Strip> first = views.first();
      Strip crop = first.get(0);
      for (Strip level : views.further(11)) {
        double larger = crop.pixelsPerColumn() / level.pixelsPerColumn();
        assertTrue(!steep || larger > 1.2, slope + ": " + larger);
        assertTrue(steep || larger < 1.2, slope + ": " + larger);
      }
      Views asItIs = Views.of(field, false, true);
      assertArrayEquals(crop.values(), asItIs.first().get(0).values());
      assertArrayEquals(first.get(2).values(), asItIs.first().get(2).values());
      assertEquals(steep, first.get(1).width() != asItIs.first().get(1).width());
      // cells are level, or the field is turned by their sides
      List<Box> cells = List.of(new Box(0, 0, 130, 96), new Box(130, 0, 130, 96));
      assertArrayEquals(
          asItIs.first().get(1).values(),
          Views.of(field(ink, climbing, cells), true, true).first().get(1).values());
    }
    assertEquals(0, Climb.of(new Ink(20, 20, new byte[400])));
  }

  /** Narrow digits stand closer than the network's columns tell apart. */
  @Test
  void denseWritingIsStretchedWhereItIsInDoubt() {
    CleanField field =
        new Cleaner().clean(new DrawnField(6, 60, Color.WHITE).write("123456").grey());
    Views views = Views.of(field, true, true);
    List<Strip> six = views.further(6);
    List<Strip> twenty = views.further(20);
    for (int i = 0; i < six.size(); i++) {
      double wider = (double) twenty.get(i).width() / six.get(i).width();
      assertEquals(1.5, wider, 0.03, "view " + i);
      assertArrayEquals(six.get(i).values(), views.further(1).get(i).values());
    }
    // where there is no ink nobody knows how dense it is
    Views none =
        Views.of(new Cleaner().clean(new DrawnField(6, 60, Color.WHITE).grey()), true, true);
    assertArrayEquals(none.further(1).get(0).values(), none.further(20).get(0).values());
  }

  private static CleanField field(Ink ink, Plane contrast, List<Box> cells) {
    return new CleanField(
        ink,
        Components.of(ink),
        contrast,
        Turn.none(ink.width(), ink.height()),
        cells,
        10,
        new Box(0, 0, ink.width(), ink.height()),
        List.of());
  }
}
