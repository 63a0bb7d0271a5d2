package dev.icrstreams.synth.writing;

import dev.icrstreams.synth.raster.SeededRandom;

/** How close a writer sets digits. */
public enum Spacing {
  WIDE(1.6, 3.2),
  NORMAL(0.7, 1.4),
  TIGHT(0.15, 0.5),
  /** About every other pair runs into each other. */
  TOUCHING(0.2, 0.9),
  /** They run over each other. */
  OVERLAPPING(0.1, 0.6);

  private final double least;
  private final double most;

  Spacing(double least, double most) {
    this.least = least;
    this.most = most;
  }

  /** What the writer's usual gap is multiplied with. */
  double draw(SeededRandom random) {
    return random.between(least, most);
  }

  /** Whether some of the digits run into each other. */
  public boolean touches() {
    return this == TOUCHING || this == OVERLAPPING;
  }

  /** One that leaves paper between digits. */
  public static Spacing apart(SeededRandom random) {
    double which = random.uniform();
    return which < 0.12 ? WIDE : which < 0.72 ? NORMAL : TIGHT;
  }

  /** One that leaves none between some. */
  public static Spacing together(SeededRandom random) {
    return random.chance(0.72) ? TOUCHING : OVERLAPPING;
  }

  /** Any of them. */
  public static Spacing any(SeededRandom random) {
    return random.chance(0.6) ? apart(random) : together(random);
  }
}
