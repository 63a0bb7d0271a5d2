package dev.icrstreams.classify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A small network of ten classes and one channel, its batch norms' statistics random. */
final class BatchNormModel {
  private BatchNormModel() {}

  static DigitModel write(Path folder, long seed) throws IOException {
    FastPath.active();
    Nd4j.getRandom().setSeed(seed);
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(seed)
                .list()
                .layer(convolution(6))
                .layer(new BatchNormalization.Builder().activation(Activation.IDENTITY).build())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(
                    new SubsamplingLayer.Builder()
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .dataFormat(CNN2DFormat.NHWC)
                        .build())
                .layer(convolution(8))
                .layer(new BatchNormalization.Builder().activation(Activation.IDENTITY).build())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(new DenseLayer.Builder().nOut(12).activation(Activation.RELU).build())
                .layer(new OutputLayer.Builder().nOut(10).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(28, 28, 1, CNN2DFormat.NHWC))
                .build());
    network.init();
    for (INDArray each : network.paramTable().values()) {
      each.addi(Nd4j.rand(each.dataType(), each.shape()).muli(0.2));
    }
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, zip, false);
    ModelMetadata metadata =
        new ModelMetadata(
            "tiny",
            "tiny-1",
            10,
            network.numParams(),
            0.1,
            "",
            seed,
            1,
            Map.of(),
            null,
            null,
            "",
            DigitModel.sha256(zip.toByteArray()),
            null,
            java.util.List.of());
    Path file = Files.write(folder.resolve("tiny.zip"), zip.toByteArray());
    Files.write(folder.resolve("tiny.json"), metadata.toJson().getBytes(StandardCharsets.UTF_8));
    return DigitModel.load(file);
  }

  private static ConvolutionLayer convolution(int outputs) {
    return new ConvolutionLayer.Builder(3, 3)
        .padding(1, 1)
        .nOut(outputs)
        .hasBias(false)
        .activation(Activation.IDENTITY)
        .dataFormat(CNN2DFormat.NHWC)
        .build();
  }
}
