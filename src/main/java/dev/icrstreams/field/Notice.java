package dev.icrstreams.field;

/** What the receiver of a reading should know of how the image was read. */
public enum Notice {
  /** The image has several pages or frames; the first was read. */
  FIRST_PAGE_ONLY,
  /**
   * Without the field's constraints another number would have been read; it is among the
   * alternatives.
   */
  CHANGED_BY_CONSTRAINTS,
  /** A stroke runs out of the image: the rest of it, or of the number, may be missing. */
  CROSSES_BORDER
}
