package dev.icrstreams.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.ModelMetadata;
import dev.icrstreams.train.source.DigitSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/** Writes a plan's model and metadata, each complete or not at all. For one thread. */
public final class ModelWriter {
  private static final int VERSION_DIGITS = 8;

  private final TrainingPlan plan;
  private final Path file;
  private final Map<String, String> data = new TreeMap<>();

  /**
   * A writer into the plan's directory, which is made if need be.
   *
   * @param name file name of the model
   * @throws IOException if the training data, whose hashes go with the model, are not there
   */
  public ModelWriter(TrainingPlan plan, String name) throws IOException {
    this.plan = plan;
    this.file = plan.out().resolve(name);
    data.putAll(DigitSource.open(plan.data()).hashes());
    Files.createDirectories(plan.out());
  }

  /** SHA-256 of the training data, by file name. */
  public Map<String, String> data() {
    return data;
  }

  /** Where the model goes. */
  public Path file() {
    return file;
  }

  /**
   * Writes a network that has no training state.
   *
   * @param megaflop work for one output, see {@link ModelMetadata}
   * @param epoch epochs behind its weights
   * @param validation share of right answers on what was held out
   * @return its version
   */
  public String write(
      MultiLayerNetwork network, int classes, double megaflop, int epoch, double validation)
      throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, zip, false);
    return write(zip.toByteArray(), classes, network.numParams(), megaflop, epoch, validation);
  }

  /**
   * Writes a model of any kind.
   *
   * @param content of the file
   * @param parameters numbers that it keeps
   * @param megaflop work for one output; 0 if it is not known
   * @return its version
   */
  public String write(
      byte[] content, int classes, long parameters, double megaflop, int epoch, double validation)
      throws IOException {
    String sha256 = DigitModel.sha256(content);
    String version = plan.network() + "-" + sha256.substring(0, VERSION_DIGITS);
    replace(file, content);
    save(
        new ModelMetadata(
            plan.network(),
            version,
            classes,
            parameters,
            megaflop,
            plan.command(),
            plan.seed(),
            epoch,
            data,
            validation,
            null,
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
            sha256,
            null));
    return version;
  }

  /** The model as it is on disk. */
  public DigitModel written() throws IOException {
    return DigitModel.load(file);
  }

  /** Notes the accuracy on the test half. */
  public void addTestAccuracy(double accuracy) throws IOException {
    save(written().metadata().withTestAccuracy(accuracy));
  }

  void addCalibration(ObjectNode calibration) throws IOException {
    save(written().metadata().withCalibration(calibration));
  }

  private void save(ModelMetadata metadata) throws IOException {
    replace(
        file.resolveSibling(DigitModel.metadataName(file.getFileName().toString())),
        metadata.toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static void replace(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, content);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
