package dev.icrstreams.explain.evidence;

import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Decision;
import dev.icrstreams.field.Reading;
import dev.icrstreams.image.CleanField;
import dev.icrstreams.image.GreyImage;
import dev.icrstreams.read.confidence.Calibration;
import dev.icrstreams.read.lattice.Hypothesis;
import dev.icrstreams.segment.Lattice;
import java.util.List;

/**
 * All that is known about one field.
 *
 * @param name what the file is called
 * @param file its bytes
 * @param constraints what the number must satisfy
 * @param scan the decoded image
 * @param clean its ink
 * @param lattice the candidates
 * @param reading what was read
 * @param decision where it goes
 * @param seen what the stages showed
 * @param judge what the decision rests on
 */
public record Explanation(
    String name,
    byte[] file,
    Constraints constraints,
    GreyImage scan,
    CleanField clean,
    Lattice lattice,
    Reading reading,
    Decision decision,
    Observations seen,
    Judge judge) {
  /**
   * What readings are judged by.
   *
   * @param model the model's version
   * @param calibration of that model
   * @param budget the share of accepted numbers that may be wrong
   * @param threshold the confidence from which on numbers are accepted; infinite if none are
   */
  public record Judge(String model, Calibration calibration, double budget, double threshold) {}

  /** The candidates that the number was read from, from left to right. */
  public List<Integer> bestPath() {
    return seen.numbers().stream()
        .filter(number -> number.number().equals(reading.number()))
        .findFirst()
        .map(Hypothesis::path)
        .orElse(List.of());
  }
}
