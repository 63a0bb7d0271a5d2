package dev.icrstreams.train.digits;

import dev.icrstreams.train.candidate.DigitFitter;
import dev.icrstreams.train.course.Task;
import dev.icrstreams.train.model.Tester;
import dev.icrstreams.train.network.Fitter;
import dev.icrstreams.train.network.Layout;
import dev.icrstreams.train.network.Network;
import java.io.IOException;
import java.util.Arrays;

/** The training of a network on samples, each of one of ten classes. */
public final class SampleTask implements Task {
  private static final int CHUNK = 128;

  private final DigitFitter fitter;
  private final Layout layout;
  private final SampleBatches batches;
  private final Samples validation;
  private final SampleTraining.Keeper keeper;

  SampleTask(
      DigitFitter fitter,
      Layout layout,
      SampleBatches batches,
      Samples validation,
      SampleTraining.Keeper keeper) {
    this.fitter = fitter;
    this.layout = layout;
    this.batches = batches;
    this.validation = validation;
    this.keeper = keeper;
  }

  @Override
  public int steps() {
    return batches.perEpoch();
  }

  @Override
  public void begin(int epoch) {
    batches.start(epoch);
  }

  @Override
  public Fitted step(double rate) throws InterruptedException {
    SampleBatches.Batch batch = batches.next();
    return fitter.step(batch.pixels(), batch.labels(), rate);
  }

  @Override
  public void skip() throws InterruptedException {
    batches.next();
  }

  @Override
  public Fitter fitter() {
    return fitter.fitter();
  }

  @Override
  public Judged judge() {
    float[][] probabilities =
        fitter.fitter().withAverage(network -> probabilities(network, layout, validation));
    int right = 0;
    double loss = 0;
    for (int i = 0; i < probabilities.length; i++) {
      int label = validation.label(i);
      right += Tester.likeliest(probabilities[i]) == label ? 1 : 0;
      loss -= Math.log(Math.max(1e-12, probabilities[i][label]));
    }
    return Judged.of((double) right / validation.size(), loss / validation.size());
  }

  @Override
  public String keep(int epoch, Judged judged) throws IOException {
    return keeper.keep(fitter.average(), epoch, judged.accuracy());
  }

  /** Class probabilities of all samples as they are: {@code [size][classes]}. */
  public static float[][] probabilities(Network network, Layout layout, Samples samples) {
    int classes = layout.classes();
    float[][] probabilities = new float[samples.size()][];
    for (int from = 0; from < samples.size(); from += CHUNK) {
      int n = Math.min(CHUNK, samples.size() - from);
      float[] values = new float[n * samples.length()];
      for (int i = 0; i < n; i++) {
        samples.encode(from + i, null, values, i * samples.length());
      }
      float[] logs = network.forward(values, n, layout.columns());
      Fitter.logSoftmax(logs, classes);
      for (int i = 0; i < n; i++) {
        probabilities[from + i] = Arrays.copyOfRange(logs, i * classes, (i + 1) * classes);
        for (int c = 0; c < classes; c++) {
          probabilities[from + i][c] = (float) Math.exp(probabilities[from + i][c]);
        }
      }
    }
    return probabilities;
  }
}
