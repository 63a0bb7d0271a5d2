package dev.icrstreams.read;

import dev.icrstreams.field.Alternative;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.Digit;
import dev.icrstreams.field.Notice;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.read.columns.Columns;
import dev.icrstreams.segment.Lattice;
import java.util.ArrayList;
import java.util.List;

/** Makes a reading from what both readers found. */
final class ReadingBuilder {
  private static final int ALTERNATIVE_NUMBERS = 5;

  /** The sequence reader's doubt, from which on ink that the cleaning lost is believed in. */
  private static final double EMPTY = Math.log(0.5);

  private final Lattice lattice;
  private final List<Columns> views;
  private final double[][] logProbabilities;
  private final Calibration calibration;
  private final DigitReader digitReader;
  private final SearchListener seen;

  ReadingBuilder(
      Segmentation segmentation,
      Scores scores,
      Calibration calibration,
      DigitReader.Network network,
      SearchListener seen) {
    this.lattice = segmentation.lattice();
    this.views = scores.views();
    this.calibration = calibration;
    this.seen = seen;
    logProbabilities = new double[scores.candidates().length][];
    for (int i = 0; i < logProbabilities.length; i++) {
      logProbabilities[i] = LogMath.tempered(scores.candidates()[i], calibration.temperature());
    }
    digitReader =
        new DigitReader(segmentation, views, logProbabilities, network, calibration.temperature());
    seen.probabilities(logProbabilities);
    seen.columns(views);
  }

  Reading build(Constraints constraints, List<Notice> notices) {
    if (lattice.isBlank() && emptiness() > EMPTY) {
      return blank(notices);
    }
    List<Hypothesis> segmented =
        lattice.candidates().isEmpty() ? List.of() : LatticeSearch.nBest(lattice, logProbabilities);
    seen.numbers(segmented);
    Fusion fusion = Fusion.of(views, segmented);
    seen.fused(fusion.numbers());
    if (fusion.numbers().isEmpty()) {
      return Reading.withoutDigits(Outcome.UNREADABLE, 0, doubts(), notices);
    }
    FusedNumber best = fusion.numbers().get(0);
    List<Digit> digits = digitReader.digits(best);
    double[] evidence = Evidence.of(fusion.logOdds(), best, digits, lattice.leftOut());
    seen.evidence(fusion.logOdds(), evidence);
    double confidence = calibration.confidence(fusion.logOdds(), evidence);
    List<ReviewReason> doubts = doubts();
    constraints
        .ruleBrokenBy(best.number())
        .ifPresent(
            rule -> doubts.add(new ReviewReason(ReviewReason.Code.CONSTRAINT_VIOLATED, rule)));
    return new Reading(
        Outcome.NUMBER,
        best.number(),
        confidence,
        digits,
        alternatives(fusion.numbers(), 1 - confidence),
        List.of(),
        doubts,
        notices);
  }

  /** The logarithm of the probability that the sequence reader sees no digit, over all views. */
  private double emptiness() {
    double[] logs = views.stream().mapToDouble(view -> view.logProbability("")).toArray();
    return LogMath.sum(logs) - Math.log(logs.length);
  }

  private List<ReviewReason> doubts() {
    List<ReviewReason> doubts = new ArrayList<>(lattice.doubts());
    if (lattice.isBlank()) {
      doubts.add(ReviewReason.of(ReviewReason.Code.POOR_IMAGE));
    }
    return doubts;
  }

  private Reading blank(List<Notice> notices) {
    Calibration.Risk blanks = calibration.blanks();
    // Laplace's rule of succession: never quite certain
    double confidence = (blanks.accepted() - blanks.wrong() + 1.0) / (blanks.accepted() + 2.0);
    return Reading.withoutDigits(Outcome.BLANK, confidence, List.of(), notices);
  }

  /** The runners-up; with the best they cannot be likelier than certain. */
  private static List<Alternative> alternatives(List<FusedNumber> numbers, double most) {
    double all = LogMath.sum(numbers.stream().mapToDouble(FusedNumber::score).toArray());
    return numbers.stream()
        .skip(1)
        .limit(ALTERNATIVE_NUMBERS)
        .map(
            other -> new Alternative(other.number(), Math.min(Math.exp(other.score() - all), most)))
        .toList();
  }
}
