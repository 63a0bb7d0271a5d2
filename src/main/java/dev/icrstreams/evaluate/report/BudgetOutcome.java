package dev.icrstreams.evaluate.report;

import dev.icrstreams.evaluate.Result;
import dev.icrstreams.evaluate.Share;
import dev.icrstreams.field.Decision.Route;
import dev.icrstreams.read.confidence.AcceptPolicy;
import dev.icrstreams.read.confidence.ErrorBound;
import java.util.List;

/**
 * What an error budget would let through.
 *
 * @param maxErrorRate the budget
 * @param threshold the confidence from which on it accepts; infinite if it accepts nothing
 * @param accepted of all fields, those accepted as a number
 * @param wrong of the accepted, those whose number is not what is written, false accepts among them
 * @param falseAccepts of the fields that hold no number, those accepted as one
 * @param falseBlanks of the fields that hold a number, those that went out as blank
 */
public record BudgetOutcome(
    double maxErrorRate,
    double threshold,
    Share accepted,
    Share wrong,
    Share falseAccepts,
    Share falseBlanks) {
  /**
   * A budget and its decisions.
   *
   * @param maxErrorRate the budget
   * @param policy what decides under it
   */
  public record Budget(double maxErrorRate, AcceptPolicy policy) {}

  /** Decides all readings anew; rejected fields stay rejected. */
  static BudgetOutcome of(Budget budget, List<Result> results) {
    int accepted = 0;
    int wrong = 0;
    int falseAccepts = 0;
    int falseBlanks = 0;
    int numbers = 0;
    for (Result result : results) {
      Route route =
          result.decision().route() == Route.REJECTED
              ? Route.REJECTED
              : budget.policy().decide(result.reading()).route();
      numbers += result.hasNumber() ? 1 : 0;
      if (route == Route.ACCEPTED) {
        accepted++;
        wrong += result.isRight() ? 0 : 1;
        falseAccepts += result.hasNumber() ? 0 : 1;
      } else if (route == Route.BLANK && result.hasNumber()) {
        falseBlanks++;
      }
    }
    return new BudgetOutcome(
        budget.maxErrorRate(),
        budget.policy().threshold(),
        new Share(accepted, results.size()),
        new Share(wrong, accepted),
        new Share(falseAccepts, results.size() - numbers),
        new Share(falseBlanks, numbers));
  }

  /** The error rate that the true one does not exceed, with 95 % certainty; 1 if none is known. */
  public double errorUpperBound() {
    return ErrorBound.upper(wrong.count(), wrong.of(), AcceptPolicy.CERTAINTY);
  }
}
