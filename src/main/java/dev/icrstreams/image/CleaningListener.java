package dev.icrstreams.image;

import dev.icrstreams.field.Ink;
import dev.icrstreams.image.plane.Plane;

/**
 * Is shown what each step of the cleaning made, on the thread that cleans. The rasters are the
 * cleaner's own: later steps may change them, so whoever wants to keep one copies it at once. A
 * method that is not overridden costs nothing.
 */
public interface CleaningListener {
  /** Looks at nothing. */
  CleaningListener NONE = new CleaningListener() {};

  /** The steps, in their order. */
  enum Step {
    /** The scan at working resolution. */
    GREY("grey at working resolution"),
    /** The same with black and white exchanged; shown only where that was done. */
    POLARITY("black and white exchanged: the ink was lighter than the paper"),
    /** The paper behind the ink, its slope of brightness taken out. */
    PAPER("the paper behind the ink, as estimated"),
    /** How much darker than its paper each pixel is. */
    CONTRAST("contrast: the paper divided out"),
    /** Ink or no ink. */
    BINARISED("binarised"),
    /** Without printed rules, boxes and combs. */
    WITHOUT_LINES("without form lines"),
    /** Without specks: the clean ink. */
    WITHOUT_SPECKS("without specks: the clean ink");

    private final String title;

    Step(String title) {
      this.title = title;
    }

    /** What the step made, in words. */
    public String title() {
      return title;
    }
  }

  /** Which of a scan's two kinds of ink is read. */
  enum Choice {
    /** Both. */
    BOTH("both inks"),
    /** The one that does not drop out: black, or that of the other colour. */
    KEPT("one of two inks; the other, in colour, is left out"),
    /** The one that drops out. */
    DROPPED("one of two inks, in colour; the other is left out");

    private final String words;

    Choice(String words) {
      this.words = words;
    }

    /** What is read, in words. */
    public String words() {
      return words;
    }
  }

  /** The scan shows ink of two kinds, and this is read; comes before the steps. */
  default void inks(Choice read) {}

  /** Shades came as dots, which were smoothed into grey; comes before the steps. */
  default void halftone() {}

  /** All steps come again, for a part of the scan that has all the writing. */
  default void nearer() {}

  /** A step made a grey raster: 0 is black, 255 is white. */
  default void grey(Step step, Plane grey) {}

  /** A step made a raster of contrast: 0 is paper, 1 is black. */
  default void contrast(Step step, Plane contrast) {}

  /** A step made a raster of ink. */
  default void ink(Step step, Ink ink) {}
}
