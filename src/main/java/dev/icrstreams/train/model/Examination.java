package dev.icrstreams.train.model;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.train.course.Course;
import dev.icrstreams.train.course.RunRecorder;
import dev.icrstreams.train.plan.TrainingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.run.Test;
import dev.icrstreams.train.source.DigitSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The only look at the test half: the model as it was written, nothing left to choose. */
public final class Examination {
  private Examination() {}

  /**
   * Notes what the test half says in the model's metadata and in the record, and tells the listener
   * that the training is over. Without a test half, or where the plan wants none, it only tells.
   *
   * @return the model's file
   */
  public static Path hold(
      TrainingPlan plan,
      ModelWriter writer,
      RunRecorder recorder,
      Course.Outcome outcome,
      Tester.Reader reader,
      TrainingListener listener)
      throws IOException {
    Double accuracy = null;
    Optional<DigitSet> half = plan.test() ? DigitSource.open(plan.data()).test() : Optional.empty();
    if (half.isPresent()) {
      Test test = Tester.test(DigitSource.TEST_HALF, half.get(), reader);
      accuracy = (double) test.right() / test.images();
      writer.addTestAccuracy(accuracy);
      recorder.tested(test);
    }
    listener.finished(writer.file(), outcome.epoch(), outcome.accuracy(), accuracy);
    return writer.file();
  }
}
