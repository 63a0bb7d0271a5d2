package dev.icrstreams.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Constraints as named texts, the way manifests, headers and options write them: {@code
 * min_digits}, {@code max_digits}, {@code regex}, {@code check}, {@code min}, {@code max}, {@code
 * allowed}.
 */
public final class ConstraintsText {
  /** The names, in their usual order. */
  public static final List<String> NAMES =
      List.of("min_digits", "max_digits", "regex", "check", "min", "max", "allowed");

  private ConstraintsText() {}

  /**
   * The constraints that these texts ask for; absent and empty ones ask for nothing.
   *
   * @throws RejectedFieldException with {@link ErrorCode#INVALID_CONSTRAINT} if one makes no sense
   */
  public static Constraints parse(Map<String, String> texts) {
    OptionalLong minDigits = number(texts, "min_digits");
    OptionalLong maxDigits = number(texts, "max_digits");
    return new Constraints(
        digits("min_digits", minDigits.orElse(1)),
        digits("max_digits", maxDigits.orElse(Constraints.MAX_DIGITS)),
        texts.getOrDefault("regex", ""),
        checkDigit(texts.getOrDefault("check", "")),
        number(texts, "min"),
        number(texts, "max"),
        texts.getOrDefault("allowed", "").strip());
  }

  /** The texts that {@link #parse} turns into these constraints; only what is asked for. */
  public static Map<String, String> of(Constraints constraints) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (constraints.minDigits() > 1) {
      texts.put("min_digits", Integer.toString(constraints.minDigits()));
    }
    if (constraints.maxDigits() < Constraints.MAX_DIGITS) {
      texts.put("max_digits", Integer.toString(constraints.maxDigits()));
    }
    if (!constraints.regex().isEmpty()) {
      texts.put("regex", constraints.regex());
    }
    if (constraints.checkDigit() != CheckDigit.NONE) {
      texts.put("check", constraints.checkDigit().name());
    }
    constraints.minimum().ifPresent(value -> texts.put("min", Long.toString(value)));
    constraints.maximum().ifPresent(value -> texts.put("max", Long.toString(value)));
    if (!constraints.allowed().isEmpty()) {
      texts.put("allowed", constraints.allowed());
    }
    return texts;
  }

  private static OptionalLong number(Map<String, String> texts, String name) {
    String text = texts.getOrDefault(name, "").strip();
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw invalid(name + " is no whole number: " + text, e);
    }
  }

  private static int digits(String name, long value) {
    if (value < 1 || value > Constraints.MAX_DIGITS) {
      throw invalid(name + "=" + value + " is not from 1 to " + Constraints.MAX_DIGITS, null);
    }
    return (int) value;
  }

  private static CheckDigit checkDigit(String text) {
    if (text.isBlank()) {
      return CheckDigit.NONE;
    }
    try {
      return CheckDigit.valueOf(text.strip());
    } catch (IllegalArgumentException e) {
      String known =
          Stream.of(CheckDigit.values()).map(CheckDigit::name).collect(Collectors.joining(", "));
      throw invalid("check=" + text + " is none of " + known, e);
    }
  }

  private static RejectedFieldException invalid(String reason, Throwable cause) {
    return new RejectedFieldException(ErrorCode.INVALID_CONSTRAINT, reason, cause);
  }
}
