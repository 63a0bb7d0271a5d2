package dev.icrstreams.field;

import java.time.Instant;

/**
 * A person's answer to a review item. Immutable.
 *
 * @param fieldId the review item's field id
 * @param formId its form id; may be empty
 * @param fieldName its field's name; may be empty
 * @param origin the input record that is answered
 * @param imageSha256 of the image file, in hexadecimal; may be empty
 * @param modelVersion the model whose reading was in doubt; may be empty
 * @param verdict what the person saw
 * @param number the number where the verdict is {@link Outcome#NUMBER}, else empty
 * @param reviewer who answered; may be empty
 * @param decidedAt when
 */
public record Correction(
    String fieldId,
    String formId,
    String fieldName,
    Origin origin,
    String imageSha256,
    String modelVersion,
    Outcome verdict,
    String number,
    String reviewer,
    Instant decidedAt) {
  /**
   * Checks that verdict and number go together.
   *
   * @throws IllegalArgumentException if they do not; the message holds nothing of the number
   */
  public Correction {
    if (fieldId.isEmpty()) {
      throw new IllegalArgumentException("the field id is empty");
    }
    boolean isNumber = number.matches("[0-9]{1," + Constraints.MAX_DIGITS + "}");
    if (verdict == Outcome.NUMBER && !isNumber) {
      throw new IllegalArgumentException(
          "the number must be 1 to " + Constraints.MAX_DIGITS + " digits");
    }
    if (verdict != Outcome.NUMBER && !number.isEmpty()) {
      throw new IllegalArgumentException("a field that is " + verdict + " has no number");
    }
  }
}
