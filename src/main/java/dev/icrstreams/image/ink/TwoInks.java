package dev.icrstreams.image.ink;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Each of two inks without the other. In the negative logarithm of the light that comes back, inks
 * that lie on each other add up, and the three channels of an ink are in the same proportion
 * however thick it is: so what is seen of red, green and blue is parted by least squares into what
 * each ink has of it (M. Macenko and others, "A method for normalizing histology slides for
 * quantitative analysis", 2009, for two stains). The arrays are given away, not copied.
 *
 * @param kept grey levels of the ink that does not drop out
 * @param dropped grey levels of the ink that drops out, also where the other hides it
 */
public record TwoInks(byte[] kept, byte[] dropped) {
  private static final int WHITE = 255;

  /** What is darker than this is as dark as scanners see. */
  private static final double DARKEST = 6;

  /**
   * Parts the ink of an image, if it shows ink of two colours, or of one and black.
   *
   * @param width of the image
   * @param grey levels of its pixels, row by row
   * @param channels their red, green and blue; or none
   */
  public static Optional<TwoInks> of(int width, byte[] grey, List<byte[]> channels) {
    return channels.isEmpty()
        ? Optional.empty()
        : DropoutChannel.of(grey, channels)
            .map(dropout -> parted(width, channels.toArray(byte[][]::new), dropout));
  }

  private static TwoInks parted(int width, byte[][] channels, DropoutChannel dropout) {
    double[][] densities = new double[channels.length][];
    for (int c = 0; c < channels.length; c++) {
      densities[c] = densities(DropoutChannel.paper(channels[c]));
    }
    double[] first = colour(channels, densities, dropout::isKept);
    double[] second = colour(channels, densities, dropout::isFaded);
    double firstSquare = product(first, first);
    double secondSquare = product(second, second);
    double both = product(first, second);
    double determinant = firstSquare * secondSquare - both * both;
    byte[] kept = new byte[channels[0].length];
    byte[] contrast = new byte[kept.length];
    boolean[] hidden = new boolean[kept.length];
    double[] seen = new double[channels.length];
    for (int i = 0; i < kept.length; i++) {
      for (int c = 0; c < seen.length; c++) {
        seen[c] = densities[c][channels[c][i] & 0xff];
      }
      double along = product(seen, first);
      double across = product(seen, second);
      double one = (along * secondSquare - across * both) / determinant;
      double other = (across * firstSquare - along * both) / determinant;
      if (other < 0) {
        one = along / firstSquare;
      } else if (one < 0) {
        other = across / secondSquare;
      }
      kept[i] = (byte) Math.round(WHITE * Math.exp(-Math.max(0, one)));
      contrast[i] = (byte) Math.round(WHITE * (1 - Math.exp(-Math.max(0, other))));
      hidden[i] = dropout.isKept(i);
    }
    byte[] dropped = HiddenStrokes.filled(width, contrast, hidden);
    for (int i = 0; i < dropped.length; i++) {
      dropped[i] = (byte) (WHITE - (dropped[i] & 0xff));
    }
    return new TwoInks(kept, dropped);
  }

  /** The density of each level of a channel with paper of this level. */
  private static double[] densities(int paper) {
    double[] densities = new double[WHITE + 1];
    for (int level = 0; level <= WHITE; level++) {
      densities[level] = Math.max(0, Math.log(Math.max(DARKEST, paper) / Math.max(DARKEST, level)));
    }
    return densities;
  }

  /** The mean density of some pixels, the greatest of its channels 1. */
  private static double[] colour(byte[][] channels, double[][] densities, IntPredicate some) {
    double[] sum = new double[channels.length];
    for (int i = 0; i < channels[0].length; i++) {
      if (some.test(i)) {
        for (int c = 0; c < sum.length; c++) {
          sum[c] += densities[c][channels[c][i] & 0xff];
        }
      }
    }
    double most = Math.max(sum[0], Math.max(sum[1], sum[2]));
    for (int c = 0; c < sum.length; c++) {
      sum[c] /= most;
    }
    return sum;
  }

  private static double product(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
