package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertSame;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostRowsTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 90;

  @ParameterizedTest(name = "{1} rows from {0} on")
  @CsvSource({"30, 1", "30, 3", "45, 2", "60, 1"})
  void digitsAreWholeAgain(int from, int rows) {
    Consumer<Graphics2D> lost =
        g -> {
          ScannerMarksTest.digits(g, 36, 18);
          g.setColor(Color.WHITE);
          g.fillRect(0, from, WIDTH, rows);
        };
    ScannerMarksTest.assertFound(new Cleaner().clean(drawn(lost)), 36, 18);
  }

  @Test
  void ofANegativeToo() {
    GreyImage image =
        drawn(
            g -> {
              g.setColor(Color.BLACK);
              g.fillRect(0, 0, WIDTH, HEIGHT);
              ScannerMarksTest.digits(g, 36, 18, Color.WHITE);
              g.setColor(Color.BLACK);
              g.fillRect(0, 40, WIDTH, 2);
            });
    ScannerMarksTest.assertFound(new Cleaner().clean(image), 36, 18);
  }

  /** Above and below the paper between two lines stands other ink. */
  @Test
  void linesOfWritingStayApart() {
    GreyImage image =
        drawn(
            g -> {
              ScannerMarksTest.digits(g, 10, -16);
              ScannerMarksTest.digits(g, 21, 40);
            });
    assertSame(image, LostRows.fill(image));
  }

  /** More than a few rows are no accident. */
  @Test
  void aBroadGapStays() {
    GreyImage image =
        drawn(
            g -> {
              ScannerMarksTest.digits(g, 36, 18);
              g.setColor(Color.WHITE);
              g.fillRect(0, 40, WIDTH, 5);
            });
    assertSame(image, LostRows.fill(image));
  }

  @Test
  void aPlainFieldIsNotCopied() {
    GreyImage image = drawn(g -> ScannerMarksTest.digits(g, 36, 18));
    assertSame(image, LostRows.fill(image));
  }

  private static GreyImage drawn(Consumer<Graphics2D> drawing) {
    return Drawing.of(WIDTH, HEIGHT, drawing);
  }
}
