package dev.icrstreams.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Metrics as JSON for programs and as a table for people. The JSON's names are public API. */
public final class MetricsText {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private MetricsText() {}

  /**
   * One JSON object on one line. Its first names are {@code accuracy, fields, accepted,
   * acceptedWrong, falseAccepts, coverageAt1, coverageAt01, ece}, in this order; shares are
   * fractions of 1, {@code accepted} to {@code falseAccepts} are counts.
   */
  public static String json(Metrics metrics) {
    ObjectNode json = JSON.createObjectNode();
    json.put("accuracy", metrics.accuracy().value());
    json.put("fields", metrics.fields());
    json.put("accepted", metrics.accepted().count());
    json.put("acceptedWrong", metrics.acceptedWrong().count());
    json.put("falseAccepts", metrics.falseAccepts().count());
    json.put("coverageAt1", metrics.coverageAt1().value());
    json.put("coverageAt01", metrics.coverageAt01().value());
    json.put("ece", metrics.reliability().expectedCalibrationError());
    json.put("numbers", metrics.accuracy().of());
    json.put("right", metrics.accuracy().count());
    json.put("digitAccuracy", metrics.digitAccuracy());
    json.put("blanks", metrics.blanks().count());
    json.put("blankWrong", metrics.blankWrong().count());
    json.put("rejected", metrics.rejected().count());
    interval(json, "accuracyInterval", metrics.accuracy());
    interval(json, "acceptedInterval", metrics.accepted());
    interval(json, "acceptedWrongInterval", metrics.acceptedWrong());
    interval(json, "falseAcceptsInterval", metrics.falseAccepts());
    ArrayNode curve = json.putArray("riskCoverage");
    for (RiskCoverage.Point point : metrics.curve().points()) {
      curve.addArray().add(point.confidence()).add(point.accepted()).add(point.wrong());
    }
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A table, a line a metric, with 95 % intervals. */
  public static String table(Metrics metrics) {
    return String.join(
            "\n",
            List.of(
                String.format("%-28s %8d", "fields", metrics.fields()),
                line("number read exactly", metrics.accuracy()),
                percent("digits right", metrics.digitAccuracy()),
                line("accepted", metrics.accepted()),
                line("wrong among accepted", metrics.acceptedWrong()),
                line("false accepts", metrics.falseAccepts()),
                line("out as blank", metrics.blanks()),
                line("wrong among blank", metrics.blankWrong()),
                line("rejected", metrics.rejected()),
                percent("coverage at 1 % error", metrics.coverageAt1().value()),
                percent("coverage at 0.1 % error", metrics.coverageAt01().value()),
                percent(
                    "expected calibration error",
                    metrics.reliability().expectedCalibrationError())))
        + "\n";
  }

  private static void interval(ObjectNode json, String name, Share share) {
    json.putArray(name).add(share.low()).add(share.high());
  }

  private static String percent(String name, double share) {
    return String.format(Locale.ROOT, "%-28s %8.2f %%", name, 100 * share);
  }

  private static String line(String name, Share share) {
    if (share.of() == 0) {
      return String.format(Locale.ROOT, "%-28s        -    (there is none)", name);
    }
    return percent(name, share.value())
        + String.format(
            Locale.ROOT,
            "  (%d of %d; 95 %%: %.2f to %.2f)",
            share.count(),
            share.of(),
            100 * share.low(),
            100 * share.high());
  }
}
