package dev.icrstreams.field;

import java.time.Instant;
import java.util.Map;

/**
 * One field of a scanned form, as it came.
 *
 * @param fieldId what the producer calls this field; not empty
 * @param formId the form it was cut from; may be empty
 * @param fieldName the field's name on the form; may be empty
 * @param image the image file's bytes; given away, not copied
 * @param constraints what the number must satisfy
 * @param attributes the producer's own data, handed through
 * @param scannedAt when it was scanned; null if unknown
 */
public record ScannedField(
    String fieldId,
    String formId,
    String fieldName,
    byte[] image,
    Constraints constraints,
    Map<String, String> attributes,
    Instant scannedAt) {
  /** Copies the map. */
  public ScannedField {
    attributes = Map.copyOf(attributes);
  }
}
