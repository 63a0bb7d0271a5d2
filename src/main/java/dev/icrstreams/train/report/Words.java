package dev.icrstreams.train.report;

import dev.icrstreams.evaluate.Share;
import java.util.Locale;

/** Figures as text. */
final class Words {
  /** Where there is no figure. */
  static final String NONE = "–";

  private Words() {}

  /** A fraction of 1, as percentage. */
  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * fraction);
  }

  static String percentOrNone(Double fraction) {
    return fraction == null ? NONE : percent(fraction);
  }

  static String interval(Share share) {
    return String.format(Locale.ROOT, "%.2f – %.2f %%", 100 * share.low(), 100 * share.high());
  }

  static String loss(Double loss) {
    return loss == null ? NONE : String.format(Locale.ROOT, "%.4f", loss);
  }

  static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  /** Millions of operations. */
  static String megaflop(Double megaflop) {
    if (megaflop == null) {
      return NONE;
    }
    return String.format(Locale.ROOT, megaflop < 100 ? "%.2f" : "%,.0f", megaflop);
  }

  static String duration(double seconds) {
    if (seconds < 100) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long minutes = Math.round(seconds / 60);
    return minutes < 60
        ? minutes + " min"
        : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
  }
}
