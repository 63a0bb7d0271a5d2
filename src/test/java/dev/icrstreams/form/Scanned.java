package dev.icrstreams.form;

import dev.icrstreams.image.GreyImage;
import java.util.Random;

/**
 * A page as a scanner sees it, with the truth about where it went.
 *
 * @param image what the scanner wrote
 * @param forth the page's pixels to the scan's, three by three
 */
record Scanned(GreyImage image, double[][] forth) {
  /** What a scanner does to a page. */
  static final class Scanner {
    private int quarters;
    private double skew;
    private double scale = 1;
    private double stretch = 1;
    private double keystone;
    private double shiftX;
    private double shiftY;
    private double border;
    private double noise;
    private int ground = 250;
    private long seed = 1;

    /** Clockwise, in quarters. */
    Scanner turned(int times) {
      quarters = times;
      return this;
    }

    /** Clockwise, in degrees. */
    Scanner skewed(double degrees) {
      skew = degrees;
      return this;
    }

    Scanner scaled(double factor) {
      scale = factor;
      return this;
    }

    /** Downwards only. */
    Scanner stretched(double factor) {
      stretch = factor;
      return this;
    }

    /** How much smaller the page's far side is. */
    Scanner tilted(double share) {
      keystone = share;
      return this;
    }

    Scanner shifted(double x, double y) {
      shiftX = x;
      shiftY = y;
      return this;
    }

    /** What is seen beside the page: a share of its width on each side, of this level. */
    Scanner on(int level, double share) {
      ground = level;
      border = share;
      return this;
    }

    /** Standard deviation in levels, and as many specks of a pixel in 10,000. */
    Scanner noisy(double deviation, long randomSeed) {
      noise = deviation;
      seed = randomSeed;
      return this;
    }
  }

  static GreyImage by(GreyImage page, Scanner scanner) {
    return of(page, scanner).image();
  }

  static Scanned of(GreyImage page, Scanner s) {
    double w = page.width();
    double h = page.height();
    double edge = s.border * w;
    double outW = s.scale * w + 2 * edge;
    double outH = s.scale * s.stretch * h + 2 * edge;
    double radians = Math.toRadians(s.skew + 90 * s.quarters);
    boolean sideways = s.quarters % 2 != 0;
    double[][] forth = move(-w / 2, -h / 2);
    forth = times(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, s.keystone / h, 1}}, forth);
    forth = times(new double[][] {{s.scale, 0, 0}, {0, s.scale * s.stretch, 0}, {0, 0, 1}}, forth);
    double cos = Math.cos(radians);
    double sin = Math.sin(radians);
    forth = times(new double[][] {{cos, -sin, 0}, {sin, cos, 0}, {0, 0, 1}}, forth);
    double wide = sideways ? outH : outW;
    double high = sideways ? outW : outH;
    forth = times(move(wide / 2 + s.shiftX, high / 2 + s.shiftY), forth);
    return new Scanned(expose(page, forth, (int) wide, (int) high, s), forth);
  }

  /** Where a pixel of the page went. */
  double[] at(double x, double y) {
    return apply(forth, x, y);
  }

  private static GreyImage expose(
      GreyImage page, double[][] forth, int width, int height, Scanner s) {
    double[][] back = inverse(forth);
    Random random = new Random(s.seed);
    byte[] grey = new byte[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double[] from = apply(back, x + 0.5, y + 0.5);
        double level = level(page, from[0], from[1], s.ground);
        if (s.noise > 0) {
          level += s.noise * random.nextGaussian();
          level = random.nextInt(10_000) < s.noise ? random.nextInt(256) : level;
        }
        grey[y * width + x] = (byte) Math.max(0, Math.min(255, Math.round(level)));
      }
    }
    return new GreyImage(width, height, grey, 1);
  }

  static int level(GreyImage image, double x, double y, int outside) {
    int column = (int) Math.floor(x - 0.5);
    int row = (int) Math.floor(y - 0.5);
    double u = x - 0.5 - column;
    double v = y - 0.5 - row;
    double above =
        (1 - u) * pixel(image, column, row, outside) + u * pixel(image, column + 1, row, outside);
    double below =
        (1 - u) * pixel(image, column, row + 1, outside)
            + u * pixel(image, column + 1, row + 1, outside);
    return (int) Math.round((1 - v) * above + v * below);
  }

  private static int pixel(GreyImage image, int x, int y, int outside) {
    boolean in = x >= 0 && y >= 0 && x < image.width() && y < image.height();
    return in ? image.at(x, y) : outside;
  }

  private static double[][] move(double x, double y) {
    return new double[][] {{1, 0, x}, {0, 1, y}, {0, 0, 1}};
  }

  private static double[] apply(double[][] m, double x, double y) {
    double z = m[2][0] * x + m[2][1] * y + m[2][2];
    return new double[] {
      (m[0][0] * x + m[0][1] * y + m[0][2]) / z, (m[1][0] * x + m[1][1] * y + m[1][2]) / z
    };
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] c = new double[3][3];
    for (int i = 0; i < 9; i++) {
      for (int k = 0; k < 3; k++) {
        c[i / 3][i % 3] += a[i / 3][k] * b[k][i % 3];
      }
    }
    return c;
  }

  /** By cofactors, up to a factor, which a projective map does not notice. */
  private static double[][] inverse(double[][] m) {
    double[][] c = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        int a = (j + 1) % 3;
        int b = (j + 2) % 3;
        int d = (i + 1) % 3;
        int e = (i + 2) % 3;
        c[i][j] = m[a][d] * m[b][e] - m[a][e] * m[b][d];
      }
    }
    return c;
  }
}
