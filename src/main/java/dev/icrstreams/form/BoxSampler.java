package dev.icrstreams.form;

import dev.icrstreams.form.geometry.PageTransform;
import dev.icrstreams.form.template.FormField;
import dev.icrstreams.image.GreyImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A box of a page, sampled from its scan between pixels, at about the scan's resolution. */
final class BoxSampler {
  /** Digits lower than this cannot be told. */
  private static final int LEAST_HEIGHT = 12;

  /** How far over the scan's border a box may reach, in its own height. */
  private static final double MOST_OUTSIDE = 0.1;

  private BoxSampler() {}

  /**
   * The box as a PNG file, in colours if the scan is; {@code pageHeight} is in the page's width.
   */
  static byte[] cut(GreyImage scan, PageTransform where, FormField field, double pageHeight) {
    double left = field.x();
    double top = field.y() * pageHeight;
    double right = field.x() + field.width();
    double bottom = (field.y() + field.height()) * pageHeight;
    int width = (int) Math.round(distance(where, left, top, right, top));
    int height = (int) Math.round(distance(where, left, top, left, bottom));
    if (height < LEAST_HEIGHT) {
      throw new PageRefusedException(
          "the box of %s is %d pixels high in this scan; it takes %d"
              .formatted(field.name(), height, LEAST_HEIGHT));
    }
    for (double x : new double[] {left, right}) {
      for (double y : new double[] {top, bottom}) {
        require(scan, where.x(x, y), where.y(x, y), MOST_OUTSIDE * height, field);
      }
    }
    boolean coloured = !scan.channels().isEmpty();
    List<GreyImage> planes =
        coloured ? scan.channels().stream().map(scan::with).toList() : List.of(scan);
    BufferedImage box =
        new BufferedImage(
            width, height, coloured ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
    for (int v = 0; v < height; v++) {
      for (int u = 0; u < width; u++) {
        double x = left + (u + 0.5) / width * (right - left);
        double y = top + (v + 0.5) / height * (bottom - top);
        for (int c = 0; c < planes.size(); c++) {
          int level = level(planes.get(c), where.x(x, y), where.y(x, y));
          box.getRaster().setSample(u, v, c, level);
        }
      }
    }
    return png(box);
  }

  private static double distance(PageTransform where, double x0, double y0, double x1, double y1) {
    return Math.hypot(where.x(x1, y1) - where.x(x0, y0), where.y(x1, y1) - where.y(x0, y0));
  }

  private static void require(GreyImage scan, double x, double y, double over, FormField field) {
    if (x < -over || y < -over || x > scan.width() + over || y > scan.height() + over) {
      throw new PageRefusedException("the box of " + field.name() + " is not all in the scan");
    }
  }

  /** Bilinear; what is outside is as the border. */
  private static int level(GreyImage scan, double x, double y) {
    double u = Math.max(0, Math.min(scan.width() - 1.0, x - 0.5));
    double v = Math.max(0, Math.min(scan.height() - 1.0, y - 0.5));
    int column = Math.min((int) u, Math.max(0, scan.width() - 2));
    int row = Math.min((int) v, Math.max(0, scan.height() - 2));
    int nextColumn = Math.min(column + 1, scan.width() - 1);
    int nextRow = Math.min(row + 1, scan.height() - 1);
    double above = mix(scan.at(column, row), scan.at(nextColumn, row), u - column);
    double below = mix(scan.at(column, nextRow), scan.at(nextColumn, nextRow), u - column);
    return (int) Math.round(mix(above, below, v - row));
  }

  private static double mix(double first, double second, double share) {
    return first + (second - first) * share;
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a picture to memory", e);
    }
    return bytes.toByteArray();
  }
}
