package dev.icrstreams.train;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.classify.FastPath;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.data.IdxFiles;
import dev.icrstreams.data.IdxFiles.Half;
import dev.icrstreams.train.extra.ExtraFolder;
import dev.icrstreams.train.extra.ExtraSet;
import dev.icrstreams.train.network.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Trains a digit network on MNIST's training half, digits drawn by other hands, and candidates cut
 * out of synthetic fields, among them what is no digit: Adam with a cosine schedule, augmentation
 * on the fly, the average of the weights as the result, and the epoch kept that is best on held-out
 * digits and candidates. The test half is looked at once, when all is decided.
 *
 * <p>The same plan on the same machine gives the same model. For one thread.
 */
public final class DigitTrainer {
  private static final int REPORT_EVERY = 10;

  private final DigitPlan plan;
  private final ExtraFolder extra;
  private final TrainingPlan training;
  private final TrainingListener listener;
  private final Layout layout;

  /** A trainer for this plan that reports to this listener. */
  public DigitTrainer(DigitPlan plan, TrainingListener listener) {
    this(plan, null, listener);
  }

  /**
   * The same, learning from the user's own fields too.
   *
   * @param extra null for none
   */
  public DigitTrainer(DigitPlan plan, ExtraFolder extra, TrainingListener listener) {
    this.extra = extra;
    this.plan = plan;
    this.training = plan.training();
    this.listener = listener;
    layout = DigitLayout.named(training.network());
  }

  /**
   * Trains and writes the model and its metadata into the plan's directory. After each epoch that
   * is the best so far, the model as it then stands is written too.
   *
   * @return the model's file
   * @throws IOException if the data or the model to go on from cannot be read, or the model not be
   *     written
   * @throws InterruptedException if the thread is interrupted; the best model so far is on disk
   */
  public Path train() throws IOException, InterruptedException {
    try (DigitFitter fitter = new DigitFitter(layout, training.seed())) {
      ModelWriter writer = new ModelWriter(begin(fitter), DigitModel.FILE);
      List<Sample> own = own(writer);
      DigitSplit digits = DigitSplit.of(training);
      listener.started(training, digits.training().size(), digits.validation().size());
      FastPath.useThreads(training.threads());
      Scorer plain = Scorer.of(digits.validation());
      Scorer candidates =
          Scorer.of(
              CandidateMiner.validation(digits.validation(), training.seed() + 1)
                  .mine(0, plan.validationFields(), training.threads()));
      CandidateMiner miner = CandidateMiner.training(digits.training(), training.seed());
      try (FieldWindow<Sample> window =
              new FieldWindow<>(miner::mine, training, plan.fields(), plan.window());
          Batches batches =
              new Batches(digits.training(), own, training.batch(), training.seed())) {
        return fit(fitter, window, batches, plain, candidates, writer);
      }
    }
  }

  /** Loads the weights to begin with; the plan with the command that names them. */
  private TrainingPlan begin(DigitFitter fitter) throws IOException {
    if (plan.from() == null) {
      return training;
    }
    DigitModel model = DigitModel.load(plan.from());
    fitter.resume(Transfer.weights(model, layout));
    return training.goingOnFrom(model);
  }

  /** What the user's own fields teach. */
  private List<Sample> own(ModelWriter writer) throws IOException {
    if (plan.from() != null) {
      writer.goesOnFrom(DigitModel.load(plan.from()).metadata());
    }
    if (extra == null) {
      return List.of();
    }
    ExtraSet<List<Sample>> set = extra.read(new ExtraCandidates());
    listener.extraRead(set.lessons().size(), set.skipped());
    writer.learnsFrom(set, extra.directory());
    return set.lessons().stream().flatMap(List::stream).toList();
  }

  private Path fit(
      DigitFitter fitter,
      FieldWindow<Sample> window,
      Batches batches,
      Scorer plain,
      Scorer candidates,
      ModelWriter writer)
      throws IOException, InterruptedException {
    int steps = batches.perEpoch() * training.epochs();
    CosineSchedule schedule =
        new CosineSchedule(
            training.learningRate(), Math.min(batches.perEpoch(), steps / 10), steps);
    EarlyStopping stopping = new EarlyStopping(training.patience());
    Stopwatch watch = new Stopwatch(steps, training.batch());
    double kept = 0;
    if (plan.from() != null) {
      Scorer.Score begun = fitter.score(plain);
      listener.begun(begun.loss(), begun.accuracy());
      listener.fieldsRead(Map.of("candidates", fitter.score(candidates).accuracy()));
    }
    for (int epoch = 1; epoch <= training.epochs() && !stopping.exhausted(); epoch++) {
      batches.start(epoch, window.next());
      double loss = runEpoch(fitter, batches, epoch, schedule, watch);
      Scorer.Score digits = fitter.score(plain);
      Scorer.Score cut = fitter.score(candidates);
      boolean best = stopping.better((digits.accuracy() + cut.accuracy()) / 2, cut.loss());
      if (best) {
        kept = digits.accuracy();
        writer.write(
            layout.packed(fitter.average()),
            layout.classes(),
            layout.megaflop(DigitNormaliser.SIZE),
            epoch,
            kept);
      }
      listener.epochEnded(
          new TrainingListener.Epoch(
              epoch,
              loss,
              digits.loss(),
              digits.accuracy(),
              best,
              watch.imagesPerSecond(),
              watch.secondsLeft()));
      listener.fieldsRead(Map.of("candidates", cut.accuracy()));
    }
    return finish(writer, stopping.bestEpoch(), kept);
  }

  private double runEpoch(
      DigitFitter fitter, Batches batches, int epoch, CosineSchedule schedule, Stopwatch watch)
      throws InterruptedException {
    int steps = batches.perEpoch();
    double loss = 0;
    for (int step = 1; step <= steps; step++) {
      double rate = schedule.valueAt((epoch - 1) * steps + step - 1, epoch);
      loss += fitter.step(batches.next(), rate);
      watch.step();
      if (step % REPORT_EVERY == 0) {
        listener.progressed(
            new TrainingListener.Progress(
                epoch, step, steps, loss / step, watch.imagesPerSecond(), watch.secondsLeft()));
      }
    }
    return loss / steps;
  }

  /** The only look at the test half: the best model as it was written, nothing left to choose. */
  private Path finish(ModelWriter writer, int epoch, double validationAccuracy) throws IOException {
    Double testAccuracy = null;
    if (hasTestHalf()) {
      DigitSet test = IdxFiles.read(training.data(), Half.TEST);
      testAccuracy = DigitScore.of(writer.written(), test).value();
      writer.addTestAccuracy(testAccuracy);
    }
    listener.finished(writer.file(), epoch, validationAccuracy, testAccuracy);
    return writer.file();
  }

  private boolean hasTestHalf() {
    try {
      return !IdxFiles.files(training.data(), Half.TEST).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
