package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertSame;

import dev.icrstreams.field.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that dirt under a scanner's glass draws down the page. */
class StreaksTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 90;

  @ParameterizedTest(name = "{1} wide at {0}, as dark as {2}")
  @CsvSource({"8, 2, 0", "45, 1, 90", "58, 2, 60", "78, 2, 0", "104, 1, 40", "152, 2, 110"})
  void digitsStandWithoutThem(int x, int width, int dark) {
    GreyImage image =
        drawn(
            g -> {
              ScannerMarksTest.digits(g, 36, 18);
              g.setColor(new Color(dark, dark, dark));
              g.fillRect(x, 0, width, HEIGHT);
            });
    ScannerMarksTest.assertFound(new Cleaner().clean(image), 36, 18);
  }

  /** A hand's 1 is never straight to the pixel, and a pen is wider. */
  @Test
  void a1FromBorderToBorderStays() {
    GreyImage leaning = drawn(g -> line(g, 40, 0, 43, HEIGHT, 2));
    assertSame(leaning, Streaks.fill(leaning));
    GreyImage wide = drawn(g -> g.fillRect(40, 0, 5, HEIGHT));
    assertSame(wide, Streaks.fill(wide));
  }

  @Test
  void whatEndsInsideTheImageStays() {
    GreyImage above = drawn(g -> g.fillRect(40, 0, 2, HEIGHT - 4));
    assertSame(above, Streaks.fill(above));
    GreyImage below = drawn(g -> g.fillRect(40, 4, 2, HEIGHT - 4));
    assertSame(below, Streaks.fill(below));
    GreyImage broken =
        drawn(
            g -> {
              g.fillRect(40, 0, 2, HEIGHT);
              g.setColor(Color.WHITE);
              g.fillRect(40, 30, 2, 10);
            });
    assertSame(broken, Streaks.fill(broken));
  }

  /** Of few rows a 1 may be as straight. */
  @Test
  void aLowImageStaysAsItIs() {
    GreyImage low = drawn(g -> g.fillRect(40, 0, 1, HEIGHT)).part(new Box(0, 0, WIDTH, 40));
    assertSame(low, Streaks.fill(low));
  }

  private static void line(Graphics2D g, int x, int y, int toX, int toY, float width) {
    g.setStroke(new BasicStroke(width));
    g.drawLine(x, y, toX, toY);
  }

  private static GreyImage drawn(Consumer<Graphics2D> drawing) {
    return Drawing.of(WIDTH, HEIGHT, drawing);
  }
}
