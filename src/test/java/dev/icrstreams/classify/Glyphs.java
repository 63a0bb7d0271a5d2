package dev.icrstreams.classify;

import dev.icrstreams.field.Ink;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/** Digits drawn with a round pen, for tests that need one of an exact size and stroke. */
final class Glyphs {
  private Glyphs() {}

  /** A seven of this height, its stroke this wide. */
  static Ink seven(int height, int stroke) {
    int width = height * 2 / 3;
    double half = stroke / 2.0;
    Path2D path = new Path2D.Double();
    path.moveTo(half, half);
    path.lineTo(width - half, half);
    path.lineTo(width / 3.0, height - half);
    return draw(path, width, height, stroke);
  }

  /** An ellipse of this size. */
  static Ink ring(int width, int height, int stroke) {
    double half = stroke / 2.0;
    return draw(
        new Ellipse2D.Double(half, half, width - stroke, height - stroke), width, height, stroke);
  }

  /** The same ink with blank paper to its left and above. */
  static Ink framed(Ink ink, int left, int top) {
    int width = ink.width() + left;
    byte[] values = new byte[width * (ink.height() + top)];
    for (int y = 0; y < ink.height(); y++) {
      System.arraycopy(
          ink.values(), y * ink.width(), values, (y + top) * width + left, ink.width());
    }
    return new Ink(width, ink.height() + top, values);
  }

  private static Ink draw(Shape shape, int width, int height, int stroke) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.setStroke(new BasicStroke(stroke, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
    graphics.dispose();
    byte[] values = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    return new Ink(width, height, Arrays.copyOf(values, values.length));
  }
}
