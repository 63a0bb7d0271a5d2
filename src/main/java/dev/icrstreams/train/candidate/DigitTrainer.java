package dev.icrstreams.train.candidate;

import dev.icrstreams.classify.DigitClassifier;
import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.classify.FastPath;
import dev.icrstreams.classify.FoldedWeights;
import dev.icrstreams.field.Ink;
import dev.icrstreams.train.augment.Augmenter;
import dev.icrstreams.train.augment.Pictures;
import dev.icrstreams.train.course.Course;
import dev.icrstreams.train.course.RunRecorder;
import dev.icrstreams.train.course.Task;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.extra.ExtraFolder;
import dev.icrstreams.train.extra.ExtraSet;
import dev.icrstreams.train.model.Examination;
import dev.icrstreams.train.model.ModelWriter;
import dev.icrstreams.train.network.Growth;
import dev.icrstreams.train.network.Layout;
import dev.icrstreams.train.plan.TrainingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.run.TrainingRun;
import dev.icrstreams.train.source.DigitSplit;
import dev.icrstreams.train.source.FieldWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Trains a digit network of the reader on MNIST's training half, digits drawn by other hands, and
 * candidates cut out of synthetic fields, among them what is no digit: augmentation on the fly, the
 * average of the weights as the result, and the epoch kept that is best on held-out digits and
 * candidates. The test half is looked at once, when all is decided.
 *
 * <p>The same plan on the same machine gives the same model. For one thread.
 */
public final class DigitTrainer {
  private static final int DIGITS = 10;

  private final DigitPlan plan;
  private final TrainingPlan training;
  private final Declaration declaration;
  private final ExtraFolder extra;
  private final TrainingListener listener;
  private final Layout layout;

  /** A trainer for this plan that reports to this listener; the plan names a shipped network. */
  public DigitTrainer(DigitPlan plan, TrainingListener listener) {
    this(plan, Declarations.named(plan.training().network()), null, listener);
  }

  /**
   * A trainer for this plan and declaration.
   *
   * @param extra fields of the user's own to learn from too; null for none
   */
  public DigitTrainer(
      DigitPlan plan, Declaration declaration, ExtraFolder extra, TrainingListener listener) {
    this.extra = extra;
    this.plan = plan;
    this.training = plan.training();
    this.declaration = declaration;
    this.listener = listener;
    layout = declaration.layout();
  }

  /**
   * Trains and writes the model and its metadata into the plan's directory. After each epoch that
   * is the best so far, the model as it then stands is written too.
   *
   * @return the model's file
   * @throws IOException if the data or the model to go on from cannot be read, or the model not be
   *     written
   * @throws InterruptedException if the thread is interrupted or the listener wants it; the best
   *     model so far and a checkpoint are on disk
   */
  public Path train() throws IOException, InterruptedException {
    try (DigitFitter fitter = new DigitFitter(layout, training.seed(), declaration.fitting())) {
      TrainingPlan begun = begin(fitter);
      ModelWriter writer = new ModelWriter(begun, DigitModel.FILE);
      ExtraSet<List<Sample>> own = own(writer);
      DigitSplit digits = DigitSplit.of(training);
      listener.started(training, digits.training().size(), digits.validation().size());
      FastPath.useThreads(training.threads());
      Augmenter augmenter = new Augmenter(declaration.augmentation());
      RunRecorder recorder =
          new RunRecorder(
              TrainingRun.FILE,
              begun,
              writer.data(),
              layout.parameters(),
              layout.megaflop(DigitNormaliser.SIZE),
              digits,
              Pictures.samples(digits.training(), augmenter, training.seed()));
      Scorer candidates =
          Scorer.of(
              CandidateMiner.validation(digits.validation(), training.seed() + 1)
                  .mine(0, plan.validationFields(), training.threads()));
      CandidateMiner miner = CandidateMiner.training(digits.training(), training.seed());
      try (FieldWindow<Sample> window =
              new FieldWindow<>(miner::mine, training, plan.fields(), plan.window());
          Batches batches =
              new Batches(
                  digits.training(),
                  own.lessons().stream().flatMap(List::stream).toList(),
                  training.batch(),
                  training.seed(),
                  augmenter)) {
        Task task =
            new DigitTask(
                plan,
                fitter,
                layout,
                window,
                batches,
                Scorer.of(digits.validation()),
                candidates,
                writer);
        Course.Outcome outcome =
            new Course(training, declaration.fitting(), listener, recorder, identity(own))
                .run(task);
        return Examination.hold(
            training, writer, recorder, outcome, images -> probabilities(writer, images), listener);
      }
    }
  }

  /** Loads the weights to begin with; the plan with the command that names them. */
  private TrainingPlan begin(DigitFitter fitter) throws IOException {
    if (plan.from() == null) {
      return training;
    }
    DigitModel model = DigitModel.load(plan.from());
    try {
      fitter.resume(Growth.of(FoldedWeights.of(model), layout, fitter.average()));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "cannot go on from " + model.metadata().version() + ": " + e.getMessage(), e);
    }
    return training.goingOnFrom(model);
  }

  /** What the user's own fields teach. */
  private ExtraSet<List<Sample>> own(ModelWriter writer) throws IOException {
    if (plan.from() != null) {
      writer.goesOnFrom(DigitModel.load(plan.from()).metadata());
    }
    if (extra == null) {
      return ExtraSet.none();
    }
    ExtraSet<List<Sample>> set = extra.read(new ExtraCandidates());
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

  /** Through the service's own classifier, the eleventh class masked. */
  private static float[][] probabilities(ModelWriter writer, List<Ink> images) throws IOException {
    try (DigitClassifier classifier = new DigitClassifier(writer.written())) {
      float[][] logs = classifier.logProbabilities(images);
      float[][] probabilities = new float[logs.length][DIGITS];
      for (int i = 0; i < logs.length; i++) {
        double sum = 0;
        for (int digit = 0; digit < DIGITS; digit++) {
          probabilities[i][digit] = (float) Math.exp(logs[i][digit]);
          sum += probabilities[i][digit];
        }
        for (int digit = 0; digit < DIGITS; digit++) {
          probabilities[i][digit] /= (float) sum;
        }
      }
      return probabilities;
    }
  }
}
