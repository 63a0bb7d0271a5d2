package dev.icrstreams.train.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.icrstreams.classify.DigitModel;
import dev.icrstreams.classify.ModelMetadata;
import dev.icrstreams.train.extra.ExtraSet;
import dev.icrstreams.train.extra.ExtraShare;
import dev.icrstreams.train.plan.TrainingPlan;
import dev.icrstreams.train.source.DigitSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/** Writes a plan's model and metadata, each complete or not at all. For one thread. */
public final class ModelWriter {
  private static final int VERSION_DIGITS = 8;
  private static final String OWN_LABELS = "labels of --extra";

  private final TrainingPlan plan;
  private final Path file;
  private final Map<String, String> data = new TreeMap<>();
  private final Map<String, String> own = new TreeMap<>();
  private final List<ModelMetadata.ExtraData> extra = new ArrayList<>();

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

  /** What the model begun with has learned from, this one has too. */
  public void goesOnFrom(ModelMetadata begun) {
    extra.addAll(begun.extra());
  }

  /**
   * The model learns from labelled fields of the user's own.
   *
   * @param folder of the fields, to name it where nothing can be learned from it
   * @throws IOException if none of them can be used
   */
  public void learnsFrom(ExtraSet<?> set, Path folder) throws IOException {
    int used = set.lessons().size();
    int skipped = set.skipped().size();
    if (used == 0) {
      throw new IOException(
          "none of the " + skipped + " fields in " + folder + " can be learned from");
    }
    own.put(OWN_LABELS, set.sha256());
    extra.add(new ModelMetadata.ExtraData(set.sha256(), used, skipped, ExtraShare.MOST));
  }

  /** SHA-256 of the training data, by file name, and of the labels of the user's own fields. */
  public Map<String, String> data() {
    Map<String, String> all = new TreeMap<>(data);
    all.putAll(own);
    return all;
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
    String version = version(plan.network(), sha256);
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
            null,
            extra));
    return version;
  }

  /** What a model is called. */
  static String version(String network, String sha256) {
    return network + "-" + sha256.substring(0, VERSION_DIGITS);
  }

  /** The model as it is on disk. */
  public DigitModel written() throws IOException {
    return DigitModel.load(file);
  }

  /** Notes the accuracy on the test half. */
  public void addTestAccuracy(double accuracy) throws IOException {
    save(written().metadata().withTestAccuracy(accuracy));
  }

  /**
   * Notes what the reader's scores with this model are worth.
   *
   * @param calibration as {@link dev.icrstreams.read.confidence.Calibration#toJson} gives it
   * @throws IOException if no model is written yet, or the metadata cannot be
   */
  public void addCalibration(ObjectNode calibration) throws IOException {
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
