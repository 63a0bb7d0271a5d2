package dev.icrstreams.synth;

import dev.icrstreams.synth.raster.SeededRandom;

/**
 * The paper that a crop leaves around what is written, in shares of a digit's height; below zero
 * where the crop cuts into it.
 */
record Margins(double left, double top, double right, double bottom) {
  /** A crop that cuts nothing off. */
  Margins outside() {
    return new Margins(
        Math.max(0.03, left), Math.max(0.03, top), Math.max(0.03, right), Math.max(0.03, bottom));
  }

  static Margins draw(Recipe recipe, SeededRandom random) {
    double which = random.uniform();
    if (recipe == Recipe.CLEAN) {
      return new Margins(
          random.between(0.3, 0.9),
          random.between(0.25, 0.6),
          random.between(0.3, 0.9),
          low(random));
    }
    if (which < 0.55) {
      return new Margins(usual(random), low(random), usual(random), low(random));
    }
    if (which < 0.68) {
      return new Margins(none(random), none(random), none(random), none(random));
    }
    if (which < 0.74) {
      return cut(random);
    }
    return new Margins(wide(random), wide(random) * 0.5, wide(random), wide(random) * 0.5);
  }

  /** One side runs a little into the writing. */
  private static Margins cut(SeededRandom random) {
    double into = -random.between(0.01, 0.08);
    double beside = usual(random);
    return switch (random.range(0, 3)) {
      case 0 -> new Margins(into, low(random), beside, low(random));
      case 1 -> new Margins(beside, into, usual(random), low(random));
      case 2 -> new Margins(beside, low(random), into, low(random));
      default -> new Margins(beside, low(random), usual(random), into);
    };
  }

  private static double none(SeededRandom random) {
    return random.between(0, 0.08);
  }

  private static double low(SeededRandom random) {
    return random.between(0.15, 0.6);
  }

  private static double usual(SeededRandom random) {
    return random.between(0.15, 0.9);
  }

  private static double wide(SeededRandom random) {
    return random.chance(0.5) ? random.between(0.5, 1.5) : random.between(0.1, 3.5);
  }
}
