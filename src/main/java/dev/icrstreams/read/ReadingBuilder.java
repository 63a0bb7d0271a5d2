package dev.icrstreams.read;

import dev.icrstreams.constrain.NumberAutomaton;
import dev.icrstreams.constrain.Rules;
import dev.icrstreams.field.Alternative;
import dev.icrstreams.field.Box;
import dev.icrstreams.field.Digit;
import dev.icrstreams.field.Notice;
import dev.icrstreams.field.Outcome;
import dev.icrstreams.field.Reading;
import dev.icrstreams.field.ReviewReason;
import dev.icrstreams.field.Separator;
import dev.icrstreams.read.columns.Columns;
import dev.icrstreams.read.columns.View;
import dev.icrstreams.read.confidence.Calibration;
import dev.icrstreams.read.confidence.Evidence;
import dev.icrstreams.read.fuse.FusedNumber;
import dev.icrstreams.read.fuse.Fusion;
import dev.icrstreams.read.fuse.LogMath;
import dev.icrstreams.read.fuse.Posterior;
import dev.icrstreams.read.lattice.Hypothesis;
import dev.icrstreams.read.lattice.LatticeSearch;
import dev.icrstreams.segment.Lattice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a reading from what both readers found. */
final class ReadingBuilder {
  private static final int ALTERNATIVE_NUMBERS = 5;

  /** Where the cleaning found no ink, how sure every view must be that there is none. */
  private static final double EMPTY = Math.log(0.98);

  private final Lattice lattice;
  private final List<Columns> views;
  private final double[][] logProbabilities;
  private final Calibration calibration;
  private final DigitReader digitReader;
  private final SearchListener seen;
  private final Fusion.Weights weights;

  ReadingBuilder(
      Segmentation segmentation,
      Scores scores,
      Calibration calibration,
      DigitReader.Network network,
      Fusion.Weights weights,
      SearchListener seen) {
    this.weights = weights;
    this.lattice = segmentation.lattice();
    this.views = scores.views().stream().map(View::columns).toList();
    this.calibration = calibration;
    this.seen = seen;
    logProbabilities = new double[scores.candidates().length][];
    for (int i = 0; i < logProbabilities.length; i++) {
      logProbabilities[i] = LogMath.tempered(scores.candidates()[i], calibration.temperature());
    }
    digitReader =
        new DigitReader(
            segmentation, scores.views(), logProbabilities, network, calibration.temperature());
    seen.probabilities(logProbabilities);
    seen.views(scores.views());
  }

  Reading build(Rules rules, List<Notice> notices) {
    if (lattice.isBlank() && seesNothing()) {
      return blank(notices);
    }
    NumberAutomaton automaton = rules.allowAll() ? NumberAutomaton.ANY : rules.automaton();
    List<Hypothesis> segmented = segmented(NumberAutomaton.ANY);
    seen.numbers(segmented);
    Fusion fusion =
        Fusion.of(
            views,
            segmented,
            rules.allowAll() ? List.of() : segmented(automaton),
            automaton,
            weights);
    seen.fused(fusion.numbers());
    if (fusion.numbers().isEmpty()) {
      return Reading.withoutDigits(Outcome.UNREADABLE, 0, doubts(), notices);
    }
    if (rules.allowAll()) {
      return reading(Posterior.without(fusion), doubts(), notices);
    }
    Posterior posterior = Posterior.of(fusion, automaton);
    if (posterior.isSatisfiable()) {
      return reading(
          posterior,
          doubts(),
          posterior.isChanged() ? and(notices, Notice.CHANGED_BY_CONSTRAINTS) : notices);
    }
    String read = fusion.numbers().get(0).number();
    ReviewReason broken =
        new ReviewReason(
            ReviewReason.Code.CONSTRAINT_VIOLATED, rules.ruleBrokenBy(read).orElse("all rules"));
    return reading(Posterior.without(fusion), and(doubts(), broken), notices);
  }

  private List<Hypothesis> segmented(NumberAutomaton automaton) {
    return lattice.candidates().isEmpty()
        ? List.of()
        : LatticeSearch.nBest(lattice, logProbabilities, automaton);
  }

  private Reading reading(Posterior posterior, List<ReviewReason> doubts, List<Notice> notices) {
    FusedNumber best = posterior.satisfying().get(0);
    DigitReader.Found found = digitReader.digits(best);
    List<Digit> digits = found.digits();
    double logOdds = posterior.logOdds();
    double[] evidence = Evidence.of(posterior, digits, found.rejects(), lattice, views.size());
    seen.evidence(logOdds, evidence);
    double confidence = calibration.confidence(logOdds, evidence);
    return new Reading(
        Outcome.NUMBER,
        best.number(),
        confidence,
        digits,
        alternatives(posterior, 1 - confidence),
        separators(digits),
        isCutOff(digits) ? and(doubts, ReviewReason.of(ReviewReason.Code.CUT_OFF)) : doubts,
        lattice.crossesBorder() ? and(notices, Notice.CROSSES_BORDER) : notices);
  }

  /** Whether no view of the sequence reader shows a digit. */
  private boolean seesNothing() {
    return views.stream().allMatch(view -> view.logProbability("") > EMPTY);
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

  /** The lattice's marks, each after the digits whose middle is left of its own. */
  private List<Separator> separators(List<Digit> digits) {
    return lattice.marks().stream()
        .map(
            mark ->
                new Separator(
                    (int)
                        digits.stream()
                            .filter(digit -> middle(digit.box()) < middle(mark.box()))
                            .count(),
                    mark.kind(),
                    mark.confidence()))
        .toList();
  }

  /** Whether the image's side cuts off ink most of whose columns no digit has. */
  private boolean isCutOff(List<Digit> digits) {
    return lattice.atSides().stream()
        .anyMatch(
            rest ->
                IntStream.range(rest.x(), rest.right())
                        .filter(x -> digits.stream().noneMatch(digit -> isIn(digit.box(), x)))
                        .count()
                    > rest.width() / 2);
  }

  private static boolean isIn(Box box, int column) {
    return box.x() <= column && column < box.right();
  }

  private static double middle(Box box) {
    return box.x() + box.width() / 2.0;
  }

  /**
   * The runners-up, with what would be read without rules among them whatever its rank; together
   * with the reading none can be likelier than certain.
   */
  private static List<Alternative> alternatives(Posterior posterior, double most) {
    String read = posterior.satisfying().get(0).number();
    List<Alternative> alternatives = new ArrayList<>();
    for (Posterior.Share share : posterior.shares()) {
      boolean ranks =
          alternatives.size() < ALTERNATIVE_NUMBERS || share.number().equals(posterior.free());
      if (ranks && !share.number().equals(read)) {
        alternatives.add(new Alternative(share.number(), Math.min(share.probability(), most)));
      }
    }
    return alternatives;
  }

  private static <T> List<T> and(List<T> some, T another) {
    return Stream.concat(some.stream(), Stream.of(another)).toList();
  }
}
