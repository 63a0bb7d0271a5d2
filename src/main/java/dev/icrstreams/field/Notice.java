package dev.icrstreams.field;

/** What the receiver of a reading should know of how the image was used. */
public enum Notice {
  /** The image has several pages or frames; the first was read. */
  FIRST_PAGE_ONLY
}
