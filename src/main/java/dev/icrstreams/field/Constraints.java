package dev.icrstreams.field;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the number of a field must satisfy. Making one checks it.
 *
 * @param minDigits at least this many digits, 1 or more
 * @param maxDigits at most this many digits; {@link #MAX_DIGITS} if nothing was said
 * @param regex the whole number must match this RE2 expression; empty for none
 * @param checkDigit the check digit system
 * @param minimum the least value, inclusive
 * @param maximum the greatest value, inclusive
 * @param allowed the name of the list that holds the number; empty for none. Only the service knows
 *     its lists: {@link #ruleBrokenBy} does not look into them
 */
public record Constraints(
    int minDigits,
    int maxDigits,
    String regex,
    CheckDigit checkDigit,
    OptionalLong minimum,
    OptionalLong maximum,
    String allowed) {
  /** The longest number that can be asked for. */
  public static final int MAX_DIGITS = 100;

  /** The longest regular expression, in characters. */
  public static final int MAX_REGEX_LENGTH = 200;

  /** The largest compiled expression, in instructions of RE2's automaton. */
  public static final int MAX_REGEX_STATES = 2_000;

  /** Every number will do. */
  public static final Constraints NONE =
      new Constraints(
          1, MAX_DIGITS, "", CheckDigit.NONE, OptionalLong.empty(), OptionalLong.empty(), "");

  /**
   * Checks that the constraints make sense.
   *
   * @throws RejectedFieldException with {@link ErrorCode#INVALID_CONSTRAINT} if they do not
   */
  public Constraints {
    Objects.requireNonNull(checkDigit);
    Objects.requireNonNull(allowed);
    if (minDigits < 1 || maxDigits > MAX_DIGITS || minDigits > maxDigits) {
      throw invalid(
          "digits "
              + minDigits
              + " to "
              + maxDigits
              + " are not a range within 1 to "
              + MAX_DIGITS);
    }
    if (minimum.isPresent() && minimum.getAsLong() < 0) {
      throw invalid("the minimum " + minimum.getAsLong() + " is negative");
    }
    if (minimum.isPresent() && maximum.isPresent() && minimum.getAsLong() > maximum.getAsLong()) {
      throw invalid(
          "the minimum " + minimum.getAsLong() + " is above the maximum " + maximum.getAsLong());
    }
    if (!regex.isEmpty()) {
      compile(regex);
    }
  }

  /**
   * The first rule that a number of decimal digits breaks, in words such as {@code check digit
   * LUHN}; empty if it satisfies them all.
   */
  public Optional<String> ruleBrokenBy(String number) {
    if (number.length() < minDigits) {
      return Optional.of("at least " + minDigits + " digits");
    }
    if (number.length() > maxDigits) {
      return Optional.of("at most " + maxDigits + " digits");
    }
    if (!regex.isEmpty() && !compile(regex).matches(number)) {
      return Optional.of("regular expression " + regex);
    }
    if (!checkDigit.holds(number)) {
      return Optional.of("check digit " + checkDigit);
    }
    BigInteger value = new BigInteger(number);
    if (minimum.isPresent() && value.compareTo(BigInteger.valueOf(minimum.getAsLong())) < 0) {
      return Optional.of("minimum " + minimum.getAsLong());
    }
    if (maximum.isPresent() && value.compareTo(BigInteger.valueOf(maximum.getAsLong())) > 0) {
      return Optional.of("maximum " + maximum.getAsLong());
    }
    return Optional.empty();
  }

  private static Pattern compile(String regex) {
    if (regex.length() > MAX_REGEX_LENGTH) {
      throw invalid("the regular expression is longer than " + MAX_REGEX_LENGTH + " characters");
    }
    // compiling takes memory in proportion, and several states an atom
    if (ExpressionSize.isOver(regex, MAX_REGEX_STATES)) {
      throw invalid("the regular expression needs over " + MAX_REGEX_STATES + " states");
    }
    Pattern pattern;
    try {
      pattern = Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw invalid("the regular expression is wrong: " + e.getDescription());
    }
    if (pattern.programSize() > MAX_REGEX_STATES) {
      throw invalid("the regular expression needs over " + MAX_REGEX_STATES + " states");
    }
    return pattern;
  }

  private static RejectedFieldException invalid(String reason) {
    return new RejectedFieldException(ErrorCode.INVALID_CONSTRAINT, reason);
  }
}
