package dev.icrstreams.read.columns;

import dev.icrstreams.field.Strip;
import java.util.Comparator;
import java.util.List;

/**
 * What the sequence reader sees in one view of a field.
 *
 * @param strip the view
 * @param columns what the network says of each of its columns
 */
public record View(Strip strip, Columns columns) {
  /**
   * Where the digits of a number stand, by the view that finds it likeliest.
   *
   * @param views at least one
   * @return the middle of each digit in columns of the clean field, from left to right; empty if
   *     the number does not fit into the view
   */
  public static List<Double> middles(String number, List<View> views) {
    View best =
        views.stream()
            .max(Comparator.comparingDouble(view -> view.columns.logProbability(number)))
            .orElseThrow();
    return best.columns.positions(number).stream()
        .map(column -> (column + 0.5) * best.strip.pixelsPerColumn())
        .toList();
  }
}
