package dev.icrstreams.train.sequence;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.FastPath;
import dev.icrstreams.train.course.Course;
import dev.icrstreams.train.course.RunRecorder;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.extra.ExtraFolder;
import dev.icrstreams.train.extra.ExtraSet;
import dev.icrstreams.train.model.ModelWriter;
import dev.icrstreams.train.network.Growth;
import dev.icrstreams.train.network.Layout;
import dev.icrstreams.train.plan.TrainingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.source.DigitSplit;
import dev.icrstreams.train.source.FieldWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Trains the sequence CNN on synthetic fields of MNIST's digits by connectionist temporal
 * classification (A. Graves, S. Fernandez, F. Gomez and J. Schmidhuber, "Connectionist temporal
 * classification: labelling unsegmented sequence data with recurrent neural networks", ICML 2006),
 * here with a network of convolutions and with alignments that keep to where digits stand.
 *
 * <p>The same plan on the same machine gives the same model. For one thread.
 */
public final class SequenceTrainer {
  /** The record's name: a digit network's may lie in the same folder. */
  public static final String RUN_FILE = "sequence.run.json";

  private final SequencePlan plan;
  private final Declaration declaration;
  private final ExtraFolder extra;
  private final TrainingListener listener;
  private final Layout layout;

  /** A trainer for this plan that reports to this listener; the network is the shipped one. */
  public SequenceTrainer(SequencePlan plan, TrainingListener listener) {
    this(plan, Declarations.named(SequencePlan.NETWORK), null, listener);
  }

  /**
   * A trainer for this plan and declaration.
   *
   * @param extra fields of the user's own to learn from too; null for none
   */
  public SequenceTrainer(
      SequencePlan plan, Declaration declaration, ExtraFolder extra, TrainingListener listener) {
    this.extra = extra;
    this.plan = plan;
    this.declaration = declaration;
    this.listener = listener;
    layout = declaration.layout();
  }

  /**
   * Trains and writes the model and its metadata into the plan's directory; after each epoch the
   * model as it then stands.
   *
   * @return the model's file
   * @throws IOException if the data or the model to go on from cannot be read, or the model not be
   *     written
   * @throws InterruptedException if the thread is interrupted or the listener wants it; the last
   *     epoch's model and a checkpoint are on disk
   */
  public Path train() throws IOException, InterruptedException {
    TrainingPlan training = plan.training();
    try (SequenceFitter fitter =
        new SequenceFitter(layout, training.seed(), declaration.fitting().descent())) {
      TrainingPlan begun = begin(fitter);
      ModelWriter writer = new ModelWriter(begun, DigitModel.SEQUENCE_FILE);
      ExtraSet<TrainingField> own = own(writer);
      DigitSplit digits = DigitSplit.of(training);
      listener.started(training, digits.training().size(), digits.validation().size());
      FastPath.useThreads(training.threads());
      FieldValidation validation =
          new FieldValidation(
              FieldSource.validation(digits.validation(), training.seed() + 1)
                  .make(0, plan.validationFields(), training.threads()),
              training.batch());
      FieldSource source = FieldSource.training(digits.training(), training.seed());
      RunRecorder recorder =
          new RunRecorder(
              RUN_FILE,
              begun,
              writer.data(),
              layout.parameters(),
              layout.megaflop(SequenceLayout.COLUMNS_PER_OUTPUT),
              digits,
              List.of());
      try (FieldWindow<TrainingField> window =
              new FieldWindow<>(source::fields, training, plan.fields(), plan.window());
          StripBatches batches = new StripBatches(training.batch(), own.lessons())) {
        Course.Outcome outcome =
            new Course(training, declaration.fitting(), listener, recorder, identity(own))
                .run(new SequenceTask(plan, layout, fitter, window, batches, validation, writer));
        listener.finished(writer.file(), outcome.epoch(), outcome.accuracy(), null);
        return writer.file();
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
      fitter.resume(Growth.of(Growth.parts(model.network()), layout, fitter.average()));
    } catch (IllegalArgumentException e) {
      throw new IOException("cannot go on from " + plan.from() + ": " + e.getMessage(), e);
    }
    return training.goingOnFrom(model);
  }

  /** What the user's own fields teach. */
  private ExtraSet<TrainingField> own(ModelWriter writer) throws IOException {
    if (plan.from() != null) {
      writer.goesOnFrom(DigitModel.load(plan.from()).metadata());
    }
    if (extra == null) {
      return ExtraSet.none();
    }
    ExtraSet<TrainingField> set = extra.read(new ExtraStrips());
    listener.extraRead(set.lessons().size(), set.skipped());
    writer.learnsFrom(set, extra.directory());
    return set;
  }

  private Map<String, String> identity(ExtraSet<?> own) {
    return Map.of(
        "declaration", DigitModel.sha256(declaration.bytes()),
        "model to begin with", String.valueOf(plan.from()),
        "labels of --extra", own.sha256());
  }
}
