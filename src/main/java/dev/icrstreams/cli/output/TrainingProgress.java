package dev.icrstreams.cli.output;

import dev.icrstreams.data.LabelledFields.Skipped;
import dev.icrstreams.read.confidence.AcceptPolicy;
import dev.icrstreams.read.confidence.Calibration;
import dev.icrstreams.train.plan.TrainingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shows a training: one line an epoch, and between them a progress bar where there is a terminal.
 */
public final class TrainingProgress implements TrainingListener {
  private static final int BAR = 24;
  private static final int CALIBRATION_STEP = 100;
  private static final int SHOWN = 20;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean terminal;
  private double accuracy = Double.NaN;
  private volatile boolean stopping;
  private volatile boolean underWay;

  public TrainingProgress(PrintWriter err) {
    this(err, Terminal.isStandardError());
  }

  public TrainingProgress(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void started(TrainingPlan plan, int training, int validation) {
    line(
        "%s, seed %d, %d epochs: %d digits to learn from, %d held out",
        plan.network(), plan.seed(), plan.epochs(), training, validation);
  }

  /** Makes the training stop after the step that it is at. */
  public void stop() {
    stopping = true;
  }

  @Override
  public boolean stopRequested() {
    underWay = true;
    return stopping;
  }

  /** Whether there is a training that stops when it is asked to. */
  public boolean underWay() {
    return underWay;
  }

  @Override
  public void preparing(String what, int done, int all) {
    if (terminal) {
      err.printf(Locale.ROOT, "%s%s: %d of %d", ERASE_LINE, what, done, all);
      err.flush();
    }
  }

  @Override
  public void paused(Path checkpoint, int epoch, boolean hasModel) {
    line(
        "stopped in epoch %d; --resume goes on from %s; %s",
        epoch, checkpoint, hasModel ? "the best model so far is written" : "no model is written");
  }

  /** What cannot be learned from. */
  public void skipped(List<String> items) {
    if (!items.isEmpty()) {
      line("%d items are skipped:", items.size());
      items.stream().limit(SHOWN).forEach(item -> line("  %s", item));
      if (items.size() > SHOWN) {
        line("  and %d more", items.size() - SHOWN);
      }
    }
  }

  /** What is being done. */
  public void note(String text) {
    line("%s", text);
  }

  @Override
  public void extraRead(int used, List<Skipped> skipped) {
    skipped.forEach(each -> line("skipped %s: %s", each.file(), each.reason()));
    line("%d fields of your own to learn from, %d skipped", used, skipped.size());
  }

  @Override
  public void begun(double loss, double accuracy) {
    line("begun with: validation loss %.4f, accuracy %.4f", loss, accuracy);
  }

  @Override
  public void progressed(Progress progress) {
    if (terminal) {
      int filled = BAR * progress.step() / progress.steps();
      err.printf(
          Locale.ROOT,
          "%sepoch %d [%s%s] loss %.4f, accuracy %s, %.0f images/s, %s left",
          ERASE_LINE,
          progress.epoch(),
          "#".repeat(filled),
          ".".repeat(BAR - filled),
          progress.loss(),
          Double.isNaN(accuracy) ? "-" : String.format(Locale.ROOT, "%.4f", accuracy),
          progress.imagesPerSecond(),
          duration(progress.secondsLeft()));
      err.flush();
    }
  }

  @Override
  public void epochEnded(Epoch epoch) {
    accuracy = epoch.validationAccuracy();
    line(
        "epoch %d: %svalidation loss %.4f, accuracy %.4f%s, %.0f images/s, %s left",
        epoch.number(),
        Double.isNaN(epoch.loss()) ? "" : String.format(Locale.ROOT, "loss %.4f, ", epoch.loss()),
        epoch.validationLoss(),
        epoch.validationAccuracy(),
        epoch.best() ? " (best)" : "",
        epoch.imagesPerSecond(),
        duration(epoch.secondsLeft()));
  }

  @Override
  public void fieldsRead(Map<String, Double> accuracies) {
    line(
        "  %s",
        accuracies.entrySet().stream()
            .map(each -> String.format(Locale.ROOT, "%s %.3f", each.getKey(), each.getValue()))
            .collect(Collectors.joining(", ")));
  }

  @Override
  public void finished(Path model, int keptEpoch, double validationAccuracy, Double testAccuracy) {
    underWay = false;
    line("kept epoch %d, validation accuracy %.4f", keptEpoch, validationAccuracy);
    if (testAccuracy != null) {
      line("accuracy on the test half %.4f", testAccuracy);
    }
  }

  /** So many fields are read; called from several threads. */
  public synchronized void calibrating(int done, int fields) {
    if (terminal && done % CALIBRATION_STEP == 0) {
      err.printf(Locale.ROOT, "%scalibration: %d of %d fields", ERASE_LINE, done, fields);
      err.flush();
    }
  }

  /** A folder without a digit CNN, beside which the confidences would be kept. */
  public void notCalibrated(Path out) {
    line(
        "%s holds no icr-digits.zip: no confidences were measured. Before use, put it there and run"
            + " icr train --calibrate-only",
        out);
  }

  /** The confidences are measured. */
  public void calibrated(Calibration calibration) {
    line(
        "calibrated on %d fields (%s): temperature %.3f",
        calibration.fields(), calibration.source(), calibration.temperature());
    for (double budget : new double[] {0.01, 0.001}) {
      double threshold = new AcceptPolicy(calibration, budget).threshold();
      line(
          "budget %.3f: accepts from confidence %.6f, %.1f %% of the numbers",
          budget, threshold, 100 * share(calibration, threshold));
    }
  }

  private static double share(Calibration calibration, double threshold) {
    int all = calibration.risk().stream().mapToInt(Calibration.Risk::accepted).max().orElse(1);
    int accepted =
        calibration.risk().stream()
            .filter(risk -> risk.confidence() >= threshold)
            .mapToInt(Calibration.Risk::accepted)
            .max()
            .orElse(0);
    return (double) accepted / all;
  }

  private void line(String format, Object... values) {
    err.println((terminal ? ERASE_LINE : "") + String.format(Locale.ROOT, format, values));
    err.flush();
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
