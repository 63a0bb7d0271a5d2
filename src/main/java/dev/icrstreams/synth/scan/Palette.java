package dev.icrstreams.synth.scan;

import dev.icrstreams.synth.raster.SeededRandom;

/**
 * The colours of paper, pen and printed form: red, green and blue from 0 to 255. Nobody changes its
 * arrays once it is made.
 *
 * @param paper what nothing is on
 * @param pen the pen's full stroke
 * @param print the form's
 * @param tint of the paper's pattern
 */
public record Palette(double[] paper, double[] pen, double[] print, double[] tint) {
  private static final double[][] PENS = {
    {30, 30, 34},
    {20, 20, 24},
    {38, 48, 120},
    {28, 40, 150},
    {55, 52, 60},
    {84, 84, 88},
    {40, 60, 170},
    {24, 24, 30},
    {150, 36, 44},
    {30, 100, 66}
  };
  private static final double[][] PRINTS = {
    {40, 40, 40}, {90, 90, 90}, {140, 140, 145}, {70, 120, 110}, {235, 140, 110}, {120, 150, 210}
  };

  private static final double[][] BLACK_PENS = {{30, 30, 34}, {20, 20, 24}};
  private static final double[][] BLUE_PENS = {{28, 40, 150}, {40, 60, 170}, {60, 90, 220}};
  private static final double[][] COLOURED_PENS = {
    {28, 40, 150}, {40, 60, 170}, {60, 90, 220}, {150, 36, 44}, {220, 40, 45}
  };
  private static final double[][] BLACK_PRINTS = {{25, 25, 25}, {50, 50, 50}, {90, 90, 90}};
  private static final double[][] COLOURED_PRINTS = {
    {225, 70, 60}, {235, 140, 110}, {250, 150, 40}, {240, 120, 190}, {90, 190, 120}, {120, 190, 235}
  };
  private static final double[][] PRINTS_BUT_BLUE = {
    {225, 70, 60}, {235, 140, 110}, {250, 150, 40}, {240, 120, 190}, {90, 190, 120}, {40, 140, 70}
  };

  private static final double[][] TINTS = {
    {150, 180, 165},
    {165, 165, 165},
    {190, 170, 150},
    {150, 170, 200},
    {205, 160, 165},
    {130, 130, 130},
    {200, 190, 150}
  };

  private static final double OVEREXPOSED = 264;
  private static final double BOLDER = 0.75;

  /** The colours of a field; faded or yellowed ones where contrast is low. */
  public static Palette draw(boolean lowContrast, SeededRandom random) {
    double[] pen = PENS[random.range(0, PENS.length - 1)].clone();
    double[] print = PRINTS[random.range(0, PRINTS.length - 1)].clone();
    double[] tint = TINTS[random.range(0, TINTS.length - 1)].clone();
    // most scanners expose plain paper beyond white, which hides its grain
    boolean clipped = !lowContrast && random.chance(0.75);
    double white = lowContrast ? random.between(165, 240) : random.between(238, 252);
    double yellowing = lowContrast ? random.between(0, 22) : random.between(0, 6);
    if (clipped) {
      white = OVEREXPOSED;
      yellowing = 0;
    }
    double[] paper = {white, white - yellowing * 0.3, white - yellowing};
    double fading = lowContrast ? random.between(0.1, 0.5) : random.between(0, 0.1);
    for (int c = 0; c < 3; c++) {
      pen[c] += fading * (paper[c] - pen[c]);
      print[c] = Math.min(print[c], paper[c] - 15);
      // patterns stay paler than the pen
      tint[c] = Math.min(Math.max(tint[c], pen[c] + 0.4 * (paper[c] - pen[c])), paper[c]);
    }
    return new Palette(paper, pen, print, tint);
  }

  /**
   * The same with a black pen on a coloured form, a coloured one on a black form, or a blue one on
   * another colour.
   */
  public Palette inTwoInks(SeededRandom random) {
    return switch (random.range(0, 2)) {
      case 0 -> inked(BLACK_PENS, COLOURED_PRINTS, random);
      case 1 -> inked(COLOURED_PENS, BLACK_PRINTS, random);
      default -> inked(BLUE_PENS, PRINTS_BUT_BLUE, random);
    };
  }

  private Palette inked(double[][] pens, double[][] prints, SeededRandom random) {
    return new Palette(paper, any(pens, random), any(prints, random), tint);
  }

  private static double[] any(double[][] colours, SeededRandom random) {
    return colours[random.range(0, colours.length - 1)].clone();
  }

  /** The same with a pen that leaves more ink. */
  public Palette bolder() {
    double[] darker = pen.clone();
    for (int c = 0; c < darker.length; c++) {
      darker[c] *= BOLDER;
    }
    return new Palette(paper, darker, print, tint);
  }

  /** As a black-and-white scanner sees it (ITU-R BT.601 weights): one channel. */
  public Palette grey() {
    return new Palette(grey(paper), grey(pen), grey(print), grey(tint));
  }

  private static double[] grey(double[] rgb) {
    return new double[] {0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]};
  }
}
