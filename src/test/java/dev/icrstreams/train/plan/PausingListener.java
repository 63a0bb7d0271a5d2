package dev.icrstreams.train.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stops a training after so many steps, and remembers what it was told. */
public final class PausingListener implements TrainingListener {
  private final List<Epoch> epochs = new ArrayList<>();
  private int left;
  private boolean paused;
  private int keptEpoch;
  private Double testAccuracy;

  /**
   * A listener.
   *
   * @param steps after which it wants the training to stop
   */
  public PausingListener(int steps) {
    left = steps;
  }

  /** One that never stops a training. */
  public static PausingListener never() {
    return new PausingListener(Integer.MAX_VALUE);
  }

  /** The epochs that ended. */
  public List<Epoch> epochs() {
    return epochs;
  }

  /** Whether the training was paused. */
  public boolean paused() {
    return paused;
  }

  /** The epoch whose model was kept. */
  public int keptEpoch() {
    return keptEpoch;
  }

  /** Accuracy on the test half; null if nobody looked. */
  public Double testAccuracy() {
    return testAccuracy;
  }

  @Override
  public void started(TrainingPlan plan, int training, int validation) {}

  @Override
  public boolean stopRequested() {
    return left-- <= 0;
  }

  @Override
  public void paused(Path checkpoint, int epoch, boolean hasModel) {
    paused = true;
  }

  @Override
  public void progressed(Progress progress) {}

  @Override
  public void epochEnded(Epoch epoch) {
    epochs.add(epoch);
  }

  @Override
  public void finished(Path model, int kept, double validationAccuracy, Double test) {
    keptEpoch = kept;
    testAccuracy = test;
  }
}
