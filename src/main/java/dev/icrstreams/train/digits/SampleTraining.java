package dev.icrstreams.train.digits;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.FastPath;
import dev.icrstreams.train.candidate.DigitFitter;
import dev.icrstreams.train.course.Course;
import dev.icrstreams.train.course.RunRecorder;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.network.Layout;
import dev.icrstreams.train.plan.TrainingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The epochs of a network over samples.
 *
 * @param plan how far it goes
 * @param declaration how it is fitted
 * @param layout the network's
 * @param training learned from
 * @param validation held out
 * @param identity what must be the same to go on after a pause, beside plan and declaration
 */
public record SampleTraining(
    TrainingPlan plan,
    Declaration declaration,
    Layout layout,
    Samples training,
    Samples validation,
    Map<String, String> identity) {
  /** Writes a model with these weights. */
  @FunctionalInterface
  public interface Keeper {
    /** Writes it and tells its version. */
    String keep(float[] weights, int epoch, double accuracy) throws IOException;
  }

  /**
   * Goes through the epochs.
   *
   * @throws InterruptedException if the thread is interrupted or the listener wants it; a
   *     checkpoint is written
   */
  public Course.Outcome run(RunRecorder recorder, TrainingListener listener, Keeper keeper)
      throws IOException, InterruptedException {
    FastPath.useThreads(plan.threads());
    Map<String, String> all = new LinkedHashMap<>(identity);
    all.put("declaration", DigitModel.sha256(declaration.bytes()));
    boolean varied = declaration.augmentation().changes();
    try (DigitFitter fitter = new DigitFitter(layout, plan.seed(), declaration.fitting());
        SampleBatches batches = new SampleBatches(training, varied, plan.batch(), plan.seed())) {
      return new Course(plan, declaration.fitting(), listener, recorder, all)
          .run(new SampleTask(fitter, layout, batches, validation, keeper));
    }
  }
}
