package dev.icrstreams.image.codec;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.util.Arrays;

/**
 * Samples to grey, row by row and without colour management: ICC conversion is slow, and Java's
 * linear grey colour space would brighten what scanners mean as plain grey.
 */
final class Greys {
  /** How the samples of a pixel make its colour. */
  enum Space {
    GREY,
    RGB,
    CMYK
  }

  private Greys() {}

  static Shades of(BufferedImage image) {
    ColorModel colours = image.getColorModel();
    if (colours instanceof IndexColorModel || colours instanceof DirectColorModel) {
      return packed(image.getRaster(), colours);
    }
    int bands = image.getRaster().getNumBands();
    return of(
        image.getRaster(), bands < 3 ? Space.GREY : Space.RGB, colours.isAlphaPremultiplied());
  }

  static Shades of(Raster raster, Space space, boolean premultiplied) {
    int width = raster.getWidth();
    int bands = raster.getNumBands();
    int[] most = most(raster.getSampleModel());
    boolean bytes = Arrays.stream(most).allMatch(each -> each == 255);
    Shades shades = Shades.black(width * raster.getHeight(), space != Space.GREY);
    int[] row = new int[width * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int i = 0; i < row.length && !bytes; i++) {
        row[i] = row[i] * 255 / most[i % bands];
      }
      for (int x = 0; x < width; x++) {
        set(shades, y * width + x, row, x * bands, bands, space, premultiplied);
      }
    }
    return shades;
  }

  /**
   * Half luminance, half the darkest channel: coloured ink is dark in some channel however light it
   * is to the eye, and luminance keeps the chroma noise of JPEG out. Grey stays what it is.
   */
  static int grey(int red, int green, int blue) {
    int luminance = (77 * red + 150 * green + 29 * blue) >> 8;
    return (luminance + Math.min(red, Math.min(green, blue)) + 1) >> 1;
  }

  private static void set(
      Shades to, int pixel, int[] row, int at, int bands, Space space, boolean premultiplied) {
    switch (space) {
      case GREY ->
          to.grey(pixel, bands == 1 ? row[at] : onWhite(row[at], row[at + 1], premultiplied));
      case RGB -> {
        int alpha = bands == 3 ? 255 : row[at + 3];
        to.colour(
            pixel,
            onWhite(row[at], alpha, premultiplied),
            onWhite(row[at + 1], alpha, premultiplied),
            onWhite(row[at + 2], alpha, premultiplied));
      }
      case CMYK -> {
        int light = 255 - row[at + 3];
        to.colour(
            pixel,
            (255 - row[at]) * light / 255,
            (255 - row[at + 1]) * light / 255,
            (255 - row[at + 2]) * light / 255);
      }
    }
  }

  private static Shades packed(Raster raster, ColorModel model) {
    int width = raster.getWidth();
    Shades shades = Shades.black(width * raster.getHeight(), true);
    int[] row = new int[width];
    int[] table = model instanceof IndexColorModel palette ? table(palette) : null;
    Object element = null;
    for (int y = 0; y < raster.getHeight(); y++) {
      if (table != null) {
        raster.getSamples(0, y, width, 1, 0, row);
      }
      for (int x = 0; x < width; x++) {
        int argb;
        if (table != null) {
          argb = table[Math.min(row[x], table.length - 1)];
        } else {
          element = raster.getDataElements(x, y, element);
          argb = model.getRGB(element);
        }
        int alpha = argb >>> 24;
        shades.colour(
            y * width + x,
            onWhite(argb >> 16 & 0xff, alpha, false),
            onWhite(argb >> 8 & 0xff, alpha, false),
            onWhite(argb & 0xff, alpha, false));
      }
    }
    return shades;
  }

  private static int[] table(IndexColorModel palette) {
    int[] table = new int[palette.getMapSize()];
    palette.getRGBs(table);
    return table;
  }

  private static int onWhite(int grey, int alpha, boolean premultiplied) {
    int ink = premultiplied ? grey : grey * alpha / 255;
    return Math.min(255, ink + 255 - alpha);
  }

  private static int[] most(SampleModel samples) {
    int[] most = new int[samples.getNumBands()];
    for (int band = 0; band < most.length; band++) {
      most[band] = (1 << Math.min(16, samples.getSampleSize(band))) - 1;
    }
    return most;
  }
}
