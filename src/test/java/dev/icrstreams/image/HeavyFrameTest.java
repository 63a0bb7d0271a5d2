package dev.icrstreams.image;

import static dev.icrstreams.image.ScannerMarksTest.assertFound;
import static dev.icrstreams.image.ScannerMarksTest.clean;
import static dev.icrstreams.image.ScannerMarksTest.digits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Heavy frames around a field, and what only looks like one. */
class HeavyFrameTest {
  /** A line on one side is none of a band's, nor is a thin frame. */
  @Test
  void leavesLinesAlone() {
    for (Box line : List.of(new Box(0, 85, 140, 5), new Box(0, 0, 5, 90))) {
      CleanField lined =
          clean(
              140,
              90,
              g -> {
                digits(g, 24, 18);
                g.fillRect(line.x(), line.y(), line.width(), line.height());
              });
      assertEquals(new Box(0, 0, 140, 90), lined.part());
    }
    CleanField framed =
        clean(
            140,
            90,
            g -> {
              digits(g, 24, 18);
              g.setStroke(new BasicStroke(2));
              g.drawRect(1, 1, 138, 88);
            });
    assertEquals(new Box(0, 0, 140, 90), framed.part());
  }

  /** A heavy frame hides pencil: its threshold is not what is written inside it. */
  @ParameterizedTest
  @CsvSource({"0, 0", "14, 0", "14, -1.2", "14, 1.2"})
  void looksIntoAHeavyFrame(int margin, double degrees) {
    Color pencil = new Color(170, 170, 170);
    CleanField framed =
        clean(
            180 + 2 * margin,
            110 + 2 * margin,
            g -> {
              g.rotate(Math.toRadians(degrees), 90.0 + margin, 55.0 + margin);
              digits(g, 40 + margin, 26 + margin, pencil);
              g.setColor(Color.BLACK);
              g.setStroke(new BasicStroke(8, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
              g.drawRect(4 + margin, 4 + margin, 172, 102);
            });
    assertFound(framed, 40 + margin, 26 + margin);
    Box inside = new Box(6 + margin, 6 + margin, 168, 98);
    assertEquals(inside, inside.union(framed.part()));
  }

  /** Then it is no frame of the field, or not of all of it. */
  @Test
  void leavesAFrameThatIsWrittenAcross() {
    for (int x : new int[] {4, 120}) {
      CleanField across =
          clean(
              230,
              120,
              g -> {
                digits(g, x, 32);
                g.setColor(Color.BLACK);
                g.setStroke(new BasicStroke(8));
                g.drawRect(40, 14, 120, 90);
              });
      assertEquals(new Box(0, 0, 230, 120), across.part());
    }
  }

  /** Nobody knows whether it is a printed box or a 0; it must not pass for an empty field. */
  @ParameterizedTest
  @CsvSource({"0, 0, 56", "27, 27, 56", "35, 27, 40"})
  void anEmptyHeavyBoxAsNarrowAsADigitIsADoubt(int x, int y, int wide) {
    Consumer<Graphics2D> box =
        g -> {
          g.setStroke(new BasicStroke(6, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER));
          g.drawRoundRect(x + 3, y + 3, wide - 6, 60, 8, 8);
        };
    CleanField clean = clean(wide + 2 * x, 66 + 2 * y, box);
    boolean seen = clean.components().boxes().stream().anyMatch(piece -> piece.height() > 30);
    assertTrue(clean.isDoubtful() || seen);
  }
}
