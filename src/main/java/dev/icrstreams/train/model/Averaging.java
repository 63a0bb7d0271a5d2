package dev.icrstreams.train.model;

import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.ModelMetadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean of several models' weights. Of models that went on from one another it reads mostly
 * better than each of them, at the cost of one: M. Wortsman et al., "Model soups: averaging weights
 * of multiple fine-tuned models improves accuracy without increasing inference time", ICML 2022. Of
 * models that were trained apart it reads nothing. Stateless.
 */
public final class Averaging {
  private Averaging() {}

  /**
   * A model with the mean of the weights; not calibrated, its accuracies not measured.
   *
   * @param models two or more of one network, each with the same weight
   * @throws IOException if a file holds no network, or they are not of one
   */
  public static DigitModel of(List<DigitModel> models) throws IOException {
    DigitModel first = models.get(0);
    MultiLayerNetwork network = first.network();
    INDArray sum = network.params().dup();
    for (DigitModel other : models.subList(1, models.size())) {
      MultiLayerNetwork next = other.network();
      if (!shapes(next).equals(shapes(network))) {
        throw new IOException(
            first.metadata().version()
                + " and "
                + other.metadata().version()
                + " differ in layout");
      }
      sum.addi(next.params());
    }
    network.setParams(sum.divi(models.size()));
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, zip, false);
    return DigitModel.of(zip.toByteArray(), metadata(models, zip.toByteArray()));
  }

  private static Map<String, String> shapes(MultiLayerNetwork network) {
    return network.paramTable().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().shapeInfoToString()));
  }

  private static ModelMetadata metadata(List<DigitModel> models, byte[] file) {
    ModelMetadata first = models.get(0).metadata();
    Map<String, String> data = new TreeMap<>();
    Set<ModelMetadata.ExtraData> extra = new LinkedHashSet<>();
    int epochs = 0;
    for (DigitModel model : models) {
      data.putAll(model.metadata().data());
      extra.addAll(model.metadata().extra());
      epochs = Math.max(epochs, model.metadata().epochs());
    }
    String sha256 = DigitModel.sha256(file);
    return new ModelMetadata(
        first.network(),
        ModelWriter.version(first.network(), sha256),
        first.classes(),
        first.parameters(),
        first.megaflop(),
        models.stream()
            .map(model -> model.metadata().version())
            .collect(Collectors.joining(", ", "./icr average MODEL.zip... --out FILE # ", "")),
        first.seed(),
        epochs,
        data,
        null,
        null,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        sha256,
        null,
        List.copyOf(extra));
  }
}
