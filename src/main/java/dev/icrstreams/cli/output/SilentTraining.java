package dev.icrstreams.cli.output;

import dev.icrstreams.train.plan.TrainingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import java.nio.file.Path;

/** Says nothing about single trainings of a search. */
public final class SilentTraining implements TrainingListener {
  @Override
  public void started(TrainingPlan plan, int training, int validation) {}

  @Override
  public void progressed(Progress progress) {}

  @Override
  public void epochEnded(Epoch epoch) {}

  @Override
  public void finished(Path model, int keptEpoch, double validationAccuracy, Double testAccuracy) {}
}
