package dev.icrstreams.train.transfer;

import dev.icrstreams.classify.FastPath;
import dev.icrstreams.train.declare.Declaration.TransferBase.Base;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.deeplearning4j.zoo.PretrainedType;
import org.deeplearning4j.zoo.ZooModel;
import org.deeplearning4j.zoo.model.ResNet50;
import org.deeplearning4j.zoo.model.VGG16;

/** A network's weights as they were trained on ImageNet. Stateless. */
final class PretrainedWeights {
  private PretrainedWeights() {}

  /**
   * Loads them from a file, or with the zoo's own download, which keeps its file in the user's
   * {@code .deeplearning4j} folder and checks its checksum.
   *
   * @param file of Deeplearning4j's; null to download
   * @throws IOException if they cannot be had; the message says where else to get them
   */
  static ComputationGraph load(Base base, Path file) throws IOException {
    FastPath.active();
    return file == null ? download(base) : read(file);
  }

  private static ComputationGraph read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("There is no " + file);
    }
    try (var in = Files.newInputStream(file)) {
      return ModelSerializer.restoreComputationGraph(in, false);
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          file + " is no computation graph of Deeplearning4j's (" + e.getMessage() + ")", e);
    }
  }

  private static ComputationGraph download(Base base) throws IOException {
    ZooModel<?> zoo = zoo(base);
    try {
      return zoo.initPretrained(PretrainedType.IMAGENET);
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          String.format(
              "The weights of %s could not be downloaded (%s). Get %s by other means and give it"
                  + " with --weights",
              base, e, url(base)),
          e);
    }
  }

  /** Where the weights lie. */
  static String url(Base base) {
    return switch (base) {
      case VGG16 -> VGG16.builder().build().pretrainedUrl(PretrainedType.IMAGENET);
      case RESNET50 -> ResNet50.builder().build().pretrainedUrl(PretrainedType.IMAGENET);
    };
  }

  private static ZooModel<?> zoo(Base base) {
    return switch (base) {
      case VGG16 -> VGG16.builder().build();
      case RESNET50 -> ResNet50.builder().build();
    };
  }
}
