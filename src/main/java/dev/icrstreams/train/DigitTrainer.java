package dev.icrstreams.train;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.DigitNormaliser;
import dev.icrstreams.classify.FastPath;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.data.IdxFiles;
import dev.icrstreams.data.IdxFiles.Half;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * Trains a digit network on MNIST's training half: Adam with a cosine schedule, augmentation on the
 * fly, the average of the weights as the result, and the best epoch on held-out digits kept. The
 * test half is looked at once, when all is decided.
 *
 * <p>The same plan on the same machine gives the same model. For one thread.
 */
public final class DigitTrainer {
  private static final int REPORT_EVERY = 10;

  private final TrainingPlan plan;
  private final TrainingListener listener;

  /** A trainer for this plan that reports to this listener. */
  public DigitTrainer(TrainingPlan plan, TrainingListener listener) {
    this.plan = plan;
    this.listener = listener;
  }

  /**
   * Trains and writes the model and its metadata into the plan's directory. After each epoch that
   * is the best so far, the model as it then stands is written too.
   *
   * @return the model's file
   * @throws IOException if data cannot be read or the model not be written
   * @throws InterruptedException if the thread is interrupted; the best model so far is on disk
   */
  public Path train() throws IOException, InterruptedException {
    OneDnnLayers.enable();
    DigitSplit samples = DigitSplit.of(plan);
    listener.started(plan, samples.training().size(), samples.validation().size());
    FastPath.useThreads(plan.threads());
    try (Batches batches = new Batches(samples.training(), plan.batch(), plan.seed())) {
      return fit(batches, new Scorer(samples.validation()));
    }
  }

  private Path fit(Batches batches, Scorer validation) throws IOException, InterruptedException {
    NetworkLayout layout = NetworkLayout.named(plan.network());
    int steps = batches.perEpoch() * plan.epochs();
    MultiLayerNetwork network =
        layout.build(
            Labels.CLASSES,
            plan.seed(),
            new Adam(new CosineSchedule(plan.learningRate(), batches.perEpoch(), steps)));
    OneDnnLayers.check(network);
    MultiLayerNetwork averaged = layout.build(Labels.CLASSES, plan.seed(), new NoOp());
    WeightAverage average = new WeightAverage(network.params());
    EarlyStopping stopping = new EarlyStopping(plan.patience());
    ModelWriter writer = new ModelWriter(plan, DigitModel.FILE);
    Stopwatch watch = new Stopwatch(steps, plan.batch());
    for (int epoch = 1; epoch <= plan.epochs() && !stopping.exhausted(); epoch++) {
      double loss = runEpoch(network, average, batches, epoch, watch);
      averaged.setParams(average.weights());
      Scorer.Score score = validation.score(averaged);
      boolean best = stopping.better(score.accuracy(), score.loss());
      if (best) {
        writer.write(
            averaged, Labels.CLASSES, Workload.megaflop(averaged), epoch, score.accuracy());
      }
      listener.epochEnded(
          new TrainingListener.Epoch(
              epoch,
              loss,
              score.loss(),
              score.accuracy(),
              best,
              watch.imagesPerSecond(),
              watch.secondsLeft()));
    }
    return finish(writer, stopping);
  }

  private double runEpoch(
      MultiLayerNetwork network, WeightAverage average, Batches batches, int epoch, Stopwatch watch)
      throws InterruptedException {
    batches.start(epoch);
    double loss = 0;
    for (int step = 1; step <= batches.perEpoch(); step++) {
      loss += step(network, batches.next());
      average.add(network.params());
      watch.step();
      if (step % REPORT_EVERY == 0) {
        listener.progressed(
            new TrainingListener.Progress(
                epoch,
                step,
                batches.perEpoch(),
                loss / step,
                watch.imagesPerSecond(),
                watch.secondsLeft()));
      }
    }
    return loss / batches.perEpoch();
  }

  private static double step(MultiLayerNetwork network, Batches.Batch batch) {
    int n = batch.labels().length;
    long[] shape = {n, DigitNormaliser.SIZE, DigitNormaliser.SIZE, 1};
    try (INDArray pixels = Nd4j.create(batch.pixels(), shape, 'c');
        INDArray labels = Labels.oneHot(batch.labels())) {
      network.fit(pixels, labels);
      return network.score() - network.calcRegularizationScore(true);
    }
  }

  /** The only look at the test half: the best model as it was written, nothing left to choose. */
  private Path finish(ModelWriter writer, EarlyStopping stopping) throws IOException {
    Double testAccuracy = null;
    if (hasTestHalf()) {
      DigitSet test = IdxFiles.read(plan.data(), Half.TEST);
      testAccuracy = new Scorer(test).score(writer.written().network()).accuracy();
      writer.addTestAccuracy(testAccuracy);
    }
    listener.finished(writer.file(), stopping.bestEpoch(), stopping.bestAccuracy(), testAccuracy);
    return writer.file();
  }

  private boolean hasTestHalf() {
    try {
      return !IdxFiles.files(plan.data(), Half.TEST).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
