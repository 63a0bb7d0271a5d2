package dev.icrstreams.train.extra;

/**
 * How much of what a network learns from is the user's own labelled fields. The rest is what it
 * learned from before, mixed in so that it is not forgotten (rehearsal: A. Robins, "Catastrophic
 * forgetting, rehearsal and pseudorehearsal", 1995).
 */
public final class ExtraShare {
  /** At most this share of a batch. */
  public static final double MOST = 0.25;

  /** No field comes up more often than this in an epoch: few fields are not learned by heart. */
  static final int REPEATS = 10;

  private ExtraShare() {}

  /**
   * The share of a batch.
   *
   * @param lessons how many there are
   * @param places places for all lessons in an epoch, batches times their size
   * @param most at most this
   */
  public static double of(int lessons, long places, double most) {
    return Math.min(most, (double) lessons * REPEATS / places);
  }

  /**
   * How many lessons part {@code i} of an epoch has, so that all parts together have their share.
   *
   * @param perPart the mean, not a whole number
   */
  public static int inPart(int i, double perPart) {
    return (int) (Math.floor((i + 1) * perPart) - Math.floor(i * perPart));
  }
}
