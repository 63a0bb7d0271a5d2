package dev.icrstreams.synth;

/** How close a writer sets digits. */
enum Spacing {
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

  boolean touches() {
    return this == TOUCHING || this == OVERLAPPING;
  }

  static Spacing apart(SeededRandom random) {
    double which = random.uniform();
    return which < 0.12 ? WIDE : which < 0.72 ? NORMAL : TIGHT;
  }

  static Spacing together(SeededRandom random) {
    return random.chance(0.72) ? TOUCHING : OVERLAPPING;
  }

  static Spacing any(SeededRandom random) {
    return random.chance(0.6) ? apart(random) : together(random);
  }
}
