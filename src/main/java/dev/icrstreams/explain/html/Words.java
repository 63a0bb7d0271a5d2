package dev.icrstreams.explain.html;

import dev.icrstreams.field.Box;
import java.util.Locale;

/** Numbers as people read them. */
public final class Words {
  private Words() {}

  /** A probability in per cent; what is nearly certain is not called certain. */
  public static String percent(double p) {
    if (p > 0 && p < 0.0001) {
      return "< 0.01 %";
    }
    if (p < 1 && p > 0.9999) {
      return "> 99.99 %";
    }
    return String.format(Locale.ROOT, "%.2f %%", 100 * p);
  }

  /** A number with two decimals. */
  public static String decimal(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** A confidence to the eight places that the other commands print. */
  public static String confidence(double p) {
    return String.format(Locale.ROOT, "%.8f", p);
  }

  /** A box as its size and its place. */
  public static String box(Box box) {
    return box.width() + " × " + box.height() + " at " + box.x() + ", " + box.y();
  }

  /** Columns by rows. */
  public static String size(int width, int height) {
    return width + " × " + height + " pixels";
  }

  /** A class of the network: ten digits, then what is no digit. */
  public static String label(int output) {
    return output < 10 ? Integer.toString(output) : "none";
  }
}
