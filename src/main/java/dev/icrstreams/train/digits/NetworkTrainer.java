package dev.icrstreams.train.digits;

import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Ink;
import dev.icrstreams.train.augment.Augmenter;
import dev.icrstreams.train.augment.Pictures;
import dev.icrstreams.train.course.Course;
import dev.icrstreams.train.course.RunRecorder;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.model.Examination;
import dev.icrstreams.train.model.ModelWriter;
import dev.icrstreams.train.network.Layout;
import dev.icrstreams.train.network.Network;
import dev.icrstreams.train.plan.TrainingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.run.TrainingRun;
import dev.icrstreams.train.source.DigitSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Trains a declared network on the pixels of single digits and writes {@code NAME.zip}, which is a
 * network of Deeplearning4j's, with {@code NAME.json} and {@value TrainingRun#FILE} beside it. The
 * epoch that is best on what is held out is kept; the test half is looked at once, when all is
 * decided.
 *
 * <p>The same plan on the same machine gives the same model. For one thread.
 */
public final class NetworkTrainer {
  private final TrainingPlan plan;
  private final Declaration declaration;
  private final TrainingListener listener;
  private final Augmenter augmenter;
  private final Layout layout;

  /** A trainer for this plan and declaration. */
  public NetworkTrainer(TrainingPlan plan, Declaration declaration, TrainingListener listener) {
    this.plan = plan;
    this.declaration = declaration;
    this.listener = listener;
    augmenter = new Augmenter(declaration.augmentation());
    layout = declaration.layout();
  }

  /**
   * Trains.
   *
   * @return the model's file
   * @throws IOException if the data cannot be read or the model not be written
   * @throws InterruptedException if the thread is interrupted or the listener wants it; the best
   *     model so far and a checkpoint are on disk
   */
  public Path train() throws IOException, InterruptedException {
    ModelWriter writer = new ModelWriter(plan, plan.network() + ".zip");
    DigitSplit digits = DigitSplit.of(plan);
    listener.started(plan, digits.training().size(), digits.validation().size());
    double megaflop = layout.megaflop(layout.columns());
    RunRecorder recorder =
        new RunRecorder(
            TrainingRun.FILE,
            plan,
            writer.data(),
            layout.parameters(),
            megaflop,
            digits,
            Pictures.samples(digits.training(), augmenter, plan.seed()));
    SampleTraining training =
        new SampleTraining(
            plan,
            declaration,
            layout,
            new PixelSamples(digits.training(), augmenter),
            new PixelSamples(digits.validation(), augmenter),
            Map.of());
    Course.Outcome outcome =
        training.run(
            recorder,
            listener,
            (weights, epoch, accuracy) ->
                writer.write(layout.packed(weights), layout.classes(), megaflop, epoch, accuracy));
    return Examination.hold(
        plan, writer, recorder, outcome, images -> read(writer, images), listener);
  }

  private float[][] read(ModelWriter writer, List<Ink> images) throws IOException {
    DigitSet digits = new DigitSet(images, new byte[images.size()]);
    try (Network network = new Network(layout, 0)) {
      network.setWeights(layout.unpacked(writer.written().network()));
      return SampleTask.probabilities(network, layout, new PixelSamples(digits, augmenter));
    }
  }
}
