package dev.icrstreams.evaluate.report;

import dev.icrstreams.evaluate.Result;
import dev.icrstreams.evaluate.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two models on the same labelled fields. Right is a field whose number was read exactly, or one
 * without a number that was not accepted as one.
 *
 * @param current how the model in use did
 * @param candidate how the other one did
 * @param onlyCurrent fields that only the model in use got right
 * @param onlyCandidate fields that only the candidate got right
 */
public record Comparison(Report current, Report candidate, long onlyCurrent, long onlyCandidate) {
  /** Worse than by chance, as statistics has it. */
  private static final double SIGNIFICANT = 0.05;

  /** How far the calibration error may be above the current model's, and still be called good. */
  private static final double CALIBRATION_SLACK = 0.01;

  private static final double GOOD_CALIBRATION = 0.02;

  /**
   * Compares two reports.
   *
   * @throws IllegalArgumentException if they are not of the same fields
   */
  public static Comparison of(Report current, Report candidate) {
    long onlyCurrent = 0;
    long onlyCandidate = 0;
    if (current.fields().size() != candidate.fields().size()) {
      throw new IllegalArgumentException("two reports of different fields");
    }
    for (int i = 0; i < current.fields().size(); i++) {
      ReadField before = current.fields().get(i);
      ReadField after = candidate.fields().get(i);
      if (!before.entry().equals(after.entry())) {
        throw new IllegalArgumentException("two reports of different fields");
      }
      boolean was = isRight(before.result());
      boolean is = isRight(after.result());
      onlyCurrent += was && !is ? 1 : 0;
      onlyCandidate += is && !was ? 1 : 0;
    }
    return new Comparison(current, candidate, onlyCurrent, onlyCandidate);
  }

  private static boolean isRight(Result result) {
    return result.hasNumber() ? result.isRight() : !result.isAccepted();
  }

  /** How many fields were read by both. */
  public int count() {
    return current.fields().size();
  }

  /**
   * How likely so uneven a split of the fields that only one got right would be, were both equally
   * good: the exact, two-sided test of Q. McNemar, "Note on the sampling error of the difference
   * between correlated proportions or percentages" (1947).
   */
  public double pValue() {
    long n = onlyCurrent + onlyCandidate;
    long least = Math.min(onlyCurrent, onlyCandidate);
    double tail = 0;
    double logTerm = -n * Math.log(2);
    for (long k = 0; k <= least; k++) {
      tail += Math.exp(logTerm);
      logTerm += Math.log((double) (n - k) / (k + 1));
    }
    return Math.min(1, 2 * tail);
  }

  /** By how much more of the fields the candidate gets right; below zero if less. */
  public double difference() {
    return count() == 0 ? 0 : (double) (onlyCandidate - onlyCurrent) / count();
  }

  /** The difference's 95 % interval's lower end, given how many fields only one got right. */
  public double differenceLow() {
    return difference(new Share(onlyCandidate, onlyCandidate + onlyCurrent).low());
  }

  /** Its upper end. */
  public double differenceHigh() {
    return difference(new Share(onlyCandidate, onlyCandidate + onlyCurrent).high());
  }

  private double difference(double candidatesShare) {
    long apart = onlyCandidate + onlyCurrent;
    return apart == 0 ? 0 : (2 * candidatesShare - 1) * apart / count();
  }

  /**
   * Why the candidate should not replace the current model, a line each; empty if nothing speaks
   * against it.
   *
   * @param margin how much worse, as a share of the fields, it may be at most, 0 to 1
   */
  public List<String> objections(double margin) {
    List<String> objections = new ArrayList<>();
    if (onlyCandidate < onlyCurrent && pValue() < SIGNIFICANT) {
      objections.add(
          format(
              "it is worse: %d fields only the current model got right, %d only the candidate"
                  + " (p = %.4f)",
              onlyCurrent, onlyCandidate, pValue()));
    } else if (differenceLow() < -margin) {
      objections.add(
          format(
              "it may be worse by %.2f %% of the fields, and %.2f %% is the most allowed: measure on"
                  + " more fields, or allow a larger --margin",
              -100 * differenceLow(), 100 * margin));
    }
    Share wrong = candidate.all().metrics().acceptedWrong();
    double budget = candidate.run().maxErrorRate();
    if (wrong.low() > budget) {
      objections.add(
          format(
              "of %d numbers that it accepts %d are wrong, and the error budget is %s",
              wrong.of(), wrong.count(), budget));
    }
    double before = calibrationError(current);
    double after = calibrationError(candidate);
    if (after > GOOD_CALIBRATION && after > before + CALIBRATION_SLACK) {
      objections.add(
          format(
              "it is miscalibrated: expected calibration error %.2f %%, the current model's is"
                  + " %.2f %%",
              100 * after, 100 * before));
    }
    return objections;
  }

  /** The expected calibration error of a report's fields, 0 to 1. */
  public static double calibrationError(Report report) {
    return report.all().metrics().reliability().expectedCalibrationError();
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
