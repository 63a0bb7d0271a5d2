package dev.icrstreams.train.transfer;

import dev.icrstreams.classify.FastPath;
import dev.icrstreams.data.DigitSet;
import dev.icrstreams.field.Ink;
import dev.icrstreams.train.course.Course;
import dev.icrstreams.train.course.RunRecorder;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.digits.SampleTraining;
import dev.icrstreams.train.digits.Samples;
import dev.icrstreams.train.model.Examination;
import dev.icrstreams.train.model.ModelWriter;
import dev.icrstreams.train.network.Layout;
import dev.icrstreams.train.plan.TrainingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.run.TrainingRun;
import dev.icrstreams.train.source.DigitSplit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Puts a new head on a pretrained network: its layers up to a cut stay as they are, every image
 * goes through them once, and the head learns from what they said. Writes base and head as one
 * network of Deeplearning4j's, {@code NAME.zip}. For one thread.
 */
public final class TransferTrainer {
  private static final int BATCH = 32;

  private final TrainingPlan plan;
  private final Declaration declaration;
  private final Path weights;
  private final TrainingListener listener;

  /**
   * A trainer for this plan and declaration.
   *
   * @param weights file with the pretrained network; null to download it
   */
  public TransferTrainer(
      TrainingPlan plan, Declaration declaration, Path weights, TrainingListener listener) {
    this.plan = plan;
    this.declaration = declaration;
    this.weights = weights;
    this.listener = listener;
  }

  /**
   * Trains.
   *
   * @return the model's file
   * @throws IOException if data or weights cannot be read or downloaded, or the model not be
   *     written
   * @throws InterruptedException if the thread is interrupted or the listener wants it
   */
  public Path train() throws IOException, InterruptedException {
    ModelWriter writer = new ModelWriter(plan, plan.network() + ".zip");
    DigitSplit digits = DigitSplit.of(plan);
    FastPath.useThreads(plan.threads());
    Declaration.TransferBase from = declaration.transfer();
    ComputationGraph pretrained = PretrainedWeights.load(from.base(), weights);
    try (Base base = new Base(pretrained, from.cut(), from.size())) {
      listener.started(plan, digits.training().size(), digits.validation().size());
      Layout head =
          new Layout(declaration.name(), 1, 1, base.features(), declaration.layout().stages());
      long parameters = base.parameters() + head.parameters();
      RunRecorder recorder =
          new RunRecorder(
              TrainingRun.FILE, plan, writer.data(), parameters, null, digits, List.of());
      SampleTraining training =
          new SampleTraining(
              plan,
              declaration,
              head,
              samples(base, digits.training()),
              samples(base, digits.validation()),
              Map.of("weights", String.valueOf(weights)));
      Course.Outcome outcome =
          training.run(
              recorder,
              listener,
              (learned, epoch, accuracy) ->
                  writer.write(
                      base.with(head.packed(learned)),
                      head.classes(),
                      parameters,
                      0,
                      epoch,
                      accuracy));
      return Examination.hold(
          plan,
          writer,
          recorder,
          outcome,
          images -> probabilities(Files.readAllBytes(writer.file()), from.size(), images),
          listener);
    }
  }

  private Samples samples(Base base, DigitSet digits) {
    int all = digits.size();
    return new Samples.Computed(
        base.of(digits.images(), done -> listener.preparing("features", done, all)),
        digits.labels());
  }

  /** What the network as it was written says of images. */
  static float[][] probabilities(byte[] zip, int size, List<Ink> images) throws IOException {
    float[][] found = new float[images.size()][];
    int length = 3 * size * size;
    ComputationGraph whole =
        ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(zip), false);
    try {
      for (int from = 0; from < images.size(); from += BATCH) {
        int n = Math.min(BATCH, images.size() - from);
        float[] values = new float[n * length];
        for (int i = 0; i < n; i++) {
          Photographs.encode(images.get(from + i), size, values, i * length);
        }
        try (INDArray input = Nd4j.create(values, new long[] {n, 3, size, size}, 'c')) {
          float[][] rows = whole.outputSingle(false, input).toFloatMatrix();
          System.arraycopy(rows, 0, found, from, n);
        }
      }
    } finally {
      whole.close();
    }
    return found;
  }
}
