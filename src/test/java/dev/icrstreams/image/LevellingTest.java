package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Box;
import dev.icrstreams.image.ink.Components;
import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form that lay askew on the scanner is levelled, and boxes still point into the scan. */
class LevellingTest {
  @ParameterizedTest
  @ValueSource(doubles = {-5, -2.5, 2.5, 5})
  void levelsAFormByItsRules(double degrees) {
    DrawnField field =
        new DrawnField(4, 100, Color.WHITE).write("2805").line(0.9, 0.02, Color.GRAY);
    CleanField clean = new Cleaner().clean(field.turned(degrees, Color.WHITE).grey());
    assertEquals(Math.sin(Math.toRadians(degrees)), clean.turn().sine(), 0.008);
    Components components = Components.of(clean.ink());
    assertEquals(4, components.count());
    for (int[] drawn : field.digitBoxes()) {
      double x = drawn[0] + drawn[2] / 2.0 - field.image().getWidth() / 2.0;
      double y = drawn[1] + drawn[3] / 2.0 - 50;
      double angle = Math.toRadians(degrees);
      double turnedX = field.image().getWidth() / 2.0 + Math.cos(angle) * x - Math.sin(angle) * y;
      double turnedY = 50 + Math.sin(angle) * x + Math.cos(angle) * y;
      assertTrue(isCentre(clean, components, turnedX, turnedY), turnedX + ", " + turnedY);
    }
  }

  private static boolean isCentre(CleanField clean, Components components, double x, double y) {
    for (int i = 1; i <= components.count(); i++) {
      Box box = clean.toScan(components.box(i));
      double offX = box.x() + box.width() / 2.0 - x;
      double offY = box.y() + box.height() / 2.0 - y;
      if (Math.hypot(offX, offY) < 4) {
        return true;
      }
    }
    return false;
  }

  @Test
  void leavesAHandsOwnSlopeAlone() {
    DrawnField field = new DrawnField(4, 100, Color.WHITE).write("2805").turned(4, Color.WHITE);
    assertTrue(new Cleaner().clean(field.grey()).turn().isNone());
  }
}
