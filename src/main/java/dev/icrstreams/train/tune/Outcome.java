package dev.icrstreams.train.tune;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Map;

/**
 * What came of a trial, as one line of the log holds it.
 *
 * @param trial its number
 * @param epochs for how long it was trained
 * @param values by parameter
 * @param accuracy on the validation images; null if it failed
 * @param failure why it failed; null if it did not
 * @param seconds the judgement's duration
 */
public record Outcome(
    int trial,
    int epochs,
    Map<String, JsonNode> values,
    Double accuracy,
    String failure,
    double seconds) {
  /** Those that came furthest first, of these the most accurate, failed ones last. */
  static final Comparator<Outcome> BEST_FIRST =
      Comparator.comparing((Outcome outcome) -> outcome.accuracy() == null)
          .thenComparing(Comparator.comparingInt(Outcome::epochs).reversed())
          .thenComparing(Comparator.comparingDouble(Outcome::sortable).reversed())
          .thenComparingInt(Outcome::trial);

  private double sortable() {
    return accuracy == null ? Double.NEGATIVE_INFINITY : accuracy;
  }
}
