package dev.icrstreams.evaluate.report;

import dev.icrstreams.evaluate.Bootstrap;
import dev.icrstreams.evaluate.Metrics;
import dev.icrstreams.evaluate.Result;
import dev.icrstreams.evaluate.errors.ErrorTally;
import java.util.List;

/**
 * All figures of a set of fields.
 *
 * @param metrics the figures
 * @param intervals of those figures that are no plain shares
 * @param budgets what several error budgets would let through
 * @param errors what goes wrong
 */
public record Evaluation(
    Metrics metrics, Bootstrap intervals, List<BudgetOutcome> budgets, ErrorTally errors) {
  /** Copies the list. */
  public Evaluation {
    budgets = List.copyOf(budgets);
  }

  /** Measures results, at least one. */
  public static Evaluation of(List<Result> results, List<BudgetOutcome.Budget> budgets, long seed) {
    return new Evaluation(
        Metrics.of(results),
        Bootstrap.of(results, seed),
        budgets.stream().map(budget -> BudgetOutcome.of(budget, results)).toList(),
        ErrorTally.of(results));
  }
}
