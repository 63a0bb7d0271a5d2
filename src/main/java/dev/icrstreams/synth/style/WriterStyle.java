package dev.icrstreams.synth.style;

import dev.icrstreams.synth.hand.Hand;
import dev.icrstreams.synth.hand.Proportions;
import dev.icrstreams.synth.raster.SeededRandom;

/**
 * One writer's hand with one pen, the same for a whole number. Lengths are shares of {@code
 * height}. Immutable.
 *
 * @param height the height of a full digit in pixels
 * @param aspect width stretched by this
 * @param slant how far the top leans to the right
 * @param strokeWidth the pen's
 * @param gap the usual space between neighbours
 * @param baselineJitter standard deviation of a digit's foot about the baseline
 * @param baselineSlope how far the baseline falls per pixel to the right
 * @param sizeJitter standard deviation of a digit's size
 * @param raggedness of the stroke's edges, in pixels
 * @param density how much ink the pen leaves, 0 to 1
 * @param patchiness how much that varies along the strokes, 0 to 1
 * @param freedom how far deformed digits leave the usual shapes; 1 is usual
 * @param source where the digits' shapes come from
 * @param hand the writer's own shapes
 */
public record WriterStyle(
    double height,
    double aspect,
    double slant,
    double strokeWidth,
    double gap,
    double baselineJitter,
    double baselineSlope,
    double sizeJitter,
    double raggedness,
    double density,
    double patchiness,
    double freedom,
    HandSource source,
    Hand hand) {
  private static final double MOST_SLANT = 0.7;

  /** Standard deviations from which on a pen is one: a fifteenth of all. */
  private static final double FELT_TIP = 1.5;

  /** A writer from a mix of hands. */
  public static WriterStyle draw(HandMix hands, SeededRandom random) {
    return new WriterStyle(
        // mostly 25 to 50 pixels: what digits of usual size have at 200 to 300 dots an inch
        random.chance(0.75) ? random.between(25, 50) : random.between(18, 75),
        random.around(1, 0.12, 0.72, 1.45),
        slant(hands, random),
        strokeWidth(random),
        random.around(0.2, 0.07, 0.08, 0.45),
        random.between(0.005, 0.045),
        random.around(0, 0.012, -0.035, 0.035),
        random.between(0.01, 0.06),
        random.between(0.1, 0.5),
        random.between(0.75, 1),
        random.between(0, 0.35),
        hands.freedom(),
        hands.draw(random),
        Hand.draw(random).freer(hands.freedom()));
  }

  /** Most pens are much alike; felt-tips are up to three times as broad. */
  private static double strokeWidth(SeededRandom random) {
    double deviations = random.gaussian();
    return deviations < FELT_TIP
        ? Math.max(0.045, 0.09 + 0.022 * deviations)
        : Math.min(0.24, 0.123 + 0.11 * (deviations - FELT_TIP));
  }

  private static double slant(HandMix hands, SeededRandom random) {
    double usual = random.around(0.05, 0.14, -0.28, 0.52);
    boolean leans = hands.leaning() > 0 && random.chance(hands.leaning());
    return leans ? Math.min(MOST_SLANT, usual + random.between(0.1, 0.45)) : usual;
  }

  /** The same hand with the same pen, its digits so many times as high and as wide for that. */
  public WriterStyle resized(double size, double breadth) {
    return new WriterStyle(
        height * size,
        aspect * breadth,
        slant,
        strokeWidth / size,
        gap,
        baselineJitter,
        baselineSlope,
        sizeJitter,
        raggedness,
        density,
        patchiness,
        freedom,
        source,
        hand);
  }

  /** The pen's width in pixels. */
  public double strokePixels() {
    return strokeWidth * height;
  }

  /** What the writer's letters have in common with his digits. */
  public Proportions proportions() {
    return new Proportions(height, aspect, slant, strokePixels());
  }
}
