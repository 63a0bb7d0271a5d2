package dev.icrstreams.evaluate;

import java.util.List;

/**
 * What an evaluation found.
 *
 * @param accuracy strict field accuracy: of the fields that hold a number, those of which exactly
 *     that number was read, whatever was decided; a rejected one was not read
 * @param fields all labelled fields
 * @param accepted of all fields, those accepted as a number
 * @param acceptedWrong of the accepted, those whose number is not what is written, false accepts
 *     among them
 * @param falseAccepts of the fields that hold no number, those accepted as one
 * @param blanks of all fields, those that went out as blank
 * @param blankWrong of these, those that hold a number
 * @param falseBlanks the same ones, of the fields that hold a number
 * @param rejected of all fields, those that could not be decoded
 * @param digitEdits edit distance between what is written and what was read, summed over the fields
 *     that hold a number, of the digits written; more edits than digits count as so many
 * @param curve error rate against coverage, by threshold
 * @param reliability confidence against truth
 */
public record Metrics(
    Share accuracy,
    int fields,
    Share accepted,
    Share acceptedWrong,
    Share falseAccepts,
    Share blanks,
    Share blankWrong,
    Share falseBlanks,
    Share rejected,
    Share digitEdits,
    RiskCoverage curve,
    Reliability reliability) {

  /** Measures results, in any order. */
  public static Metrics of(List<Result> results) {
    Tally tally = new Tally();
    results.forEach(tally::add);
    int fields = results.size();
    return new Metrics(
        new Share(tally.right, tally.numbers),
        fields,
        new Share(tally.accepted, fields),
        new Share(tally.acceptedWrong, tally.accepted),
        new Share(tally.falseAccepts, fields - tally.numbers),
        new Share(tally.blanks, fields),
        new Share(tally.blankWrong, tally.blanks),
        new Share(tally.blankWrong, tally.numbers),
        new Share(tally.rejected, fields),
        new Share(Math.min(tally.edits, tally.digits), tally.digits),
        RiskCoverage.of(results),
        Reliability.of(results));
  }

  /** The share of digits read right: one less the edits a digit. */
  public double digitAccuracy() {
    return digitEdits.of() == 0 ? 0 : 1 - digitEdits.value();
  }

  /** Coverage at a field error of 1 %. */
  public Share coverageAt1() {
    return curve.coverageAt(0.01);
  }

  /** Coverage at a field error of 0.1 %. */
  public Share coverageAt01() {
    return curve.coverageAt(0.001);
  }

  private static final class Tally {
    private int numbers;
    private int right;
    private int accepted;
    private int acceptedWrong;
    private int falseAccepts;
    private int blanks;
    private int blankWrong;
    private int rejected;
    private int edits;
    private int digits;

    private void add(Result result) {
      if (result.hasNumber()) {
        numbers++;
        right += result.isRight() ? 1 : 0;
        digits += result.label().length();
        edits += result.edits();
      }
      switch (result.decision().route()) {
        case ACCEPTED -> {
          accepted++;
          acceptedWrong += result.isRight() ? 0 : 1;
          falseAccepts += result.hasNumber() ? 0 : 1;
        }
        case BLANK -> {
          blanks++;
          blankWrong += result.hasNumber() ? 1 : 0;
        }
        case REJECTED -> rejected++;
        case REVIEW -> {}
      }
    }
  }
}
