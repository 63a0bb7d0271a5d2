package dev.icrstreams.image;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A scanned field drawn stroke by stroke: digits of a pen in cells of equal width, and furniture.
 */
public final class DrawnField {
  /** Digits in a unit square, a polyline each, x and y in turn. */
  private static final double[][] DIGITS = {
    {.5, 0, .2, .15, .05, .5, .2, .85, .5, 1, .8, .85, .95, .5, .8, .15, .5, 0},
    {.25, .2, .6, 0, .5, 1},
    {.1, .2, .4, 0, .8, .1, .8, .35, .1, 1, .9, .95},
    {.1, .1, .5, 0, .85, .2, .45, .45, .9, .7, .5, 1, .1, .9},
    {.6, 0, .05, .65, .95, .65, .7, .65, .75, .3, .65, 1},
    {.9, 0, .2, 0, .15, .45, .6, .4, .9, .7, .5, 1, .1, .9},
    {.8, 0, .3, .3, .1, .7, .4, 1, .8, .85, .8, .6, .4, .5, .12, .7},
    {.05, 0, .9, .02, .4, 1},
    {.5, .45, .15, .2, .5, 0, .85, .2, .15, .75, .5, 1, .85, .75, .5, .45},
    {.85, .3, .5, .45, .15, .25, .5, 0, .85, .15, .8, .6, .6, 1},
  };

  private final int height;
  private final int cell;
  private final BufferedImage image;
  private final Graphics2D g;
  private final double margin;
  private final List<int[]> boxes = new ArrayList<>();
  private Color ink = Color.BLACK;
  private float pen;

  public DrawnField(int cells, int height, Color paper) {
    this.height = height;
    this.cell = (int) (0.8 * height);
    this.margin = 0.18 * height;
    this.pen = 0.06f * height;
    this.image = new BufferedImage(cells * cell + cell / 2, height, BufferedImage.TYPE_3BYTE_BGR);
    g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(paper);
    g.fillRect(0, 0, image.getWidth(), height);
  }

  public DrawnField ink(Color colour) {
    ink = colour;
    return this;
  }

  public DrawnField pen(double share) {
    pen = (float) (share * height);
    return this;
  }

  /** Writes digits, one a cell; a blank leaves its cell empty. */
  public DrawnField write(String digits) {
    g.setColor(ink);
    g.setStroke(new BasicStroke(pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) != ' ') {
        draw(digits.charAt(i) - '0', cell / 4 + i * cell + 0.2 * cell);
      }
    }
    return this;
  }

  private void draw(int digit, double x) {
    double[] points = DIGITS[digit];
    double high = height - 2 * margin;
    double wide = 0.6 * cell;
    Path2D path = new Path2D.Double();
    for (int i = 0; i < points.length; i += 2) {
      double px = x + points[i] * wide;
      double py = margin + points[i + 1] * high;
      if (i == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    g.draw(path);
    var bounds = g.getStroke().createStrokedShape(path).getBounds();
    boxes.add(new int[] {bounds.x, bounds.y, bounds.width, bounds.height});
  }

  /** A line across the field at a share of its height. */
  public DrawnField line(double share, double thickness, Color colour) {
    return line(0, share, 1, share, thickness, colour);
  }

  /** A line between two points given as shares of width and height. */
  public DrawnField line(
      double x1, double y1, double x2, double y2, double thickness, Color colour) {
    g.setColor(colour);
    g.setStroke(new BasicStroke((float) (thickness * height), BasicStroke.CAP_BUTT, 0));
    int width = image.getWidth();
    g.draw(new java.awt.geom.Line2D.Double(x1 * width, y1 * height, x2 * width, y2 * height));
    return this;
  }

  /** A box around every cell. */
  public DrawnField boxes(double thickness, Color colour) {
    g.setColor(colour);
    g.setStroke(new BasicStroke((float) (thickness * height)));
    for (int x = cell / 4; x + cell <= image.getWidth(); x += cell) {
      g.drawRect(x, (int) (0.05 * height), cell, (int) (0.9 * height));
    }
    return this;
  }

  /** A baseline with ticks between the cells. */
  public DrawnField comb(double thickness, Color colour) {
    int base = (int) (0.93 * height);
    line((double) base / height, thickness, colour);
    for (int x = cell / 4; x <= image.getWidth(); x += cell) {
      g.drawLine(x, base, x, (int) (0.7 * height));
    }
    return this;
  }

  /** Gaussian noise on every pixel. */
  public DrawnField noise(double deviation, long seed) {
    Random random = new Random(seed);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int off = (int) Math.round(deviation * random.nextGaussian());
        int rgb = image.getRGB(x, y);
        int out = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
          out |= Math.max(0, Math.min(255, (rgb >> shift & 0xff) + off)) << shift;
        }
        image.setRGB(x, y, out);
      }
    }
    return this;
  }

  /** Turned about its middle, on the same paper. */
  public DrawnField turned(double degrees, Color paper) {
    BufferedImage copy = new BufferedImage(image.getWidth(), height, image.getType());
    copy.createGraphics().drawImage(image, 0, 0, null);
    g.setColor(paper);
    g.fillRect(0, 0, image.getWidth(), height);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(
        copy,
        AffineTransform.getRotateInstance(
            Math.toRadians(degrees), image.getWidth() / 2.0, height / 2.0),
        null);
    return this;
  }

  public Graphics2D graphics() {
    return g;
  }

  public BufferedImage image() {
    return image;
  }

  /** The ink's boxes as x, y, width and height, in the order of writing. */
  public List<int[]> digitBoxes() {
    return boxes;
  }

  /** What the decoder would make of it. */
  public GreyImage grey() {
    byte[] grey = new byte[image.getWidth() * height];
    for (int i = 0; i < grey.length; i++) {
      int rgb = image.getRGB(i % image.getWidth(), i / image.getWidth());
      grey[i] = (byte) (((rgb >> 16 & 0xff) * 3 + (rgb >> 8 & 0xff) * 6 + (rgb & 0xff)) / 10);
    }
    return new GreyImage(image.getWidth(), height, grey, 1);
  }
}
