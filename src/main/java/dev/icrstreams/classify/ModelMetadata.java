package dev.icrstreams.classify;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known about a trained model; kept as JSON beside its file.
 *
 * @param network name of the network in the training package
 * @param version names this model in every result: the network and the first digits of its SHA-256
 * @param classes outputs of the network: 0 to 9, and "not a digit" where there is an eleventh
 * @param parameters trained numbers in the network
 * @param megaflop work for one output, which is a digit or, in a sequence network, a column; in
 *     millions of operations, a multiply-add counted as two
 * @param command the command that trains this model again
 * @param seed seed of every random choice in training
 * @param epochs epochs behind the weights that were kept
 * @param data SHA-256 of every training file, by file name
 * @param validationAccuracy share of right answers on the held-out part of the training half; null
 *     if it was not measured
 * @param testAccuracy share of right answers on the test half; null before it was measured
 * @param trainedAt when training ended, ISO 8601, UTC
 * @param sha256 SHA-256 of the model file
 * @param calibration how scores become confidences; null before calibration. Only the reading
 *     package knows its inside.
 * @param extra labelled fields of the user's own that it learned from, besides the data above; of
 *     the models that it was begun with too, oldest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ModelMetadata(
    String network,
    String version,
    int classes,
    long parameters,
    @JsonAlias("megaflopPerDigit") double megaflop,
    String command,
    long seed,
    int epochs,
    Map<String, String> data,
    Double validationAccuracy,
    Double testAccuracy,
    String trainedAt,
    String sha256,
    ObjectNode calibration,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ExtraData> extra) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * A folder of labelled fields that the model learned from.
   *
   * @param labels SHA-256 of its labels.tsv
   * @param fields how many fields were learned from
   * @param skipped how many of them were not
   * @param share of a batch that they made up at most, 0 to 1
   */
  public record ExtraData(String labels, int fields, int skipped, double share) {}

  /** Keeps a copy of what could change. */
  public ModelMetadata {
    extra = extra == null ? List.of() : List.copyOf(extra);
    data = Collections.unmodifiableMap(new TreeMap<>(data));
  }

  /** The same model with another calibration. */
  public ModelMetadata withCalibration(ObjectNode changed) {
    return new ModelMetadata(
        network,
        version,
        classes,
        parameters,
        megaflop,
        command,
        seed,
        epochs,
        data,
        validationAccuracy,
        testAccuracy,
        trainedAt,
        sha256,
        changed,
        extra);
  }

  /** The same model with its accuracy on the test half. */
  public ModelMetadata withTestAccuracy(double measured) {
    return new ModelMetadata(
        network,
        version,
        classes,
        parameters,
        megaflop,
        command,
        seed,
        epochs,
        data,
        validationAccuracy,
        measured,
        trainedAt,
        sha256,
        calibration,
        extra);
  }

  /** As indented JSON, with a newline at the end. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IOException if it is no such JSON
   */
  public static ModelMetadata fromJson(byte[] json) throws IOException {
    return JSON.readValue(json, ModelMetadata.class);
  }
}
