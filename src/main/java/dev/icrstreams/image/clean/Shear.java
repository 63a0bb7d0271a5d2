package dev.icrstreams.image.clean;

import dev.icrstreams.image.ink.Runs;

/**
 * Finds the shear of a raster's lines that gathers its ink into the fewest positions, by the sum of
 * the squares of how much ink each position holds. Stateless.
 */
final class Shear {
  private Shear() {}

  /**
   * The shear among {@code step} times {@code first} to {@code last} that gathers the ink best.
   *
   * @param lines the ink along the raster's rows, or down its columns
   * @param reluctance share of the sum that a shear must gain before it is believed, a unit of it
   *     squared
   * @return pixels along a line that each line is moved more than the one before; 0 for no ink
   */
  static double gathering(Runs lines, double step, int first, int last, double reluctance) {
    int middle = lines.lines() / 2;
    int reach = (int) Math.ceil(step * Math.max(-first, last) * (middle + 1));
    double best = 0;
    double found = 0;
    for (int i = first; i <= last; i++) {
      double shear = i * step;
      // by how many pixels of ink a position has more than the one before
      int[] more = new int[lines.length() + 2 * reach + 2];
      for (int line = 0; line < lines.lines(); line++) {
        int shift = reach + (int) Math.round(shear * (line - middle));
        for (int run = lines.first(line); run < lines.first(line + 1); run++) {
          more[lines.start(run) + shift]++;
          more[lines.end(run) + shift]--;
        }
      }
      int count = 0;
      double sum = 0;
      for (int change : more) {
        count += change;
        sum += (double) count * count;
      }
      sum *= 1 - reluctance * shear * shear;
      if (sum > best) {
        best = sum;
        found = shear;
      }
    }
    return found;
  }
}
