package dev.icrstreams.synth.raster;

/**
 * Value noise: random values on a square lattice, smoothly interpolated between; -1 to 1. It is
 * what makes paper, light and pen pressure uneven. Immutable.
 */
public final class SmoothNoise {
  private final double cell;
  private final int columns;
  private final int rows;
  private final float[] lattice;

  /** Noise over {@code width * height} pixels whose bumps are about {@code cell} pixels wide. */
  public SmoothNoise(int width, int height, double cell, SeededRandom random) {
    this.cell = cell;
    columns = (int) (width / cell) + 2;
    rows = (int) (height / cell) + 2;
    lattice = new float[columns * rows];
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = (float) random.between(-1, 1);
    }
  }

  /** The noise at a pixel of its area, -1 to 1. */
  public double at(int x, int y) {
    int column = (int) (x / cell);
    int row = (int) (y / cell);
    double u = ease(x / cell - column);
    double v = ease(y / cell - row);
    int i = row * columns + column;
    double above = lattice[i] + u * (lattice[i + 1] - lattice[i]);
    double below = lattice[i + columns] + u * (lattice[i + columns + 1] - lattice[i + columns]);
    return above + v * (below - above);
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }
}
