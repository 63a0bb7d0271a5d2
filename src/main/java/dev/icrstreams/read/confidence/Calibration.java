package dev.icrstreams.read.confidence;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.icrstreams.classify.ModelMetadata;
import dev.icrstreams.config.ConfigException;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What raw scores are worth, measured on held-out fields and stored with the model. Immutable, so
 * threads may share it.
 *
 * @param temperature divides the CNN's log-probabilities (Guo, Pleiss, Sun and Weinberger, "On
 *     calibration of modern neural networks", 2017)
 * @param weights of {@link Evidence}, in its order: together with the bends they make the score;
 *     empty: the score is the search's log-odds
 * @param bends where what a piece of evidence adds to the score changes its slope
 * @param curve score to probability that the whole number is right, both rising; linear between its
 *     points, level outside
 * @param risk how many of the held-out fields with a confidence at or above each level there were,
 *     and how many of them were wrong; levels falling
 * @param blanks how many held-out fields held a number, and how many of these came out as blank:
 *     unlike the share of wrong ones among blanks, it does not depend on how many fields are blank
 * @param fields how many held-out fields it was measured on
 * @param source the recipe, the data and the seed of these fields
 */
@JsonPropertyOrder({
  "source",
  "fields",
  "temperature",
  "weights",
  "bends",
  "blanks",
  "curve",
  "risk"
})
public record Calibration(
    double temperature,
    List<Double> weights,
    List<Bend> bends,
    List<Point> curve,
    List<Risk> risk,
    Risk blanks,
    int fields,
    String source) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Takes scores as they are and accepts nothing: for measuring, and for models without one. */
  public static final Calibration NONE =
      new Calibration(1, List.of(), List.of(), List.of(), List.of(), new Risk(0, 0, 0), 0, "none");

  /**
   * Beyond a value, a piece of evidence counts for more or less than before it: piecewise linear
   * terms of an additive model (Hastie and Tibshirani, 1986).
   *
   * @param evidence its index
   * @param at the value
   * @param weight what is added to its weight beyond that
   */
  public record Bend(int evidence, double at, double weight) {}

  /**
   * A point of the curve.
   *
   * @param score the raw score
   * @param probability 0 to 1
   */
  public record Point(double score, double probability) {}

  /**
   * What came of accepting at a level.
   *
   * @param confidence the level
   * @param accepted held-out fields at or above it
   * @param wrong how many of them were wrong
   */
  public record Risk(double confidence, int accepted, int wrong) {}

  /** Copies the lists. */
  public Calibration {
    weights = List.copyOf(weights);
    bends = bends == null ? List.of() : List.copyOf(bends);
    curve = List.copyOf(curve);
    risk = List.copyOf(risk);
  }

  /** The same with another temperature. */
  public Calibration withTemperature(double changed) {
    return new Calibration(changed, weights, bends, curve, risk, blanks, fields, source);
  }

  /** The same with other weights and bends. */
  public Calibration withWeights(double[] changed, List<Bend> changedBends) {
    return new Calibration(
        temperature,
        DoubleStream.of(changed).boxed().toList(),
        changedBends,
        curve,
        risk,
        blanks,
        fields,
        source);
  }

  /** The same with another risk. */
  public Calibration withRisk(List<Risk> changed) {
    return new Calibration(temperature, weights, bends, curve, changed, blanks, fields, source);
  }

  /**
   * The one stored with a model; {@link #NONE} if there is none.
   *
   * @throws ConfigException if it is of another version of the reader
   */
  public static Calibration storedWith(ModelMetadata model) {
    Calibration calibration = fromJson(model.calibration());
    if (!calibration.weights.isEmpty() && calibration.weights.size() != Evidence.LENGTH) {
      throw new ConfigException(
          "the model "
              + model.version()
              + " was calibrated for another version of the reader; calibrate it anew: icr train"
              + " --calibrate-only");
    }
    return calibration;
  }

  /** The one stored as JSON; {@link #NONE} if there is nothing. */
  public static Calibration fromJson(JsonNode json) {
    return json == null || json.isNull() || json.isEmpty()
        ? NONE
        : JSON.convertValue(json, Calibration.class);
  }

  /** As JSON, to be stored with the model. */
  public ObjectNode toJson() {
    return JSON.valueToTree(this);
  }

  /**
   * The probability, 0 to 1, that a number of this {@link Evidence} is right; by log-odds alone
   * without weights.
   */
  public double confidence(double logOdds, double[] evidence) {
    return weights.isEmpty() ? 1 / (1 + Math.exp(-logOdds)) : confidence(score(evidence));
  }

  /** The raw score of this evidence. */
  public double score(double[] evidence) {
    double score = 0;
    for (int i = 0; i < evidence.length; i++) {
      score += adds(i, evidence[i]);
    }
    return score;
  }

  /** What a piece of evidence with this value adds to the score. */
  public double adds(int evidence, double value) {
    double adds = weights.get(evidence) * value;
    for (Bend bend : bends) {
      if (bend.evidence() == evidence && value > bend.at()) {
        adds += bend.weight() * (value - bend.at());
      }
    }
    return adds;
  }

  /** How much that changes with the value, where it stands. */
  public double slope(int evidence, double value) {
    return weights.get(evidence)
        + bends.stream()
            .filter(bend -> bend.evidence() == evidence && value > bend.at())
            .mapToDouble(Bend::weight)
            .sum();
  }

  /** The probability, 0 to 1, that a number with this raw score is right. */
  public double confidence(double score) {
    int above = 0;
    while (above < curve.size() && curve.get(above).score() < score) {
      above++;
    }
    if (above == 0) {
      return curve.get(0).probability();
    }
    Point low = curve.get(above - 1);
    if (above == curve.size()) {
      return low.probability();
    }
    Point high = curve.get(above);
    double share = (score - low.score()) / (high.score() - low.score());
    return low.probability() + share * (high.probability() - low.probability());
  }
}
