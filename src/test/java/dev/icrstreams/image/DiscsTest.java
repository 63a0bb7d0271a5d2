package dev.icrstreams.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.field.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cup's ring is no 0. */
class DiscsTest {
  private static final int PAPER = 245;
  private static final int RIM = 130;

  @ParameterizedTest
  @ValueSource(ints = {205, 185})
  void takesARoundStainOut(int tint) {
    CleanField clean = clean(g -> disc(g, tint));
    assertEquals(0, clean.components().count());
    assertEquals(0, clean.strokeWidth());
    for (float contrast : clean.contrast().values()) {
      assertTrue(contrast < 0.05, "contrast " + contrast);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {PAPER, 242})
  void leavesA0OnThePaperOfTheRest(int tint) {
    CleanField clean = clean(g -> disc(g, tint));
    assertEquals(1, clean.components().count());
    assertEquals(64, clean.toScan(clean.components().box(1)).height(), 4);
  }

  /** As in a tinted cell. */
  @ParameterizedTest
  @ValueSource(ints = {18, 6})
  void leavesA0OnATintedPatch(int beside) {
    CleanField clean =
        clean(
            g -> {
              g.setColor(new Color(205, 205, 205));
              g.fillRect(60 - beside, 20 - beside, 60 + 2 * beside, 60 + 2 * beside);
              disc(g, 205);
            });
    assertTrue(clean.components().count() >= 1);
    Box largest = clean.toScan(clean.components().box(1));
    assertTrue(largest.height() >= 56, largest.toString());
  }

  @Test
  void leavesWhatIsWrittenWithin() {
    CleanField clean =
        clean(
            g -> {
              disc(g, 205);
              g.setColor(Color.BLACK);
              g.drawLine(90, 38, 90, 62);
            });
    assertEquals(1, clean.components().count());
    Box stroke = clean.toScan(clean.components().box(1));
    assertEquals(90, stroke.x() + stroke.width() / 2.0, 3);
    assertEquals(28, stroke.height(), 6);
    long dark = 0;
    for (float contrast : clean.contrast().values()) {
      dark += contrast > 0.02 ? 1 : 0;
    }
    assertTrue(dark > clean.components().area(1), "the stroke's soft edge is lost");
  }

  /** 60 pixels across, from x = 60, y = 20. */
  private static void disc(Graphics2D g, int tint) {
    g.setColor(new Color(tint, tint, tint));
    g.fillOval(60, 20, 60, 60);
    g.setColor(new Color(RIM, RIM, RIM));
    g.drawOval(60, 20, 60, 60);
  }

  private static CleanField clean(Consumer<Graphics2D> drawing) {
    BufferedImage image = new BufferedImage(260, 100, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(new Color(PAPER, PAPER, PAPER));
    g.fillRect(0, 0, 260, 100);
    g.setStroke(new BasicStroke(4));
    drawing.accept(g);
    byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    return new Cleaner().clean(new GreyImage(260, 100, grey, 1));
  }
}
