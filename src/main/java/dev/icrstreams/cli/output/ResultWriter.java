package dev.icrstreams.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.icrstreams.client.Result;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Writes results to standard output: TSV with a header line, or JSON, one object a line. Every
 * result is flushed, so that a pipe sees it at once.
 */
public final class ResultWriter {
  /** The formats. */
  public enum Format {
    /** Tab-separated values with a header line. */
    TSV,
    /** One JSON object a line. */
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final JsonMapper JSON_MAPPER = JsonMapper.builder().build();
  private static final int SIGNIFICANT_DIGITS = 8;

  private final PrintWriter out;
  private final Format format;

  public ResultWriter(PrintWriter out, Format format) {
    this.out = out;
    this.format = format;
    if (format == Format.TSV) {
      out.print("file_or_id\tnumber\tconfidence\tdecision\treason\n");
      out.flush();
    }
  }

  public void write(Result result) {
    out.print(format == Format.TSV ? tsv(result) : json(result));
    out.print('\n');
    out.flush();
  }

  private static String tsv(Result result) {
    return String.join(
        "\t",
        escaped(result.id()),
        escaped(result.number()),
        decimal(result.confidence()),
        decision(result),
        escaped(result.reason()));
  }

  private static String json(Result result) {
    ObjectNode object = JSON_MAPPER.createObjectNode();
    object.put("file_or_id", result.id());
    object.put("number", result.number());
    if (result.confidence().isPresent()) {
      object.put("confidence", new BigDecimal(decimal(result.confidence())));
    } else {
      object.putNull("confidence");
    }
    object.put("decision", decision(result));
    object.put("reason", result.reason());
    try {
      return JSON_MAPPER.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("five plain values always make JSON", e);
    }
  }

  private static String decision(Result result) {
    return result.route().name().toLowerCase(Locale.ROOT);
  }

  /** With a decimal point and enough digits to tell 0.999999 from 1. */
  public static String decimal(OptionalDouble value) {
    if (value.isEmpty()) {
      return "";
    }
    double number = value.getAsDouble();
    int zeros = number > 0 && number < 1 ? (int) -Math.floor(Math.log10(number)) - 1 : 0;
    return BigDecimal.valueOf(number)
        .setScale(SIGNIFICANT_DIGITS + zeros, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  public static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}
