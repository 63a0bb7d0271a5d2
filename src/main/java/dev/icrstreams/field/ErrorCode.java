package dev.icrstreams.field;

/**
 * Why a field was rejected; the value of a dead letter's {@code icr-error-code} header. Codes are
 * public API: they may be added, never renamed.
 */
public enum ErrorCode {
  /** The value is neither a scanned field in Avro nor an image of a known format. */
  UNKNOWN_FORMAT,
  /** The value is empty. */
  EMPTY,
  /** The image says what it is, but its bytes cannot be decoded. */
  CORRUPT_IMAGE,
  /** The image uses a variant of its format that no decoder here reads. */
  UNSUPPORTED_IMAGE,
  /** The record, its metadata, the declared pixels, a side or the frames are over their limits. */
  TOO_LARGE,
  /** The Avro value cannot be decoded. */
  CORRUPT_AVRO,
  /** The field id is empty or differs from the record's key. */
  BAD_ID,
  /** A constraint of the field makes no sense or is over its limits. */
  INVALID_CONSTRAINT,
  /** A reviewer's correction has no known verdict, or a number that does not go with it. */
  INVALID_CORRECTION,
  /** Reading the field took more stack or heap than there is. */
  TOO_COMPLEX,
  /** Stream threads died on this record, twice. */
  POISON,
  /** The service failed on this field: a defect of ours. */
  INTERNAL_ERROR
}
