package dev.icrstreams.evaluate.report;

import dev.icrstreams.evaluate.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A whole evaluation.
 *
 * @param run what was measured, and with what
 * @param all the figures of all fields
 * @param recipes the figures of each recipe, by its name; empty if the labels name none
 * @param times how long the stages took
 * @param fields every field, in the labels' order
 */
public record Report(
    Run run,
    Evaluation all,
    Map<String, Evaluation> recipes,
    StageTimes.Summary times,
    List<ReadField> fields) {
  /**
   * What was measured, and with what.
   *
   * @param labels the labels file, as it was named
   * @param model the model's version
   * @param maxErrorRate the error budget that decided
   * @param seed of the bootstrap
   */
  public record Run(String labels, String model, double maxErrorRate, long seed) {}

  /** Copies the list. */
  public Report {
    fields = List.copyOf(fields);
  }

  /** Measures fields, at least one, under budgets of which one need not have decided. */
  public static Report of(
      Run run,
      List<ReadField> fields,
      List<BudgetOutcome.Budget> budgets,
      StageTimes.Summary times) {
    Map<String, List<Result>> byRecipe = new TreeMap<>();
    for (ReadField field : fields) {
      if (!field.entry().recipe().isEmpty()) {
        byRecipe
            .computeIfAbsent(field.entry().recipe(), recipe -> new ArrayList<>())
            .add(field.result());
      }
    }
    Map<String, Evaluation> recipes = new TreeMap<>();
    byRecipe.forEach(
        (recipe, results) -> recipes.put(recipe, Evaluation.of(results, budgets, run.seed())));
    return new Report(
        run,
        Evaluation.of(fields.stream().map(ReadField::result).toList(), budgets, run.seed()),
        Collections.unmodifiableMap(recipes),
        times,
        fields);
  }
}
