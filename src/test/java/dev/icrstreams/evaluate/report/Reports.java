package dev.icrstreams.evaluate.report;

import dev.icrstreams.data.LabelledFolder;
import dev.icrstreams.evaluate.Result;
import dev.icrstreams.read.confidence.AcceptPolicy;
import dev.icrstreams.read.confidence.Calibration;
import java.nio.file.Path;
import java.util.List;

/** Reports made up for tests. */
public final class Reports {
  /**
   * From 0.9 on 1 of 1,000 held-out fields was wrong, from 0.5 on 100 of 2,000: the budget 0.01
   * accepts from 0.9 on, the budget 0.001 nothing.
   */
  private static final Calibration CALIBRATION =
      Calibration.NONE.withRisk(
          List.of(new Calibration.Risk(0.9, 1000, 1), new Calibration.Risk(0.5, 2000, 100)));

  private Reports() {}

  /** A field whose image lies in a folder. */
  public static ReadField field(Path folder, String file, String recipe, Result result) {
    return new ReadField(
        new LabelledFolder.Entry(file, folder.resolve(file), result.label(), recipe), result);
  }

  /** A report of some fields under the budgets 0.01 and 0.001, in which nothing was timed. */
  public static Report of(List<ReadField> fields) {
    return Report.of(
        new Report.Run("my labels", "model-1", 0.01, 42),
        fields,
        List.of(budget(0.01), budget(0.001)),
        new StageTimes().summary());
  }

  private static BudgetOutcome.Budget budget(double rate) {
    return new BudgetOutcome.Budget(rate, new AcceptPolicy(CALIBRATION, rate));
  }
}
