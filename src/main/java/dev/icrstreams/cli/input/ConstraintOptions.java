package dev.icrstreams.cli.input;

import dev.icrstreams.config.ConfigException;
import dev.icrstreams.field.Constraints;
import dev.icrstreams.field.ConstraintsText;
import dev.icrstreams.field.RejectedFieldException;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Constraints for every field of a command that has none of its own. */
public final class ConstraintOptions {
  private final Map<String, String> texts = new HashMap<>();

  @Option(
      names = "--min-digits",
      paramLabel = "N",
      description = "Every number has at least N digits.")
  public void minDigits(String text) {
    texts.put("min_digits", text);
  }

  @Option(
      names = "--max-digits",
      paramLabel = "N",
      description = "Every number has at most N digits.")
  public void maxDigits(String text) {
    texts.put("max_digits", text);
  }

  @Option(
      names = "--regex",
      paramLabel = "RE2",
      description = "Every number matches this RE2 expression as a whole.")
  public void regex(String text) {
    texts.put("regex", text);
  }

  @Option(
      names = "--check",
      paramLabel = "SYSTEM",
      description = "Check digit: LUHN, MOD11, MOD97, MOD11_10 or EAN.")
  public void check(String text) {
    texts.put("check", text);
  }

  @Option(names = "--min", paramLabel = "N", description = "Every number is at least N.")
  public void minimum(String text) {
    texts.put("min", text);
  }

  @Option(names = "--max", paramLabel = "N", description = "Every number is at most N.")
  public void maximum(String text) {
    texts.put("max", text);
  }

  @Option(
      names = "--allowed",
      paramLabel = "NAME",
      description =
          "Every number is in the list of that name, which the one who reads has as"
              + " icr.allowed.NAME.")
  public void allowed(String text) {
    texts.put("allowed", text);
  }

  public Constraints constraints() {
    try {
      return ConstraintsText.parse(texts);
    } catch (RejectedFieldException e) {
      throw new ConfigException(e.getMessage());
    }
  }
}
