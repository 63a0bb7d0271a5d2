package dev.icrstreams.train.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.icrstreams.train.Strokes;
import dev.icrstreams.train.declare.Declaration;
import dev.icrstreams.train.declare.Declaration.TransferBase.Base;
import dev.icrstreams.train.declare.Declarations;
import dev.icrstreams.train.plan.PausingListener;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.run.TrainingRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;

/** The way that real weights go, with small ones of VGG's kind made on the spot. */
class TransferTrainerTest {
  private static final String SMALL =
      """
      kind: transfer
      summary: small
      transfer: {base: vgg16, cut: %s, size: 16}
      layers: [{dense: 32}, {dropout: 0.1}]
      training: {batch: 10, epochs: 12, validation: 0.2, rate: 0.01}
      """;

  @TempDir private Path folder;

  @Test
  void aNewHeadLearnsFromFrozenLayers() throws Exception {
    Strokes.write(folder, "train", 300, 3);
    Strokes.write(folder, "t10k", 50, 4);
    Path file = trainer("block2_pool", weights()).train();
    TrainingRun run = TrainingRun.read(folder.resolve("out"));
    assertTrue(run.test().right() >= 40, run.test().right() + " of 50 right");
    // the head is small beside what the base keeps, and the old head is gone
    assertEquals(8 * 28 + 24 * 73 + 32 * 25 + 10 * 33, run.parameters());
    try (var in = Files.newInputStream(file)) {
      ComputationGraph whole = ModelSerializer.restoreComputationGraph(in, false);
      assertEquals(run.parameters(), whole.numParams());
      assertEquals(
          weightsOf(weights()), whole.getLayer("block1_conv1").params().sumNumber().doubleValue());
    }
  }

  @Test
  void namesTheLastLayersForOneThatThereIsNot() throws IOException {
    Strokes.write(folder, "train", 100, 3);
    String message =
        assertThrows(IOException.class, () -> trainer("block9_pool", weights()).train())
            .getMessage();
    assertTrue(message.contains("block9_pool") && message.contains("predictions"), message);
  }

  @Test
  void namesAFileThatIsNoNetwork() throws IOException {
    Strokes.write(folder, "train", 100, 3);
    Path text = Files.writeString(folder.resolve("weights.zip"), "no network");
    assertTrue(
        assertThrows(IOException.class, () -> trainer("fc1", text).train())
            .getMessage()
            .contains(text.toString()));
    Path none = folder.resolve("none.zip");
    assertEquals(
        "There is no " + none,
        assertThrows(IOException.class, () -> trainer("fc1", none).train()).getMessage());
  }

  @Test
  void knowsWhereBothNetworksOfTheZooLie() {
    for (Base base : Base.values()) {
      assertTrue(PretrainedWeights.url(base).startsWith("https://"), PretrainedWeights.url(base));
    }
  }

  private TransferTrainer trainer(String cut, Path weights) throws IOException {
    Path file = folder.resolve("small.yml");
    Files.writeString(file, SMALL.formatted(cut));
    Declaration declaration = Declarations.find(file.toString());
    TrainingPlan plan = TrainingPlan.of(declaration, folder, folder.resolve("out"));
    return new TransferTrainer(plan, declaration, weights, PausingListener.never());
  }

  private static double weightsOf(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return ModelSerializer.restoreComputationGraph(in, false)
          .getLayer("block1_conv1")
          .params()
          .sumNumber()
          .doubleValue();
    }
  }

  /** Two blocks of convolutions and a head, for images of another size and other classes. */
  private Path weights() throws IOException {
    ComputationGraph graph =
        new ComputationGraph(
            new NeuralNetConfiguration.Builder()
                .seed(7)
                .graphBuilder()
                .addInputs("input")
                .setInputTypes(InputType.convolutional(32, 32, 3))
                .addLayer("block1_conv1", convolution(8), "input")
                .addLayer("block1_pool", pooling(), "block1_conv1")
                .addLayer("block2_conv1", convolution(24), "block1_pool")
                .addLayer("block2_pool", pooling(), "block2_conv1")
                .addLayer(
                    "fc1",
                    new DenseLayer.Builder().nOut(20).activation(Activation.RELU).build(),
                    "block2_pool")
                .addLayer(
                    "predictions",
                    new OutputLayer.Builder().nOut(50).activation(Activation.SOFTMAX).build(),
                    "fc1")
                .setOutputs("predictions")
                .build());
    graph.init();
    Path file = folder.resolve("base.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      ModelSerializer.writeModel(graph, out, false);
    }
    return file;
  }

  private static ConvolutionLayer convolution(int channels) {
    return new ConvolutionLayer.Builder(3, 3)
        .padding(1, 1)
        .nOut(channels)
        .activation(Activation.RELU)
        .build();
  }

  private static SubsamplingLayer pooling() {
    return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
        .kernelSize(2, 2)
        .stride(2, 2)
        .build();
  }
}
