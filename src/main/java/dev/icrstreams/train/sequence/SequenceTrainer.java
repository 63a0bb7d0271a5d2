package dev.icrstreams.train.sequence;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.FastPath;
import dev.icrstreams.train.CosineSchedule;
import dev.icrstreams.train.DigitSplit;
import dev.icrstreams.train.FieldWindow;
import dev.icrstreams.train.ModelWriter;
import dev.icrstreams.train.Stopwatch;
import dev.icrstreams.train.TrainingListener;
import dev.icrstreams.train.TrainingPlan;
import dev.icrstreams.train.extra.ExtraFolder;
import dev.icrstreams.train.extra.ExtraSet;
import dev.icrstreams.train.network.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains the sequence CNN on synthetic fields of MNIST's digits by connectionist temporal
 * classification (A. Graves, S. Fernandez, F. Gomez and J. Schmidhuber, "Connectionist temporal
 * classification: labelling unsegmented sequence data with recurrent neural networks", ICML 2006),
 * here with a network of convolutions and with alignments that keep to where digits stand.
 *
 * <p>The same plan on the same machine gives the same model. For one thread.
 */
public final class SequenceTrainer {
  private static final int REPORT_EVERY = 10;
  private static final int WARM_UP = 300;
  private static final Layout LAYOUT = SequenceLayout.SHIPPED;

  private final SequencePlan plan;
  private final ExtraFolder extra;
  private final TrainingListener listener;
  private final CosineSchedule schedule;
  private final Stopwatch watch;
  private int steps;

  /** A trainer for this plan that reports to this listener. */
  public SequenceTrainer(SequencePlan plan, TrainingListener listener) {
    this(plan, null, listener);
  }

  /**
   * The same, learning from the user's own fields too.
   *
   * @param extra null for none
   */
  public SequenceTrainer(SequencePlan plan, ExtraFolder extra, TrainingListener listener) {
    this.extra = extra;
    this.plan = plan;
    this.listener = listener;
    TrainingPlan training = plan.training();
    int all = training.epochs() * plan.stepsPerEpoch();
    schedule = new CosineSchedule(training.learningRate(), Math.min(WARM_UP, all / 10), all);
    watch = new Stopwatch(all, training.batch());
  }

  /**
   * Trains and writes the model and its metadata into the plan's directory; after each epoch the
   * model as it then stands.
   *
   * @return the model's file
   * @throws IOException if the data or the model to go on from cannot be read, or the model not be
   *     written
   * @throws InterruptedException if the thread is interrupted; the last epoch's model is on disk
   */
  public Path train() throws IOException, InterruptedException {
    TrainingPlan training = plan.training();
    try (SequenceFitter fitter = new SequenceFitter(LAYOUT, training.seed())) {
      ModelWriter writer = new ModelWriter(begin(fitter), DigitModel.SEQUENCE_FILE);
      List<TrainingField> own = own(writer);
      DigitSplit digits = DigitSplit.of(training);
      listener.started(training, digits.training().size(), digits.validation().size());
      FastPath.useThreads(training.threads());
      FieldValidation validation =
          new FieldValidation(
              FieldSource.validation(digits.validation(), training.seed() + 1)
                  .make(0, plan.validationFields(), training.threads()),
              training.batch());
      FieldSource source = FieldSource.training(digits.training(), training.seed());
      try (FieldWindow<TrainingField> window =
              new FieldWindow<>(source::fields, training, plan.fields(), plan.window());
          StripBatches batches = new StripBatches(training.batch(), own)) {
        return fit(fitter, window, batches, validation, writer);
      }
    }
  }

  /** Loads the weights to begin with; the plan with the command that names them. */
  private TrainingPlan begin(SequenceFitter fitter) throws IOException {
    TrainingPlan training = plan.training();
    if (plan.from() == null) {
      return training;
    }
    DigitModel model = DigitModel.load(plan.from());
    try {
      fitter.resume(LAYOUT.unpacked(model.network()));
    } catch (IllegalArgumentException e) {
      throw new IOException("cannot go on from " + plan.from() + ": " + e.getMessage(), e);
    }
    return training.goingOnFrom(model);
  }

  /** What the user's own fields teach. */
  private List<TrainingField> own(ModelWriter writer) throws IOException {
    if (plan.from() != null) {
      writer.goesOnFrom(DigitModel.load(plan.from()).metadata());
    }
    if (extra == null) {
      return List.of();
    }
    ExtraSet<TrainingField> set = extra.read(new ExtraStrips());
    listener.extraRead(set.lessons().size(), set.skipped());
    writer.learnsFrom(set, extra.directory());
    return set.lessons();
  }

  private Path fit(
      SequenceFitter fitter,
      FieldWindow<TrainingField> window,
      StripBatches batches,
      FieldValidation validation,
      ModelWriter writer)
      throws IOException, InterruptedException {
    TrainingPlan training = plan.training();
    double best = Double.NEGATIVE_INFINITY;
    double accuracy = 0;
    if (plan.from() != null) {
      FieldValidation.Score begun = fitter.score(validation);
      listener.begun(begun.loss(), begun.accuracy());
      listener.fieldsRead(begun.accuracies());
    }
    for (int epoch = 1; epoch <= training.epochs(); epoch++) {
      batches.start(window.next(), training.seed() * 8191 + epoch, plan.rounds());
      double loss = runEpoch(fitter, batches, epoch);
      FieldValidation.Score score = fitter.score(validation);
      accuracy = score.accuracy();
      writer.write(
          LAYOUT.packed(fitter.average()),
          SequenceLayout.CLASSES,
          LAYOUT.megaflop(SequenceLayout.COLUMNS_PER_OUTPUT),
          epoch,
          accuracy);
      listener.epochEnded(
          new TrainingListener.Epoch(
              epoch,
              loss,
              score.loss(),
              accuracy,
              accuracy > best,
              watch.imagesPerSecond(),
              watch.secondsLeft()));
      listener.fieldsRead(score.accuracies());
      best = Math.max(best, accuracy);
    }
    listener.finished(writer.file(), training.epochs(), accuracy, null);
    return writer.file();
  }

  private double runEpoch(SequenceFitter fitter, StripBatches batches, int epoch)
      throws InterruptedException {
    double loss = 0;
    for (int step = 1; step <= plan.stepsPerEpoch(); step++) {
      loss += fitter.step(batches.next(), schedule.valueAt(steps, epoch));
      steps++;
      watch.step();
      if (step % REPORT_EVERY == 0) {
        listener.progressed(
            new TrainingListener.Progress(
                epoch,
                step,
                plan.stepsPerEpoch(),
                loss / step,
                watch.imagesPerSecond(),
                watch.secondsLeft()));
      }
    }
    return loss / plan.stepsPerEpoch();
  }
}
